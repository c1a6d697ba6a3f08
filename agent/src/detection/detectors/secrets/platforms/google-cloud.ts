import type { Candidate } from "../../../candidate.ts";
import type { Detector } from "../../../detector.ts";
import { prefixedToken } from "./prefixed-token.ts";
import { settingKey } from "./setting-key.ts";

const SERVICE_ACCOUNT = /service_account|gserviceaccount|BEGIN PRIVATE KEY|client_email/;
const near = ({ text, start, end }: Candidate, wanted: RegExp) =>
  wanted.test(text.slice(Math.max(0, start - 600), end + 600));

export const GOOGLE_CLOUD: readonly Detector[] = [
  prefixedToken({
    id: "google-api-key",
    entityType: "SECRET_GOOGLE_API_KEY",
    tokens: ["AIza<base64url:35>"],
    references: ["cloud.google.com/docs/authentication/api-keys"],
  }),
  prefixedToken({
    id: "google-bound-api-key",
    entityType: "SECRET_GOOGLE_API_KEY",
    tokens: ["AQ.Ab8RN6<base64url:40-60>"],
    references: ["cloud.google.com/vertex-ai/generative-ai/docs/start/api-keys"],
  }),
  prefixedToken({
    id: "google-oauth-secret",
    entityType: "SECRET_GOOGLE_OAUTH",
    tokens: ["GOCSPX-<base64url:28>"],
    references: ["developers.google.com/identity/protocols/oauth2"],
  }),
  settingKey({
    id: "google-oauth-old-secret",
    entityType: "SECRET_GOOGLE_OAUTH",
    names: ["*client secret"],
    keys: ["<base64url:24>"],
    check: (candidate) =>
      near(candidate, /googleusercontent|accounts\.google\.com/)
        ? { reasons: ["secret beside a Google client id"] }
        : null,
    references: ["developers.google.com/identity/protocols/oauth2"],
    examples: {
      match: ['"client_id": "123-ab.apps.googleusercontent.com", "client_secret": "{{base64url:24:s}}"'],
      ignore: [
        '"client_secret": "{{base64url:24:s}}"',
        '"client_id": "123-ab.apps.googleusercontent.com", "client_secret": "short"',
      ],
    },
  }),
  prefixedToken({
    id: "google-oauth-token",
    entityType: "SECRET_GOOGLE_OAUTH_TOKEN",
    tokens: ["ya29.<base64url:30-1000>", "1//0<base64url:40-150>"],
    references: ["developers.google.com/identity/protocols/oauth2"],
  }),
  settingKey({
    id: "gcp-service-account-key",
    entityType: "SECRET_GCP_SERVICE_ACCOUNT",
    names: ["private key id"],
    keys: ["<hex:40>"],
    check: (candidate) =>
      near(candidate, SERVICE_ACCOUNT) ? { reasons: ["key of a service account"], confidence: 0.9 } : null,
    references: ["cloud.google.com/iam/docs/keys-create-delete"],
    examples: {
      match: ['{"type": "service_account", "project_id": "fictief", "private_key_id": "{{hex:40:k}}",'],
      ignore: ['"private_key_id": "{{hex:40:k}}"', '"type": "service_account", "commit": "{{hex:40:k}}"'],
    },
  }),
  prefixedToken({
    id: "gcp-hmac-key",
    entityType: "SECRET_GCP_HMAC_KEY",
    tokens: ["GOOG1E<ALNUM:55>", "GOOG<ALNUM:20>"],
    confidence: 0.85,
    references: ["cloud.google.com/storage/docs/authentication/hmackeys"],
  }),
  prefixedToken({
    id: "firebase-server-key",
    entityType: "SECRET_FIREBASE_SERVER_KEY",
    tokens: ["AAAA<base64url:7>:APA91b<base64url:134>"],
    references: ["firebase.google.com/docs/cloud-messaging/auth-server"],
  }),
];
