import type { Detector } from "../../../detector.ts";
import { claimsOf } from "./json-web-token.ts";
import { prefixedToken } from "./prefixed-token.ts";
import { settingKey } from "./setting-key.ts";

/** Content delivery and hosting of applications. */
export const HOSTING: readonly Detector[] = [
  prefixedToken({
    id: "cloudflare-token",
    entityType: "SECRET_CLOUDFLARE",
    tokens: ["cfut_<base62:40><hex:8>", "cfat_<base62:40><hex:8>", "cfk_<base62:40><hex:8>"],
    references: ["developers.cloudflare.com/fundamentals/api/get-started/token-formats"],
  }),
  settingKey({
    id: "cloudflare-old-token",
    entityType: "SECRET_CLOUDFLARE",
    brands: ["cloudflare"],
    names: ["*cf api token", "*cf token", "*cf api key", "*cf key", "x auth key"],
    keys: ["<base64url:40>", "<hex:37>"],
    references: ["developers.cloudflare.com/fundamentals/api/get-started/create-token"],
  }),
  prefixedToken({
    id: "cloudflare-origin-ca-key",
    entityType: "SECRET_CLOUDFLARE_ORIGIN_CA",
    tokens: ["v1.0-<hex:24>-<hex:146>"],
    references: ["developers.cloudflare.com/fundamentals/api/get-started/ca-keys"],
  }),
  prefixedToken({
    id: "cloudflare-tunnel-token",
    entityType: "SECRET_CLOUDFLARE_TUNNEL",
    tokens: ["eyJhIjoi<base64:120-260><pad:0-2>"],
    references: ["developers.cloudflare.com/cloudflare-one/connections/connect-networks"],
  }),
  prefixedToken({
    id: "cloudflare-turnstile-secret",
    entityType: "SECRET_CLOUDFLARE_TURNSTILE",
    tokens: ["0x4AAA<base64url:29>"],
    references: ["developers.cloudflare.com/turnstile/get-started"],
  }),
  settingKey({
    id: "fastly-token",
    entityType: "SECRET_FASTLY",
    brands: ["fastly"],
    keys: ["<base64url:32>"],
    references: ["fastly.com/documentation/reference/api/auth-tokens"],
  }),
  prefixedToken({
    id: "akamai-token",
    entityType: "SECRET_AKAMAI",
    tokens: ["akab-<alnum:16>-<alnum:16>"],
    references: ["techdocs.akamai.com/developer/docs/edgegrid"],
  }),
  settingKey({
    id: "akamai-client-secret",
    entityType: "SECRET_AKAMAI",
    brands: ["akamai", "edgegrid"],
    keys: ["<base64:43>="],
    references: ["techdocs.akamai.com/developer/docs/edgegrid"],
  }),
  settingKey({
    id: "bunny-key",
    entityType: "SECRET_BUNNY",
    brands: ["bunnycdn", "bunny cdn", "bunny net"],
    keys: ["<uuid><uuid>", "<uuid>", "<hex:8>-<hex:4>-<hex:4>-<hex:12>-<hex:4>-<hex:4>"],
    references: ["docs.bunny.net/reference/bunnynet-api-overview"],
  }),
  prefixedToken({
    id: "fly-token",
    entityType: "SECRET_FLY",
    tokens: [
      "fm2_<base64:100-1200><pad:0-2>",
      "fm1r_<base64:80-1200><pad:0-2>",
      "fm1a_<base64:80-1200><pad:0-2>",
      "fo1_<base64url:43>",
    ],
    references: ["fly.io/docs/security/tokens"],
  }),
  prefixedToken({
    id: "heroku-token",
    entityType: "SECRET_HEROKU",
    tokens: ["HRKU-AA<base64url:58>", "HRKU-<uuid>"],
    references: ["devcenter.heroku.com/articles/authentication"],
  }),
  settingKey({
    id: "heroku-old-key",
    entityType: "SECRET_HEROKU",
    brands: ["heroku"],
    keys: ["<uuid>"],
    references: ["devcenter.heroku.com/articles/authentication"],
  }),
  prefixedToken({
    id: "netlify-token",
    entityType: "SECRET_NETLIFY",
    tokens: ["nfp_<base62:36>", "nfc_<base62:36>", "nfo_<base62:36>", "nfu_<base62:36>"],
    references: ["docs.netlify.com/api/get-started"],
  }),
  settingKey({
    id: "netlify-old-token",
    entityType: "SECRET_NETLIFY",
    brands: ["netlify"],
    keys: ["<base64url:43-46>"],
    references: ["docs.netlify.com/api/get-started"],
  }),
  prefixedToken({
    id: "vercel-token",
    entityType: "SECRET_VERCEL",
    tokens: [
      "vcp_<base62:24-64>",
      "vci_<base62:24-64>",
      "vca_<base62:24-64>",
      "vcr_<base62:24-64>",
      "vck_<base62:24-64>",
      "vercel_blob_rw_<base62:16>_<base62:30>",
    ],
    references: ["vercel.com/docs/cli/tokens", "vercel.com/docs/vercel-blob"],
  }),
  settingKey({
    id: "vercel-old-token",
    entityType: "SECRET_VERCEL",
    brands: ["vercel", "zeit now"],
    names: ["*now token"],
    keys: ["<base62:24>"],
    references: ["vercel.com/docs/rest-api"],
  }),
  prefixedToken({
    id: "render-key",
    entityType: "SECRET_RENDER",
    tokens: ["rnd_<base62:28-36>"],
    references: ["render.com/docs/api"],
  }),
  settingKey({
    id: "railway-token",
    entityType: "SECRET_RAILWAY",
    ordinaryWords: ["railway"],
    keys: ["<uuid>"],
    references: ["docs.railway.com/reference/public-api"],
  }),
  prefixedToken({
    id: "supabase-key",
    entityType: "SECRET_SUPABASE",
    tokens: ["sbp_<hex:40>", "sbp_oauth_<hex:40>", "sb_secret_<base64url:31>"],
    references: ["supabase.com/docs/guides/api/api-keys"],
  }),
  {
    ...prefixedToken({
      id: "supabase-service-role",
      entityType: "SECRET_SUPABASE",
      tokens: ["eyJ<base64url:20-200>.eyJ<base64url:40-600>.<base64url:43>"],
      check: ({ value }) => {
        const claims = claimsOf(value);
        return claims?.["role"] === "service_role"
          ? { reasons: ["JSON Web Token", "role service_role"], confidence: 0.98 }
          : null;
      },
      references: ["supabase.com/docs/guides/api/api-keys"],
    }),
    examples: {
      match: [
        `SERVICE_KEY=${"eyJ"}hbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJvbGUiOiJzZXJ2aWNlX3JvbGUiLCJleHAiOjF9.{{base64url:43:s}}`,
      ],
      ignore: ["{{jwt:a}}", "eyJ{{base64url:30:a}}.eyJ{{base64url:50:b}}.{{base64url:43:c}}"],
    },
  },
  prefixedToken({
    id: "deno-deploy-token",
    entityType: "SECRET_DENO",
    tokens: ["ddp_<base62:36>", "ddo_<base62:36>", "ddw_<base62:36>"],
    references: ["docs.deno.com/deploy/manual"],
  }),
  prefixedToken({
    id: "scalingo-token",
    entityType: "SECRET_SCALINGO",
    tokens: ["tk-us-<base64url:48>"],
    references: ["developers.scalingo.com"],
  }),
  settingKey({
    id: "koyeb-token",
    entityType: "SECRET_KOYEB",
    brands: ["koyeb"],
    keys: ["<alnum:64>"],
    references: ["koyeb.com/docs/reference/api"],
  }),
  prefixedToken({
    id: "expo-token",
    entityType: "SECRET_EXPO",
    tokens: ["expo_<base64url:40>"],
    references: ["docs.expo.dev/accounts/programmatic-access"],
  }),
];
