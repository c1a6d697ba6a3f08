import type { Detector } from "../../../detector.ts";
import { ALNUM32, HEX32, named, UUID } from "./named.ts";
import { prefixed } from "./prefixed.ts";

/** Exchanges and nodes of crypto currencies. */
export const CRYPTO_EXCHANGE_DETECTORS: readonly Detector[] = [
  named("SECRET_COINBASE", {
    brands: ["coinbase"],
    form: /[A-Za-z0-9+/=_-]{16,90}/,
    sample: "{{base62:64:a}}",
    references: ["docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys"],
  }),
  named("SECRET_BINANCE", {
    brands: ["binance"],
    form: /[A-Za-z0-9]{64}/,
    sample: "{{base62:64:a}}",
    references: ["developers.binance.com/docs/binance-spot-api-docs/rest-api"],
  }),
  named("SECRET_KRAKEN", {
    brands: ["kraken"],
    form: /[A-Za-z0-9+/]{56}|[A-Za-z0-9+/]{86}==/,
    sample: "{{base62:86:a}}==",
    references: ["docs.kraken.com/api/docs/guides/spot-rest-auth"],
  }),
  named("SECRET_KUCOIN", {
    brands: ["kucoin"],
    form: /[0-9a-f]{24}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
    sample: "{{hex:24:a}}",
    references: ["kucoin.com/docs/basic-info/connection-method/authentication"],
  }),
  named("SECRET_BITFINEX", {
    brands: ["bitfinex"],
    form: /[A-Za-z0-9]{43}/,
    sample: "{{base62:43:a}}",
    references: ["docs.bitfinex.com/docs/rest-auth"],
  }),
  named("SECRET_BITMEX", {
    brands: ["bitmex"],
    form: /[\w-]{24}|[\w-]{48}/,
    sample: "{{base62:48:a}}",
    references: ["bitmex.com/app/apiKeysUsage"],
  }),
  named("SECRET_BITTREX", {
    brands: ["bittrex"],
    form: ALNUM32,
    sample: "{{alnum:32:a}}",
    references: ["bittrex.github.io/api/v3"],
  }),
  named("SECRET_BITVAVO", {
    brands: ["bitvavo"],
    form: /[0-9a-f]{64}|[0-9a-f]{128}/,
    sample: "{{hex:64:a}}",
    references: ["docs.bitvavo.com"],
  }),
  named("SECRET_BYBIT", {
    brands: ["bybit"],
    form: /[A-Za-z0-9]{18}|[A-Za-z0-9]{36}/,
    sample: "{{base62:36:a}}",
    references: ["bybit-exchange.github.io/docs/v5/guide"],
  }),
  named("SECRET_OKX", {
    brands: ["okx"],
    form: /[0-9A-F]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
    sample: "{{HEX:32:a}}",
    references: ["okx.com/docs-v5/en"],
  }),
  named("SECRET_INFURA", {
    brands: ["infura"],
    form: HEX32,
    sample: "{{hex:32:a}}",
    references: ["docs.metamask.io/services/get-started/infura"],
  }),
  named("SECRET_ALCHEMY", {
    ordinaryWords: ["alchemy"],
    form: /[\w-]{32}/,
    sample: "{{base62:32:a}}",
    references: ["alchemy.com/docs/create-an-api-key"],
  }),
  named("SECRET_ETHERSCAN", {
    brands: ["etherscan", "bscscan", "polygonscan"],
    form: /[0-9A-Z]{34}/,
    sample: "{{ALNUM:34:a}}",
    references: ["docs.etherscan.io/getting-an-api-key"],
  }),
  named("SECRET_COINMARKETCAP", {
    brands: ["coinmarketcap"],
    form: UUID,
    sample: "{{uuid:a}}",
    references: ["coinmarketcap.com/api/documentation/v1"],
  }),
  named("SECRET_ALPACA", {
    ordinaryWords: ["alpaca"],
    form: /[A-Za-z0-9]{40}|[A-Z0-9]{20}/,
    sample: "{{base62:40:a}}",
    references: ["docs.alpaca.markets/docs/authentication"],
  }),
  prefixed("SECRET_COINGECKO", {
    keywords: ["CG-"],
    pattern: /CG-(?=[A-Za-z]{0,23}\d)[A-Za-z0-9]{24}/,
    bare: 0.85,
    samples: ["CG-{{base62:24:a}}"],
    references: ["docs.coingecko.com/reference/authentication"],
  }),
];
