import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { named } from "./named.ts";
import { prefixed } from "./prefixed.ts";
import { lettersAndDigits } from "./random-parts.ts";

/** A bot's token begins with its number in base64: these are all the ways for three digits to begin. */
const FIRST_DIGITS = Array.from({ length: 900 }, (_, i) => Buffer.from(String(i + 100)).toString("base64"));

function beginsWithSnowflake({ value }: Candidate): Verdict | null {
  const [id = ""] = value.split(".");
  return /^\d{17,20}$/.test(Buffer.from(id, "base64url").toString("latin1"))
    ? { reasons: ["three parts, the first a Discord id in base64"], confidence: 0.97 }
    : null;
}

/** Team chat and messengers. */
export const CHAT_DETECTORS: readonly Detector[] = [
  prefixed("SECRET_SLACK", {
    keywords: ["xoxa", "xoxb", "xoxc", "xoxe", "xoxo", "xoxp", "xoxr", "xoxs", "xapp-"],
    pattern:
      /xox[abceoprs](?:\.xox[bp])?-[A-Za-z0-9-]{18,250}|xapp-\d-[A-Z0-9]{6,14}-\d{6,16}-[a-z0-9]{30,90}/i,
    check: lettersAndDigits,
    samples: [
      "xoxb-{{digits:12:a}}-{{digits:13:b}}-{{base62:24:c}}",
      "xoxp-{{digits:12:d}}-{{digits:12:e}}-{{digits:12:f}}-{{hex:32:g}}",
      "xapp-1-A{{ALNUM:10:h}}-{{digits:13:i}}-{{hex:64:j}}",
      "xoxe.xoxp-1-{{base62:160:k}}",
      "xoxb-{{digits:8:l}}-{{hex:18:m}}",
    ],
    references: ["docs.slack.dev/authentication/tokens"],
  }),
  prefixed("SECRET_SLACK", {
    id: "secret-slack-cookie",
    keywords: ["xoxd-"],
    pattern: /xoxd-[A-Za-z0-9%+/=_-]{40,400}/,
    samples: ["xoxd-{{base62:120:a}}"],
    references: ["docs.slack.dev/authentication/tokens"],
  }),
  prefixed("SECRET_SLACK_WEBHOOK", {
    keywords: ["hooks.slack.com/", "hooks.slack-gov.com/"],
    before: 8,
    pattern:
      /(?:https?:\/\/)?hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/[A-Z0-9]{8,14}\/[A-Za-z0-9]{8,24}\/[A-Za-z0-9/]{20,80}/,
    format: "address of hooks.slack.com with team, channel and key",
    samples: ["https://hooks.slack.com/services/T{{ALNUM:8:a}}/B{{ALNUM:8:b}}/{{base62:24:c}}"],
    references: ["docs.slack.dev/messaging/sending-messages-using-incoming-webhooks"],
  }),
  prefixed("SECRET_DISCORD", {
    keywords: FIRST_DIGITS,
    pattern: /[MNO][A-Za-z0-9_-]{22,27}\.[\w-]{6}\.[\w-]{27,40}/,
    format: "three parts with dots, of which the first is a number in base64",
    check: beginsWithSnowflake,
    samples: ["MTA5ODc2NTQzMjEwOTg3NjU0{{join}}.{{base62:6:a}}.{{base62:38:b}}"],
    references: ["discord.com/developers/docs/reference#authentication"],
  }),
  prefixed("SECRET_DISCORD_WEBHOOK", {
    keywords: ["discord.com/api/", "discordapp.com/api/"],
    before: 16,
    pattern:
      /(?:https?:\/\/)?(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{17,20}\/[\w-]{60,80}/,
    format: "address of discord.com with a webhook's number and key",
    samples: ["https://discord.com/api/webhooks/{{digits:18:a}}/{{base62:68:b}}"],
    references: ["discord.com/developers/docs/resources/webhook"],
  }),
  named("SECRET_DISCORD", {
    brands: ["discord"],
    form: /[\w-]{32}|[0-9a-f]{64}/,
    sample: "{{base62:32:a}}",
    references: ["discord.com/developers/docs/topics/oauth2"],
  }),
  prefixed("SECRET_TELEGRAM", {
    forms: ["9{6,12}:X", "bot9{6,12}:X"],
    pattern: /(?:bot)?\d{6,12}:A[\w-]{33,34}/,
    format: "the bot's number, a colon and 35 characters that begin with A",
    check: ({ value }) => ({
      reasons: ["number and key of a bot"],
      ...(value.includes(":AA") ? {} : { confidence: 0.7 }),
    }),
    samples: [
      "{{digits:10:a}}:AA{{base62:33:b}}",
      "https://api.telegram.org/bot{{digits:9:c}}:AA{{base62:33:d}}/getMe",
    ],
    references: ["core.telegram.org/bots/api#authorizing-your-bot"],
  }),
  prefixed("SECRET_TEAMS_WEBHOOK", {
    keywords: [
      "webhook.office.com/webhookb2/",
      "outlook.office.com/webhook/",
      "outlook.office365.com/webhook/",
    ],
    before: 48,
    pattern:
      /(?:https?:\/\/)?(?:[a-z0-9-]{1,40}\.)?(?:webhook|outlook)\.office(?:365)?\.com\/webhook(?:b2)?\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9A-Za-z]{20,40}\/[0-9a-f-]{36}(?:\/[\w-]{20,80})?/,
    format: "address of an incoming webhook of Microsoft Teams",
    samples: [
      "https://fictief.webhook.office.com/webhookb2/{{uuid:a}}@{{uuid:b}}/IncomingWebhook/{{hex:32:c}}/{{uuid:d}}",
    ],
    references: [
      "learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",
    ],
  }),
  prefixed("SECRET_GOOGLE_CHAT_WEBHOOK", {
    keywords: ["chat.googleapis.com/v1/spaces/"],
    pattern:
      /chat\.googleapis\.com\/v1\/spaces\/[\w-]{8,20}\/messages\?key=[\w-]{30,50}&(?:amp;)?token=[\w%-]{30,80}/,
    format: "address of a space of Google Chat with key and token",
    samples: [
      "https://chat.googleapis.com/v1/spaces/AAAA{{base62:7:a}}/messages?key={{base62:39:b}}&token={{base62:43:c}}",
    ],
    references: ["developers.google.com/workspace/chat/quickstart/webhooks"],
  }),
  prefixed("SECRET_MATRIX", {
    keywords: ["syt_"],
    pattern: /syt_[A-Za-z0-9=+/]{2,120}_[A-Za-z]{20}_[A-Za-z0-9]{6}/,
    samples: ["syt_{{base62:12:a}}_{{upper:20:b}}_{{base62:6:c}}"],
    references: ["spec.matrix.org/latest/client-server-api/#client-authentication"],
  }),
  named("SECRET_MATTERMOST", {
    brands: ["mattermost"],
    form: /[a-z0-9]{26}/,
    sample: "{{alnum:26:a}}",
    references: ["developers.mattermost.com/integrate/reference/personal-access-token"],
  }),
  named("SECRET_ROCKETCHAT", {
    brands: ["rocketchat", "rocket chat"],
    form: /[\w-]{43}/,
    sample: "{{base62:43:a}}",
    references: ["developer.rocket.chat/apidocs"],
  }),
  named("SECRET_WEBEX", {
    brands: ["webex"],
    form: /[A-Za-z0-9_-]{64}(?:[\w-]{40,60})?/,
    sample: "{{base62:64:a}}",
    references: ["developer.webex.com/docs/bots"],
  }),
  named("SECRET_ZOOM", {
    ordinaryWords: ["zoom"],
    form: /[\w-]{22,32}/,
    sample: "{{base62:32:a}}",
    references: ["developers.zoom.us/docs/internal-apps"],
  }),
  named("SECRET_LINE", {
    ordinaryWords: ["line"],
    names: ["line channel secret", "line channel access token"],
    form: /[0-9a-f]{32}|[A-Za-z0-9+/]{170}[A-Za-z0-9+/=]{0,6}|[A-Za-z0-9]{43}/,
    sample: "{{hex:32:a}}",
    references: ["developers.line.biz/en/docs/messaging-api/channel-access-tokens"],
  }),
  named("SECRET_VIBER", {
    brands: ["viber"],
    form: /[0-9a-f]{16}-[0-9a-f]{16}-[0-9a-f]{16}/,
    sample: "{{hex:16:a}}-{{hex:16:b}}-{{hex:16:c}}",
    references: ["developers.viber.com/docs/api/rest-bot-api"],
  }),
  named("SECRET_GITTER", {
    brands: ["gitter"],
    form: /[0-9a-f]{40}/,
    sample: "{{hex:40:a}}",
    references: ["developer.gitter.im/docs/authentication"],
  }),
];
