import type { Detector } from "../../../detector.ts";
import { ALNUM32, HEX32, HEX64, named, UUID } from "./named.ts";
import { prefixed } from "./prefixed.ts";
import { lettersAndDigits, mixedCharacters } from "./random-parts.ts";
import { testModeIsLow } from "./test-mode.ts";

const SECRET_PREFIX = /^sk_(?:test|live)_(?:[0-9a-f]{40}|(?!51)[A-Za-z0-9]{42})$/;
const isLow = testModeIsLow(/test|sandbox|sbox|sdbx|development/i);

/** Those who take payments. Keys of their test environments are low: they move no money. */
export const PAYMENT_DETECTORS: readonly Detector[] = [
  prefixed("SECRET_STRIPE", {
    keywords: ["sk_live_", "sk_test_", "rk_live_", "rk_test_", "sk_org_", "sk_prod_", "rk_prod_"],
    pattern: /[sr]k_(?:org_)?(?:live|test|prod)_[A-Za-z0-9]{14,247}/,
    check: (candidate) => (SECRET_PREFIX.test(candidate.value) ? null : isLow(candidate)),
    samples: ["sk_live_{{base62:24:a}}", "rk_live_51{{base62:97:b}}", "sk_test_{{base62:24:c}}"],
    ignore: ["pk_live_{{base62:24:d}}", "task_test_{{base62:24:e}}"],
    references: ["docs.stripe.com/keys"],
  }),
  prefixed("SECRET_WEBHOOK_SIGNING", {
    keywords: ["whsec_"],
    pattern: /whsec_[A-Za-z0-9+/]{24,96}={0,2}/,
    samples: ["whsec_{{base62:32:a}}"],
    references: [
      "docs.stripe.com/webhooks/signature",
      "github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
    ],
  }),
  prefixed("SECRET_SQUARE", {
    keywords: ["sq0atp-", "sq0csp-", "sandbox-sq0"],
    pattern: /(?:sandbox-)?sq0(?:atp-[\w-]{22}|csp-[\w-]{43}|atb-[\w-]{22}|csb-[\w-]{43})/,
    check: isLow,
    samples: ["sq0atp-{{base62:22:a}}", "sq0csp-{{base62:43:b}}"],
    ignore: ["sq0idp-{{base62:22:c}}"],
    references: ["developer.squareup.com/docs/build-basics/access-tokens"],
  }),
  prefixed("SECRET_SQUARE", {
    id: "secret-square-access-token",
    keywords: ["EAAA"],
    pattern: /(?<![+/])EAAA[\w-]{60}(?![+/=])/,
    check: mixedCharacters,
    samples: ["EAAA{{base62:60:a}}"],
    references: ["developer.squareup.com/docs/build-basics/access-tokens"],
  }),
  prefixed("SECRET_BRAINTREE", {
    keywords: ["access_token$"],
    pattern: /access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}/,
    check: isLow,
    samples: ["access_token$production${{alnum:16:a}}${{hex:32:b}}"],
    references: ["developer.paypal.com/braintree/docs/guides/extend/oauth/access-tokens"],
  }),
  named("SECRET_PAYPAL", {
    brands: ["paypal"],
    form: /E[\w-]{79}/,
    sample: "E{{base62:79:a}}",
    references: ["developer.paypal.com/api/rest/authentication"],
  }),
  prefixed("SECRET_ADYEN", {
    keywords: ["AQE"],
    pattern: /AQE[A-Za-z0-9+/]{20,160}={0,2}-[A-Za-z0-9+/]{20,80}={0,2}(?:-[!#-&(-;=?-_a-~]{12,24})?/,
    samples: ["AQE{{base62:60:a}}-{{base62:43:b}}=-{{base62:16:c}}"],
    references: ["docs.adyen.com/development-resources/api-credentials"],
  }),
  named("SECRET_ADYEN", {
    brands: ["adyen"],
    form: HEX64,
    sample: "{{HEX:64:a}}",
    references: ["docs.adyen.com/development-resources/webhooks/verify-hmac-signatures"],
  }),
  prefixed("SECRET_MOLLIE", {
    keywords: ["live_", "test_", "access_"],
    pattern: /(?:live|test)_[A-Za-z0-9]{30,35}|access_[A-Za-z0-9]{30,50}/,
    check: (candidate) => mixedCharacters(candidate) && isLow(candidate),
    samples: ["live_{{base62:30:a}}", "test_{{base62:30:b}}", "access_{{base62:40:c}}"],
    ignore: ["test_{{lower:30:d}}", "live_{{join}}subscriptionsAreRenewedEveryMonth"],
    references: ["docs.mollie.com/reference/authentication"],
  }),
  prefixed("SECRET_GOCARDLESS", {
    keywords: ["live_", "sandbox_"],
    pattern: /(?:live|sandbox)_[\w-]{40}/,
    check: (candidate) => mixedCharacters(candidate) && isLow(candidate),
    samples: ["live_{{base62:40:a}}"],
    references: ["developer.gocardless.com/api-reference"],
  }),
  prefixed("SECRET_RAZORPAY", {
    keywords: ["rzp_live_", "rzp_test_"],
    pattern: /rzp_(?:live|test)_[A-Za-z0-9]{14}/,
    check: isLow,
    severity: "medium",
    samples: ["rzp_live_{{base62:14:a}}"],
    references: ["razorpay.com/docs/payments/dashboard/account-settings/api-keys"],
  }),
  named("SECRET_RAZORPAY", {
    brands: ["razorpay"],
    form: /[A-Za-z0-9]{24}/,
    sample: "{{base62:24:a}}",
    references: ["razorpay.com/docs/payments/dashboard/account-settings/api-keys"],
  }),
  prefixed("SECRET_PAYSTACK", {
    keywords: ["sk_live_", "sk_test_"],
    pattern: /sk_(?:live|test)_[0-9a-f]{40}/,
    check: isLow,
    samples: ["sk_live_{{hex:40:a}}"],
    references: ["paystack.com/docs/api/authentication"],
  }),
  prefixed("SECRET_FLUTTERWAVE", {
    keywords: ["FLWSECK"],
    pattern: /FLWSECK(?:_TEST)?-[A-Za-z0-9]{12,64}(?:-X)?|FLWSECK_TEST[A-Za-z0-9]{12}/,
    check: isLow,
    samples: ["FLWSECK-{{hex:32:a}}-X", "FLWSECK_TEST-{{hex:32:b}}-X"],
    references: ["developer.flutterwave.com/docs/authentication"],
  }),
  prefixed("SECRET_CHECKOUT_COM", {
    keywords: ["sk_"],
    pattern: /sk_(?:sbox_|test_)?(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[a-z2-7]{26}[a-z2-7*#$=?!@])/,
    check: (candidate) => lettersAndDigits(candidate) && isLow(candidate),
    samples: ["sk_{{uuid:a}}"],
    references: ["checkout.com/docs/developer-resources/api/api-authentication/api-keys"],
  }),
  prefixed("SECRET_KLARNA", {
    keywords: ["klarna_live_", "klarna_test_"],
    pattern: /klarna_(?:live|test)_api_[A-Za-z0-9+/=_!?*().-]{16,160}/,
    check: isLow,
    samples: ["klarna_live_api_{{base62:64:a}}"],
    references: ["docs.klarna.com/api/authentication"],
  }),
  prefixed("SECRET_PLAID", {
    keywords: ["access-sandbox-", "access-development-", "access-production-"],
    pattern: /access-(?:sandbox|development|production)-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
    check: isLow,
    samples: ["access-production-{{uuid:a}}"],
    references: ["plaid.com/docs/quickstart/glossary"],
  }),
  named("SECRET_PLAID", {
    brands: ["plaid"],
    form: /[0-9a-f]{30}/,
    sample: "{{hex:30:a}}",
    references: ["plaid.com/docs/api"],
  }),
  prefixed("SECRET_PADDLE", {
    keywords: ["pdl_live_", "pdl_sdbx_", "pdl_ntfset_"],
    pattern:
      /pdl_(?:live|sdbx)_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}|pdl_ntfset_[a-z0-9]{26}_[A-Za-z0-9+/]{32}/,
    check: isLow,
    samples: ["pdl_live_apikey_{{alnum:26:a}}_{{base62:22:b}}_{{base62:3:c}}"],
    references: ["developer.paddle.com/api-reference/about/api-keys"],
  }),
  prefixed("SECRET_XENDIT", {
    keywords: ["xnd_production_", "xnd_development_"],
    pattern: /xnd_(?:production|development)_[A-Za-z0-9]{30,120}/,
    check: isLow,
    samples: ["xnd_production_{{base62:56:a}}"],
    references: ["docs.xendit.co/api-integration/api-keys"],
  }),
  prefixed("SECRET_SUMUP", {
    keywords: ["sup_sk_"],
    pattern: /sup_sk_[A-Za-z0-9]{30,50}/,
    samples: ["sup_sk_{{base62:32:a}}"],
    references: ["developer.sumup.com/tools/authorization/api-keys"],
  }),
  prefixed("SECRET_MIDTRANS", {
    keywords: ["Mid-server-"],
    before: 3,
    pattern: /(?:SB-)?Mid-server-[\w-]{24}/,
    check: testModeIsLow(/^SB-/),
    samples: ["Mid-server-{{base62:24:a}}", "SB-Mid-server-{{base62:24:b}}"],
    references: ["docs.midtrans.com/docs/access-keys"],
  }),
  prefixed("SECRET_OMISE", {
    keywords: ["skey_"],
    pattern: /skey_(?:test_)?[a-z0-9]{19}/,
    check: isLow,
    samples: ["skey_{{alnum:19:a}}"],
    references: ["docs.opn.ooo/api-authentication"],
  }),
  named("SECRET_WISE", {
    ordinaryWords: ["wise"],
    brands: ["transferwise"],
    form: UUID,
    sample: "{{uuid:a}}",
    references: ["docs.wise.com/api-docs/features/authentication-access"],
  }),
  named("SECRET_BUCKAROO", {
    brands: ["buckaroo"],
    form: HEX32,
    sample: "{{HEX:32:a}}",
    references: ["docs.buckaroo.io/docs/hmac-authentication"],
  }),
  named("SECRET_PAY_NL", {
    brands: ["paynl", "pay nl"],
    form: /[0-9a-f]{40}/,
    sample: "{{hex:40:a}}",
    references: ["docs.pay.nl/developers"],
  }),
  named("SECRET_BUNQ", {
    brands: ["bunq"],
    form: /(?:sandbox_)?[0-9a-f]{56,64}/,
    sample: "{{hex:64:a}}",
    references: ["doc.bunq.com/basics/authentication/api-keys"],
  }),
  named("SECRET_MULTISAFEPAY", {
    brands: ["multisafepay"],
    form: /[0-9a-f]{40}/,
    sample: "{{hex:40:a}}",
    references: ["docs.multisafepay.com/docs/site-id-api-key-secure-code"],
  }),
  named("SECRET_RECURLY", {
    brands: ["recurly"],
    form: HEX32,
    sample: "{{hex:32:a}}",
    references: ["docs.recurly.com/docs/api-keys"],
  }),
  named("SECRET_CHARGEBEE", {
    brands: ["chargebee"],
    form: /(?:live|test)_[A-Za-z0-9]{32,36}/,
    sample: "{{base62:34:a}}",
    references: ["apidocs.chargebee.com/docs/api/auth"],
  }),
  named("SECRET_WORLDPAY", {
    brands: ["worldpay"],
    form: ALNUM32,
    sample: "{{base62:32:a}}",
    references: ["developer.worldpay.com/products/access/api-basics"],
  }),
  named("SECRET_DWOLLA", {
    brands: ["dwolla"],
    form: /[A-Za-z0-9]{50}/,
    sample: "{{base62:50:a}}",
    references: ["developers.dwolla.com/docs/auth"],
  }),
];
