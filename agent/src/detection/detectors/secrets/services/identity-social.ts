import type { Detector } from "../../../detector.ts";
import { ALNUM32, HEX32, HEX40, HEX64, named, UUID } from "./named.ts";
import { prefixed } from "./prefixed.ts";
import { mixedCharacters } from "./random-parts.ts";
import { testModeIsLow } from "./test-mode.ts";

const isLow = testModeIsLow(/test/);

/** Social networks, file sharing, and those who log users in. */
export const IDENTITY_AND_SOCIAL_DETECTORS: readonly Detector[] = [
  prefixed("SECRET_FACEBOOK", {
    keywords: ["EAA"],
    pattern: /(?<![+/])EAA(?!A)[A-Za-z0-9]{28,400}(?![+/=])/,
    check: mixedCharacters,
    bare: 0.9,
    samples: ["EAAC{{base62:160:a}}"],
    references: ["developers.facebook.com/docs/facebook-login/guides/access-tokens"],
  }),
  prefixed("SECRET_FACEBOOK", {
    id: "secret-facebook-app-token",
    forms: ["9{14,17}|X"],
    pattern: /\d{14,17}\|[\w-]{27,32}/,
    format: "number of the app, a bar and its key",
    samples: ["{{digits:15:a}}|{{base62:27:b}}"],
    references: ["developers.facebook.com/docs/facebook-login/guides/access-tokens#apptokens"],
  }),
  named("SECRET_FACEBOOK", {
    brands: ["facebook"],
    ordinaryWords: ["fb"],
    form: HEX32,
    sample: "{{hex:32:a}}",
    references: ["developers.facebook.com/docs/facebook-login/security"],
  }),
  prefixed("SECRET_INSTAGRAM", {
    keywords: ["IGQ", "IGAA"],
    pattern: /IG(?:Q|AA)[A-Za-z0-9_-]{80,300}/,
    samples: ["IGQV{{base62:140:a}}"],
    references: ["developers.facebook.com/docs/instagram-platform"],
  }),
  prefixed("SECRET_TWITTER", {
    keywords: ["AAAAAAAAAAAAAAAAAAAA"],
    pattern: /(?<![+/])A{20,24}[A-Za-z0-9%]{50,120}(?![+/=])/,
    samples: ["AAAAAAAAAAAAAAAAAAAAA{{base62:30:a}}%3D{{base62:50:b}}"],
    references: ["docs.x.com/fundamentals/authentication/oauth-2-0/bearer-tokens"],
  }),
  prefixed("SECRET_TWITTER", {
    id: "secret-twitter-access-token",
    forms: ["9{15,20}-X"],
    pattern: /\d{15,20}-[A-Za-z0-9]{40}/,
    check: mixedCharacters,
    bare: 0.85,
    format: "number of the user, a dash and 40 characters",
    samples: ["{{digits:19:a}}-{{base62:40:b}}"],
    references: ["docs.x.com/fundamentals/authentication/oauth-1-0a/obtaining-user-access-tokens"],
  }),
  named("SECRET_TWITTER", {
    brands: ["twitter"],
    form: /[A-Za-z0-9]{25}|[A-Za-z0-9]{45}|[A-Za-z0-9]{50}/,
    sample: "{{base62:50:a}}",
    references: ["docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret"],
  }),
  prefixed("SECRET_LINKEDIN", {
    keywords: ["WPL_AP"],
    pattern: /WPL_AP\d\.[A-Za-z0-9]{14,20}\.[A-Za-z0-9+/]{6,40}={0,2}/,
    samples: ["WPL_AP1.{{base62:16:a}}.{{base62:10:b}}=="],
    references: ["learn.microsoft.com/linkedin/shared/authentication/authentication"],
  }),
  named("SECRET_LINKEDIN", {
    brands: ["linkedin"],
    form: /[A-Za-z0-9]{14,16}/,
    sample: "{{base62:16:a}}",
    references: ["learn.microsoft.com/linkedin/shared/authentication/authentication"],
  }),
  prefixed("SECRET_DROPBOX", {
    keywords: ["sl."],
    pattern: /sl\.(?:u\.|B)?[\w-]{120,1200}/,
    samples: ["sl.{{base62:135:a}}"],
    references: ["developers.dropbox.com/oauth-guide"],
  }),
  named("SECRET_DROPBOX", {
    brands: ["dropbox"],
    form: /[a-z0-9]{15}|[a-z0-9]{11}A{10}[\w-]{43}/i,
    sample: "{{alnum:15:a}}",
    references: ["developers.dropbox.com/oauth-guide"],
  }),
  named("SECRET_BOX", {
    ordinaryWords: ["box"],
    form: ALNUM32,
    sample: "{{base62:32:a}}",
    references: ["developer.box.com/guides/authentication"],
  }),
  prefixed("SECRET_OKTA", {
    keywords: ["SSWS "],
    pattern: /SSWS 00[\w-]{40}/,
    samples: ["SSWS 00{{base62:40:a}}"],
    references: ["developer.okta.com/docs/reference/core-okta-api/#authentication"],
  }),
  named("SECRET_OKTA", {
    brands: ["okta"],
    form: /00[\w-]{40}/,
    sample: "00{{base62:40:a}}",
    references: ["developer.okta.com/docs/guides/create-an-api-token"],
  }),
  named("SECRET_AUTH0", {
    brands: ["auth0"],
    form: /[\w-]{64}/,
    sample: "{{base62:64:a}}",
    references: ["auth0.com/docs/get-started/applications/application-settings"],
  }),
  named("SECRET_DUO", {
    ordinaryWords: ["duo"],
    names: ["duo skey"],
    form: /[A-Za-z0-9]{40}/,
    sample: "{{base62:40:a}}",
    references: ["duo.com/docs/adminapi"],
  }),
  prefixed("SECRET_CLERK", {
    keywords: ["sk_live_", "sk_test_"],
    pattern: /sk_(?:live|test)_(?!51|[0-9a-f]{40,42}(?!\w))[A-Za-z0-9]{42}/,
    check: isLow,
    samples: ["sk_live_{{base62:42:a}}"],
    references: ["clerk.com/docs/deployments/clerk-environment-variables"],
  }),
  prefixed("SECRET_STYTCH", {
    keywords: ["secret-live-", "secret-test-"],
    pattern: /secret-(?:live|test)-[\w-]{34,44}={0,2}/,
    check: (candidate) => mixedCharacters(candidate) && isLow(candidate),
    samples: ["secret-live-{{base62:36:a}}"],
    references: ["stytch.com/docs/api"],
  }),
  named("SECRET_KEYCLOAK", {
    brands: ["keycloak"],
    form: /[A-Za-z0-9]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
    sample: "{{base62:32:a}}",
    references: ["keycloak.org/docs/latest/server_admin"],
  }),
  named("SECRET_ONELOGIN", {
    brands: ["onelogin"],
    form: HEX64,
    sample: "{{hex:64:a}}",
    references: ["developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials"],
  }),
  prefixed("SECRET_VK", {
    keywords: ["vk1.a."],
    pattern: /vk1\.a\.[\w-]{80,300}/,
    samples: ["vk1.a.{{base62:190:a}}"],
    references: ["id.vk.com/about/business/go/docs"],
  }),
  named("SECRET_STRAVA", {
    brands: ["strava"],
    form: HEX40,
    sample: "{{hex:40:a}}",
    references: ["developers.strava.com/docs/authentication"],
  }),
  named("SECRET_SPOTIFY", {
    brands: ["spotify"],
    form: HEX32,
    sample: "{{hex:32:a}}",
    references: ["developer.spotify.com/documentation/web-api/concepts/apps"],
  }),
  prefixed("SECRET_TWITCH", {
    keywords: ["oauth:"],
    pattern: /oauth:[a-z0-9]{30}/,
    samples: ["oauth:{{alnum:30:a}}"],
    references: ["dev.twitch.tv/docs/chat/authenticating"],
  }),
  named("SECRET_TWITCH", {
    brands: ["twitch"],
    form: /[a-z0-9]{30}/,
    sample: "{{alnum:30:a}}",
    references: ["dev.twitch.tv/docs/authentication"],
  }),
  named("SECRET_TIKTOK", {
    brands: ["tiktok"],
    form: /[A-Za-z0-9]{32,40}/,
    sample: "{{base62:32:a}}",
    references: ["developers.tiktok.com/doc/oauth-user-access-token-management"],
  }),
  prefixed("SECRET_PINTEREST", {
    keywords: ["pina_"],
    pattern: /pina_[A-Za-z0-9]{32,120}/,
    samples: ["pina_{{ALNUM:80:a}}"],
    references: ["developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization"],
  }),
  named("SECRET_REDDIT", {
    brands: ["reddit"],
    form: /[\w-]{24,32}/,
    sample: "{{base62:27:a}}",
    references: ["github.com/reddit-archive/reddit/wiki/OAuth2"],
  }),
  named("SECRET_SNAPCHAT", {
    brands: ["snapchat"],
    form: /[a-z0-9]{20,40}/,
    sample: "{{alnum:20:a}}",
    references: ["developers.snap.com/api/marketing-api/Ads-API/authentication"],
  }),
  named("SECRET_FLICKR", {
    brands: ["flickr"],
    form: /[0-9a-f]{16}|[0-9a-f]{32}/,
    sample: "{{hex:32:a}}",
    references: ["flickr.com/services/api"],
  }),
  named("SECRET_FUSIONAUTH", {
    brands: ["fusionauth"],
    form: UUID,
    sample: "{{uuid:a}}",
    references: ["fusionauth.io/docs/apis/authentication"],
  }),
];
