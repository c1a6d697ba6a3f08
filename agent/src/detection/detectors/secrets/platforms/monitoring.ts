import { crc32 } from "node:zlib";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { checksumVerdict } from "./checksum-verdict.ts";
import { prefixedToken } from "./prefixed-token.ts";
import { settingKey } from "./setting-key.ts";

const GRAFANA = "grafana.com/docs/grafana/latest/administration/service-accounts";
const NEW_RELIC = "docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys";

/** A service account's token ends in the CRC-32 of the 32 characters before, in hexadecimal digits. */
function checkGrafana({ value }: Candidate): Verdict {
  const [, secret = "", checksum = ""] = value.split("_");
  const holds = crc32(secret).toString(16).padStart(8, "0") === checksum.toLowerCase();
  // Versions differ in what they sum, so a sum that fails proves little.
  return holds
    ? checksumVerdict(true, ["prefix of a service account"])
    : { reasons: ["prefix of a service account"], confidence: 0.9 };
}

const decodesTo =
  (wanted: RegExp) =>
  ({ value }: Candidate): Verdict | null =>
    wanted.test(Buffer.from(value.slice(value.indexOf("eyJ")), "base64").toString("latin1"))
      ? { reasons: ["decodes to the provider's JSON"] }
      : null;

export const MONITORING: readonly Detector[] = [
  prefixedToken({
    id: "datadog-token",
    entityType: "SECRET_DATADOG",
    tokens: [
      "ddpat_<base62:30-64>",
      "ddapp_<base62:30-64>",
      "ddap_<base62:30-64>",
      "ddpat_<base62:22>_<base62:30-64>",
    ],
    references: ["docs.datadoghq.com/account_management/personal-access-tokens"],
  }),
  settingKey({
    id: "datadog-key",
    entityType: "SECRET_DATADOG",
    brands: ["datadog"],
    names: ["*dd api key", "*dd app key", "*dd application key", "dd key"],
    keys: ["<hex:32>", "<hex:40>"],
    references: ["docs.datadoghq.com/account_management/api-app-keys"],
  }),
  prefixedToken({
    id: "new-relic-key",
    entityType: "SECRET_NEW_RELIC",
    tokens: [
      "NRAK-<ALNUM:27>",
      "NRII-<base64url:32>",
      "NRIQ-<base64url:32>",
      "NRRA-<hex:42>",
      "NRAA-<hex:27>",
      "NRSP-<base62:24-40>",
    ],
    references: [NEW_RELIC],
  }),
  prefixedToken({
    id: "new-relic-browser-key",
    entityType: "SECRET_NEW_RELIC",
    severity: "low",
    tokens: ["NRJS-<hex:19>"],
    references: [NEW_RELIC],
  }),
  prefixedToken({
    id: "new-relic-licence",
    entityType: "SECRET_NEW_RELIC",
    tokens: ["<hex:36>NRAL", "eu01xx<hex:26>FFFFNRAL", "<hex:32>FFFFNRAL", "<alnum:32>FFFFNRAL"],
    references: [NEW_RELIC],
  }),
  settingKey({
    id: "new-relic-old-key",
    entityType: "SECRET_NEW_RELIC",
    brands: ["newrelic", "new relic"],
    keys: ["<alnum:40>", "<hex:47>"],
    references: [NEW_RELIC],
  }),
  prefixedToken({
    id: "sentry-token",
    entityType: "SECRET_SENTRY",
    tokens: ["sntryu_<hex:64>", "sntrya_<hex:64>"],
    references: ["docs.sentry.io/account/auth-tokens"],
  }),
  {
    ...prefixedToken({
      id: "sentry-organisation-token",
      entityType: "SECRET_SENTRY",
      tokens: ["sntrys_eyJ<base64:40-600><pad:0-2>_<base64:40-44>"],
      references: ["docs.sentry.io/account/auth-tokens"],
    }),
  },
  settingKey({
    id: "sentry-old-token",
    entityType: "SECRET_SENTRY",
    brands: ["sentry"],
    keys: ["<hex:64>"],
    references: ["docs.sentry.io/account/auth-tokens"],
  }),
  {
    ...prefixedToken({
      id: "sentry-dsn",
      entityType: "SECRET_SENTRY_DSN",
      severity: "low",
      confidence: 0.9,
      tokens: ["https://<hex:32>@o<digits:3-20>.ingest.sentry.io/<digits:3-20>"],
      references: ["docs.sentry.io/concepts/key-terms/dsn-explainer"],
    }),
    keywords: ["ingest.sentry.io/", "ingest.us.sentry.io/", "ingest.de.sentry.io/", "@sentry.io/"],
    before: 110,
    pattern:
      /(?<![A-Za-z0-9])https?:\/\/[a-f0-9]{32}(?::[a-f0-9]{32})?@(?:o\d{1,20}\.ingest\.(?:us\.|de\.)?)?sentry\.io\/\d{1,20}(?![A-Za-z0-9])/,
  },
  prefixedToken({
    id: "grafana-service-account",
    entityType: "SECRET_GRAFANA",
    tokens: ["glsa_<base62:32>_<hex:8>", "glsa_<base62:32>_<HEX:8>", "glsa_<base62:41>"],
    check: checkGrafana,
    checksum: "Ends in a CRC-32.",
    references: [GRAFANA],
  }),
  prefixedToken({
    id: "grafana-cloud-token",
    entityType: "SECRET_GRAFANA",
    tokens: ["glc_<base64:32-400><pad:0-2>"],
    references: ["grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions"],
  }),
  {
    ...prefixedToken({
      id: "grafana-api-key",
      entityType: "SECRET_GRAFANA",
      tokens: ["eyJrIjoi<base64:60-400><pad:0-2>"],
      check: decodesTo(/^\{"k":"[A-Za-z0-9]{32}","n":/),
      references: ["grafana.com/docs/grafana/latest/developers/http_api/auth"],
    }),
    examples: {
      match: ["Bearer eyJrIjoi{{join}}YUIzZEU1Zkc3aEo5a0wybU40cFE2clM4dFUxdlczeFkiLCJuIjoiaHIiLCJpZCI6MX0="],
      ignore: ["eyJrIjoi{{base64:80:a}}", "eyJrIjoi"],
    },
  },
  prefixedToken({
    id: "honeycomb-key",
    entityType: "SECRET_HONEYCOMB",
    tokens: [
      "hcaik_<alnum:58>",
      "hcamk_<alnum:58>",
      "hcalk_<alnum:58>",
      "hcbik_<alnum:58>",
      "hcxik_<alnum:58>",
    ],
    references: ["docs.honeycomb.io/configure/environments/manage-api-keys"],
  }),
  settingKey({
    id: "honeycomb-old-key",
    entityType: "SECRET_HONEYCOMB",
    brands: ["honeycomb"],
    names: ["x honeycomb team"],
    keys: ["<hex:32>", "<base62:22>"],
    references: ["docs.honeycomb.io/configure/environments/manage-api-keys"],
  }),
  prefixedToken({
    id: "dynatrace-token",
    entityType: "SECRET_DYNATRACE",
    tokens: ["01", "02", "08", "16"]
      .flatMap((kind) => ["c", "s"].map((letter) => `dt0${letter}${kind}.<ALNUM:24>.<ALNUM:64>`))
      .concat("dt0s02.<ALNUM:8>.<ALNUM:64>"),
    references: [
      "docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens",
    ],
  }),
  prefixedToken({
    id: "pagerduty-oauth",
    entityType: "SECRET_PAGERDUTY",
    tokens: ["pdus+_<base62:2-4>_<uuid>", "pdus+<base64url:20-60>"],
    references: ["developer.pagerduty.com"],
  }),
  settingKey({
    id: "pagerduty-key",
    entityType: "SECRET_PAGERDUTY",
    brands: ["pagerduty", "pager duty"],
    names: ["*pd api key", "*pd token", "*pagerduty routing key"],
    keys: ["<base64url:20>", "u+<base64url:18>", "<base64:20>", "<alnum:32>"],
    references: ["support.pagerduty.com/main/docs/api-access-keys"],
  }),
  settingKey({
    id: "opsgenie-key",
    entityType: "SECRET_OPSGENIE",
    brands: ["opsgenie"],
    names: ["geniekey"],
    keys: ["<uuid>"],
    references: ["docs.opsgenie.com/docs/api-key-management"],
    examples: {
      match: ["Authorization: GenieKey {{uuid:g}}", "OPSGENIE_API_KEY={{uuid:h}}"],
      ignore: ["opsgenie_team_id={{uuid:h}}", "{{uuid:h}}"],
    },
  }),
  settingKey({
    id: "rollbar-token",
    entityType: "SECRET_ROLLBAR",
    brands: ["rollbar"],
    keys: ["<hex:32>"],
    references: ["docs.rollbar.com/docs/project-access-tokens"],
  }),
  settingKey({
    id: "bugsnag-key",
    entityType: "SECRET_BUGSNAG",
    brands: ["bugsnag"],
    keys: ["<hex:32>", "<uuid>"],
    references: ["docs.bugsnag.com/api"],
  }),
  settingKey({
    id: "splunk-token",
    entityType: "SECRET_SPLUNK",
    brands: ["splunk", "signalfx", "sfx"],
    names: ["*hec token", "x sf token"],
    keys: ["<uuid>", "<base64url:22>"],
    references: ["docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector"],
  }),
  settingKey({
    id: "sumo-logic-key",
    entityType: "SECRET_SUMO_LOGIC",
    brands: ["sumologic", "sumo logic", "sumo access"],
    keys: ["<base62:64>"],
    references: ["help.sumologic.com/docs/manage/security/access-keys"],
  }),
  settingKey({
    id: "logz-io-token",
    entityType: "SECRET_LOGZ_IO",
    brands: ["logzio", "logz io"],
    keys: ["<base62:32>", "<uuid>"],
    references: ["docs.logz.io"],
  }),
  settingKey({
    id: "better-stack-token",
    entityType: "SECRET_BETTER_STACK",
    brands: ["betterstack", "better stack", "logtail", "betteruptime", "better uptime"],
    keys: ["<base62:24>"],
    references: ["betterstack.com/docs/logs/api/getting-started"],
  }),
  settingKey({
    id: "loggly-token",
    entityType: "SECRET_LOGGLY",
    brands: ["loggly"],
    keys: ["<uuid>"],
    references: ["documentation.solarwinds.com/en/success_center/loggly"],
  }),
  settingKey({
    id: "logdna-key",
    entityType: "SECRET_MEZMO",
    brands: ["logdna", "mezmo"],
    keys: ["<hex:32>"],
    references: ["docs.mezmo.com/docs/ingestion-key"],
  }),
  prefixedToken({
    id: "coralogix-key",
    entityType: "SECRET_CORALOGIX",
    tokens: ["cxtp_<base62:30>", "cxup_<base62:30>"],
    references: ["coralogix.com/docs/user-guides/account-management/api-keys"],
  }),
  prefixedToken({
    id: "axiom-token",
    entityType: "SECRET_AXIOM",
    tokens: ["xaat-<uuid>", "xapt-<uuid>"],
    references: ["axiom.co/docs/reference/tokens"],
  }),
  prefixedToken({
    id: "uptimerobot-key",
    entityType: "SECRET_UPTIMEROBOT",
    forms: ["ur9{6,9}-"],
    tokens: ["ur<digits:6-9>-<hex:24>"],
    references: ["uptimerobot.com/api"],
  }),
  settingKey({
    id: "uptimerobot-old-key",
    entityType: "SECRET_UPTIMEROBOT",
    brands: ["uptimerobot", "uptime robot"],
    keys: ["u<digits:6-8>-<hex:24>", "m<digits:8-10>-<hex:24>"],
    references: ["uptimerobot.com/api"],
  }),
  settingKey({
    id: "statuscake-key",
    entityType: "SECRET_STATUSCAKE",
    brands: ["statuscake"],
    keys: ["<base62:20>", "<base62:25-40>"],
    references: ["statuscake.com/api/v1"],
  }),
  settingKey({
    id: "pingdom-token",
    entityType: "SECRET_PINGDOM",
    brands: ["pingdom"],
    keys: ["<base64url:86>"],
    references: ["docs.pingdom.com/api"],
  }),
  settingKey({
    id: "statuspage-key",
    entityType: "SECRET_STATUSPAGE",
    brands: ["statuspage"],
    keys: ["<uuid>", "<hex:64>"],
    references: ["developer.statuspage.io"],
  }),
  settingKey({
    id: "airbrake-key",
    entityType: "SECRET_AIRBRAKE",
    brands: ["airbrake", "raygun", "appsignal"],
    keys: ["<hex:32>", "<hex:40>", "<base64url:22>", "<uuid>"],
    references: ["docs.airbrake.io/docs/devops-tools/api"],
  }),
];
