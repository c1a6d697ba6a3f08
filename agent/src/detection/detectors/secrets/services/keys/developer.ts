import type { Detector } from "../../../../detector.ts";
import { tokenRows } from "./rows.ts";

/** What developers build and run with. */
export const DEVELOPER_KEYS: readonly Detector[] = [
  ...tokenRows([
    ["SECRET_DUNE", "dune_<base62:30-44>", "docs.dune.com/api-reference/overview/authentication"],
    ["SECRET_RIOT_GAMES", "RGAPI-<uuid>", "developer.riotgames.com/docs/portal"],
    [
      "SECRET_ORY",
      "ory_pat_<base62:32> ory_at_<base64url:43>.<base64url:43> ory_rt_<base64url:43>.<base64url:43> ory_st_<base62:32>",
      "ory.sh/docs/console/personal-access-token",
    ],
    [
      "SECRET_DEVCYCLE",
      "dvc_server_<base62:20-44>_<base62:6-10> dvc_server_<hex:32>",
      "docs.devcycle.com/essentials/keys",
    ],
    ["SECRET_FLAGSMITH", "ser.<base62:22>", "docs.flagsmith.com/clients/server-side"],
    [
      "SECRET_STATSIG",
      "secret-<base62:43-50> console-<base62:43-50>",
      "docs.statsig.com/access-management/api-keys",
    ],
    [
      "SECRET_GROWTHBOOK",
      "secret_user_<base62:30-60> secret_admin_<base62:30-60> secret_readonly_<base62:30-60>",
      "docs.growthbook.io/api",
    ],
    ["SECRET_MATERIALIZE", "mzp_<hex:64>", "materialize.com/docs/security/cloud/users-service-accounts"],
    [
      "SECRET_GEL",
      "nbwt1_eyJ<base64url:60-600> edbt_eyJ<base64url:60-600>",
      "docs.geldata.com/reference/auth",
    ],
    ["SECRET_APPWRITE", "standard_<hex:256>", "appwrite.io/docs/advanced/platform/api-keys"],
    [
      "SECRET_ARCGIS",
      "AAPK<hex:32-300> AAPT<base64url:60-400>",
      "developers.arcgis.com/documentation/security-and-authentication",
    ],
    [
      "SECRET_INNGEST",
      "signkey-prod-<hex:32-64> signkey-branch-<hex:32-64>",
      "inngest.com/docs/platform/signing-keys",
    ],
    [
      "SECRET_TRIGGER_DEV",
      "tr_prod_<base62:20-24> tr_dev_<base62:20-24> tr_stg_<base62:20-24> tr_pat_<base62:40>",
      "trigger.dev/docs/apikeys",
    ],
    [
      "SECRET_LIVEBLOCKS",
      "sk_prod_<base64url:60-70> sk_dev_<base64url:60-70>",
      "liveblocks.io/docs/authentication",
    ],
    ["SECRET_DAYTONA", "dtn_<hex:64>", "daytona.io/docs/api-keys"],
    ["SECRET_CODESANDBOX", "csb_v1_<base64url:43>", "codesandbox.io/docs/sdk"],
    ["SECRET_UNKEY", "unkey_<base62:22-40>", "unkey.com/docs/security/root-keys"],
    ["SECRET_ZUPLO", "zpka_<alnum:32>_<hex:8>", "zuplo.com/docs/articles/api-key-leak-prevention"],
    ["SECRET_KONG", "kpat_<base62:50> spat_<base62:50>", "developer.konghq.com/konnect-api"],
    ["SECRET_NTFY", "tk_<alnum:29>", "docs.ntfy.sh/config"],
    ["SECRET_TIGRIS", "tsec_<base62:40-64>", "tigrisdata.com/docs/iam"],
    ["SECRET_NAMESPACE", "nsct_eyJ<base64url:60-900>", "namespace.so/docs"],
    ["SECRET_ROOTLY", "rootly_<hex:64>", "docs.rootly.com/api-reference"],
    ["SECRET_FIREHYDRANT", "fhb-<hex:32>", "docs.firehydrant.com/docs/api-keys"],
    ["SECRET_INCIDENT_IO", "inc_<hex:64>", "api-docs.incident.io"],
    [
      "SECRET_LOGFIRE",
      "pylf_v1_us_<base62:43> pylf_v1_eu_<base62:43>",
      "logfire.pydantic.dev/docs/how-to-guides/create-write-tokens",
    ],
    ["SECRET_BUILDER_IO", "bpk-<hex:32>", "builder.io/c/docs/using-your-api-key"],
    [
      "SECRET_AIKIDO",
      "AIK_RUNTIME_<digits:1-8>_<digits:1-8>_<base62:20-64> AIK_CI_<base62:40-80>",
      "help.aikido.dev",
    ],
    [
      "SECRET_DNSIMPLE",
      "dnsimple_u_<base62:30-44> dnsimple_a_<base62:30-44>",
      "support.dnsimple.com/articles/api-access-token",
    ],
    [
      "SECRET_VANTA",
      "vat_<base62:6>_<base62:32-60> vcs_<base62:6>_<base62:32-60>",
      "developer.vanta.com/docs",
    ],
  ]),
];
