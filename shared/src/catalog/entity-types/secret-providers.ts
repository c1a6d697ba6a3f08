import type { EntityName } from "./entity-name.ts";
import { PROVIDERS_M_TO_Z } from "./provider-names-m-z.ts";
import { PROVIDERS_A_TO_L } from "./provider-names.ts";

const PROVIDERS = { ...PROVIDERS_A_TO_L, ...PROVIDERS_M_TO_Z };

const KEY_TYPES = Object.fromEntries(
  Object.entries(PROVIDERS).map(([type, name]) => [
    type,
    { en: `${name} key or token`, nl: `Sleutel of token van ${name}` },
  ]),
) as Record<keyof typeof PROVIDERS, EntityName>;

/** Secrets of further providers, by name. */
export const PROVIDER_SECRET_TYPES = {
  ...KEY_TYPES,
  SECRET_PAYPAL_TOKEN: { en: "PayPal access token", nl: "Toegangstoken van PayPal" },
  SECRET_WECOM_WEBHOOK: { en: "WeCom webhook", nl: "Webhook van WeCom" },
  SECRET_LARK_WEBHOOK: { en: "Lark webhook", nl: "Webhook van Lark" },
  SECRET_DINGTALK_WEBHOOK: { en: "DingTalk webhook", nl: "Webhook van DingTalk" },
  SECRET_IFTTT_WEBHOOK: { en: "IFTTT webhook", nl: "Webhook van IFTTT" },
  SECRET_POWER_AUTOMATE_WEBHOOK: { en: "Power Automate webhook", nl: "Webhook van Power Automate" },
  SECRET_ROBLOX_COOKIE: { en: "Roblox session cookie", nl: "Sessiecookie van Roblox" },
} as const satisfies Record<string, EntityName>;
