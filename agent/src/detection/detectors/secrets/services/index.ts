import type { Detector } from "../../../detector.ts";
import { AI_DETECTORS } from "./ai.ts";
import { CHAT_DETECTORS } from "./chat.ts";
import { COMMERCE_DETECTORS } from "./commerce.ts";
import { CRYPTO_EXCHANGE_DETECTORS } from "./crypto-exchanges.ts";
import { DATA_AND_SECURITY_DETECTORS } from "./data-security.ts";
import { IDENTITY_AND_SOCIAL_DETECTORS } from "./identity-social.ts";
import { PROVIDER_KEYS } from "./keys/index.ts";
import { MAIL_DETECTORS } from "./mail.ts";
import { PAYMENT_DETECTORS } from "./payment.ts";
import { TELEPHONY_AND_MARKETING_DETECTORS } from "./telephony-marketing.ts";

/** Secrets of payment, messaging, AI and other services. */
export const SERVICE_SECRET_DETECTORS: readonly Detector[] = [
  ...PAYMENT_DETECTORS,
  ...CRYPTO_EXCHANGE_DETECTORS,
  ...CHAT_DETECTORS,
  ...MAIL_DETECTORS,
  ...AI_DETECTORS,
  ...IDENTITY_AND_SOCIAL_DETECTORS,
  ...TELEPHONY_AND_MARKETING_DETECTORS,
  ...COMMERCE_DETECTORS,
  ...DATA_AND_SECURITY_DETECTORS,
  ...PROVIDER_KEYS,
];
