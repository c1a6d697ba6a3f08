import type { Detector } from "../../../detector.ts";
import { HEX32, HEX40, named, UUID } from "./named.ts";
import { prefixed } from "./prefixed.ts";
import { lettersAndDigits, mixedCharacters } from "./random-parts.ts";

/** Senders of e-mail. */
export const MAIL_DETECTORS: readonly Detector[] = [
  prefixed("SECRET_SENDGRID", {
    keywords: ["SG."],
    pattern: /SG\.(?:[\w-]{22}\.[\w-]{43}|[\w=.-]{66}|[\w-]{16,32}\.[\w-]{40,64})/,
    samples: ["SG.{{base62:22:a}}.{{base62:43:b}}"],
    references: ["docs.sendgrid.com/ui/account-and-settings/api-keys"],
  }),
  prefixed("SECRET_MAILGUN", {
    keywords: ["key-"],
    pattern: /key-[0-9a-z]{32}/,
    check: lettersAndDigits,
    samples: ["key-{{alnum:32:a}}"],
    ignore: ["key-{{lower:32:b}}"],
    references: ["documentation.mailgun.com/docs/mailgun/api-reference/authentication"],
  }),
  prefixed("SECRET_MAILGUN", {
    id: "secret-mailgun-private-key",
    forms: ["X{32}-X{8}-X{8}"],
    pattern: /[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}/,
    bare: 0.85,
    samples: ["{{hex:32:a}}-{{hex:8:b}}-{{hex:8:c}}"],
    references: ["documentation.mailgun.com/docs/mailgun/api-reference/authentication"],
  }),
  named("SECRET_MAILGUN", {
    brands: ["mailgun"],
    form: HEX32,
    sample: "{{hex:32:a}}",
    references: ["documentation.mailgun.com/docs/mailgun/api-reference/authentication"],
  }),
  prefixed("SECRET_MAILCHIMP", {
    forms: ["X{32}-us9{1,2}"],
    pattern: /[0-9a-f]{32}-us\d{1,2}/,
    format: "32 hexadecimal digits and the data centre",
    samples: ["{{hex:32:a}}-us12"],
    references: ["mailchimp.com/developer/marketing/docs/fundamentals"],
  }),
  prefixed("SECRET_MANDRILL", {
    keywords: ["md-"],
    pattern: /md-[\w-]{22}/,
    check: mixedCharacters,
    bare: 0.85,
    samples: ["md-{{base62:22:a}}"],
    references: ["mailchimp.com/developer/transactional/guides/quick-start"],
  }),
  named("SECRET_MANDRILL", {
    brands: ["mandrill"],
    form: /[\w-]{22}/,
    sample: "{{base62:22:a}}",
    references: ["mailchimp.com/developer/transactional/guides/quick-start"],
  }),
  named("SECRET_MAILJET", {
    brands: ["mailjet"],
    form: HEX32,
    sample: "{{hex:32:a}}",
    references: ["dev.mailjet.com/email/guides"],
  }),
  named("SECRET_POSTMARK", {
    brands: ["postmark"],
    names: ["x postmark server token", "x postmark account token"],
    form: UUID,
    sample: "{{uuid:a}}",
    references: ["postmarkapp.com/developer/api/overview"],
  }),
  named("SECRET_SPARKPOST", {
    brands: ["sparkpost"],
    form: HEX40,
    sample: "{{hex:40:a}}",
    references: ["developers.sparkpost.com/api"],
  }),
  prefixed("SECRET_BREVO", {
    keywords: ["xkeysib-", "xsmtpsib-"],
    pattern: /x(?:key|smtp)sib-[0-9a-f]{64}-[A-Za-z0-9]{16}/,
    samples: ["xkeysib-{{hex:64:a}}-{{base62:16:b}}", "xsmtpsib-{{hex:64:c}}-{{base62:16:d}}"],
    references: ["developers.brevo.com/docs/getting-started"],
  }),
  prefixed("SECRET_RESEND", {
    keywords: ["re_"],
    pattern: /re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}/,
    check: mixedCharacters,
    samples: ["re_{{base62:8:a}}_{{base62:24:b}}"],
    ignore: ["re_{{join}}compiled_expressionsForMatching1"],
    references: ["resend.com/docs/api-reference/introduction"],
  }),
  prefixed("SECRET_MAILERSEND", {
    keywords: ["mlsn."],
    pattern: /mlsn\.[a-z0-9]{64}/,
    samples: ["mlsn.{{hex:64:a}}"],
    references: ["developers.mailersend.com/general.html#authentication"],
  }),
  prefixed("SECRET_SMTP2GO", {
    keywords: ["api-"],
    pattern: /api-[A-F0-9]{32}/,
    check: lettersAndDigits,
    samples: ["api-{{HEX:32:a}}"],
    references: ["developers.smtp2go.com/docs/getting-started"],
  }),
  named("SECRET_MAILTRAP", {
    brands: ["mailtrap"],
    form: HEX32,
    sample: "{{hex:32:a}}",
    references: ["docs.mailtrap.io/developers"],
  }),
  named("SECRET_ELASTIC_EMAIL", {
    brands: ["elasticemail", "elastic email"],
    form: /[0-9A-F]{80,112}/i,
    sample: "{{HEX:96:a}}",
    references: ["elasticemail.com/developers/api-documentation/rest-api"],
  }),
  named("SECRET_CAMPAIGN_MONITOR", {
    brands: ["campaignmonitor", "campaign monitor"],
    form: /[\w+/=]{88,200}|[0-9a-f]{32}/,
    sample: "{{hex:32:a}}",
    references: ["campaignmonitor.com/api"],
  }),
  named("SECRET_CONVERTKIT", {
    brands: ["convertkit"],
    form: /[\w-]{22}|[\w-]{43}/,
    sample: "{{base62:43:a}}",
    references: ["developers.kit.com/api-reference/overview"],
  }),
  named("SECRET_SPRYNG", {
    brands: ["spryng"],
    form: /[0-9a-f]{30,64}/,
    sample: "{{hex:32:a}}",
    references: ["docs.spryng.nl"],
  }),
  named("SECRET_LAPOSTA", {
    brands: ["laposta"],
    form: /[A-Za-z0-9]{20,40}/,
    sample: "{{base62:24:a}}",
    references: ["api.laposta.nl/doc"],
  }),
  prefixed("SECRET_NYLAS", {
    keywords: ["nyk_v0_", "nyk_"],
    pattern: /nyk_(?:v\d_)?[A-Za-z0-9]{40,70}/,
    samples: ["nyk_v0_{{base62:64:a}}"],
    references: ["developer.nylas.com/docs/v3/auth"],
  }),
];
