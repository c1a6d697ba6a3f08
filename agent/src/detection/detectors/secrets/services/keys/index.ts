import type { Detector } from "../../../../detector.ts";
import { AI_KEYS } from "./ai.ts";
import { DATA_KEYS } from "./data.ts";
import { DEVELOPER_KEYS } from "./developer.ts";
import { EUROPEAN_KEYS } from "./europe.ts";
import { HOSTING_KEYS } from "./hosting.ts";
import { MARKETING_KEYS } from "./marketing.ts";
import { MESSAGING_KEYS } from "./messaging.ts";
import { MONITORING_KEYS } from "./monitoring.ts";
import { PAYMENT_KEYS } from "./payment.ts";
import { SECURITY_KEYS } from "./security.ts";
import { SHIPPING_KEYS } from "./shipping.ts";
import { WEBHOOK_KEYS } from "./webhooks.ts";
import { WORK_KEYS } from "./work.ts";

/** Keys of further providers, a row each. */
export const PROVIDER_KEYS: readonly Detector[] = [
  ...WEBHOOK_KEYS,
  ...AI_KEYS,
  ...PAYMENT_KEYS,
  ...DEVELOPER_KEYS,
  ...MARKETING_KEYS,
  ...HOSTING_KEYS,
  ...MONITORING_KEYS,
  ...WORK_KEYS,
  ...EUROPEAN_KEYS,
  ...MESSAGING_KEYS,
  ...DATA_KEYS,
  ...SECURITY_KEYS,
  ...SHIPPING_KEYS,
];
