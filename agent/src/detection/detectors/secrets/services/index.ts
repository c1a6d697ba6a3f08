import type { Detector } from "../../../detector.ts";
import { AI_DETECTORS } from "./ai.ts";
import { CHAT_DETECTORS } from "./chat.ts";
import { CRYPTO_EXCHANGE_DETECTORS } from "./crypto-exchanges.ts";
import { IDENTITY_AND_SOCIAL_DETECTORS } from "./identity-social.ts";
import { MAIL_DETECTORS } from "./mail.ts";
import { PAYMENT_DETECTORS } from "./payment.ts";

/** Secrets of payment, messaging, AI and other services. */
export const SERVICE_SECRET_DETECTORS: readonly Detector[] = [
  ...PAYMENT_DETECTORS,
  ...CRYPTO_EXCHANGE_DETECTORS,
  ...CHAT_DETECTORS,
  ...MAIL_DETECTORS,
  ...AI_DETECTORS,
  ...IDENTITY_AND_SOCIAL_DETECTORS,
];
