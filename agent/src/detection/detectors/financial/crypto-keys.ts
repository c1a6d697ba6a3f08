import type { Candidate } from "../../candidate.ts";
import { base58Check } from "../../checks/base58.ts";
import { randomLooking } from "../../checks/random-looking.ts";
import { stellarStrkey } from "../../checks/stellar-strkey.ts";
import type { Detector, Verdict } from "../../detector.ts";

const key = { rule: "secret.private_key", category: "credential", visible: { head: 0, tail: 0 } } as const;

function checkEncoded({ value }: Candidate): Verdict | null {
  if (value.length === 56)
    return stellarStrkey(value) === "seed" ? { reasons: ["checksum of a Stellar seed"] } : null;
  const payload = base58Check(value);
  if (!payload) return null;
  if (value.length > 100)
    return payload.length === 78 ? { reasons: ["checksum of an extended private key"] } : null;
  const isWif = payload.length === 33 || (payload.length === 34 && payload[33] === 1);
  if (!isWif || ![0x80, 0xef, 0xb0, 0x9e].includes(payload[0] ?? 0)) return null;
  return { reasons: ["checksum of a key in wallet import format"] };
}

const ENCODED =
  /(?<![A-Za-z0-9+/_])(?:[xyzt]prv[1-9A-HJ-NP-Za-km-z]{107}|[5KLc9QT6][1-9A-HJ-NP-Za-km-z]{50,51}|S[A-Z2-7]{55})(?![A-Za-z0-9+/_=])/;
const REFERENCES = [
  "BIP 32",
  "https://en.bitcoin.it/wiki/Wallet_import_format",
  "SEP-0023",
  "SEC 2: secp256k1",
];

/** With a checksum of their own. */
export const cryptoEncodedKey: Detector = {
  ...key,
  id: "crypto-encoded-key",
  entityType: "CRYPTO_PRIVATE_KEY",
  format: "A key in wallet import format, an extended private key, or a Stellar seed.",
  checksum: "Base58Check; CRC-16 for Stellar.",
  forms: ["X{51}"],
  keywords: ["xprv", "yprv", "zprv", "tprv"],
  anyCase: true,
  pattern: ENCODED,
  check: checkEncoded,
  confidence: { bare: 0.95, context: 0.95 },
  references: REFERENCES,
  examples: {
    match: ["5HueCGU8rMjxEXxiPuD5BDku4MkFq{{join}}eZyd4dZ1jvhTVqvbTLvyTJ"],
    ignore: [
      "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTK",
      "xprv{{base58:107:x}}",
      "S{{base32:55:s}}",
    ],
  },
};

/** Under the name of a wallet's key: 32 bytes in hexadecimal digits, or 64 in base58 as Solana has them. */
export const cryptoNamedKey: Detector = {
  ...key,
  id: "crypto-named-key",
  entityType: "CRYPTO_PRIVATE_KEY",
  format: "Sixty-four hexadecimal digits, or a key in base58, under the name of a wallet's private key.",
  names: [
    ...[
      "*private key",
      "*privatekey",
      "*priv key",
      "*privkey",
      "wif",
      "wallet key",
      "deployer key",
      "wallet secret",
      "signer key",
    ],
    ...[
      "eth key",
      "account key",
      "secret seed",
      "stellar secret",
      "stellar seed",
      "solana key",
      "wallet seed",
      "*mnemonic key",
      "prv key",
    ],
  ],
  looseName: true,
  pattern:
    /(?:0x)?[0-9a-f]{64}(?![\w])|[1-9A-HJ-NP-Za-km-z]{86,88}(?![\w+/=])|[5KLc9QT6][1-9A-HJ-NP-Za-km-z]{50,51}(?![\w+/=])|S[A-Z2-7]{55}(?!\w)|\[(?:\s{0,4}\d{1,3}\s{0,4},){63}\s{0,4}\d{1,3}\s{0,4}\]/i,
  check: (candidate) => {
    const { value, name } = candidate;
    if (value.startsWith("[")) return { reasons: ["sixty-four bytes under the name of a key"] };
    if (value.length < 60) return checkEncoded(candidate);
    if (!randomLooking(value.replace(/^0x/i, "")) || /public|hash|id$/i.test(name)) return null;
    return { reasons: ["form of a key under its name"] };
  },
  confidence: { bare: 0.9, context: 0.9 },
  references: REFERENCES,
  examples: {
    match: [
      "PRIVATE_KEY=0x{{hex:64:k}}",
      "deployerPrivateKey: '{{hex:64:d}}'",
      "wallet private key {{hex:64:w}}",
    ],
    ignore: ["txHash=0x{{hex:64:k}}", "PRIVATE_KEY=0x{{hex:40:k}}", "PRIVATE_KEY=${PRIVATE_KEY}"],
  },
};

/** Function words of English that the list of BIP 39 does not have. */
const NOT_IN_LIST =
  /(?:^|\s)(?:the|and|for|with|are|was|were|has|had|not|but|your|our|his|her|their|from|when|which|who|word|words|been|being|does|did|would|should|could|please|store|phrase|keep|them|these|those|its|might|shall|than)(?:\s|$)/;
const COUNTS = [12, 15, 18, 21, 24];

function checkPhrase({ value, after, quote }: Candidate): Verdict | null {
  const words = value.split(/[\s,]+/);
  // A prose sentence goes on; a phrase ends with its line or its quotation mark.
  if (!COUNTS.includes(words.length) || NOT_IN_LIST.test(words.join(" "))) return null;
  if (quote === "" && !/^\s{0,4}(?:[\r\n"'`<,;.)]|$)/.test(after)) return null;
  const reasons = [`${words.length} words under the name of a recovery phrase`];
  if (new Set(words).size * 2 <= words.length) return { reasons, known: "test phrase of a library" };
  return { reasons };
}

export const cryptoSeedPhrase: Detector = {
  ...key,
  id: "crypto-seed-phrase",
  entityType: "CRYPTO_SEED_PHRASE",
  format: "Twelve to twenty-four short English words under the name of a recovery phrase.",
  names: [
    ...[
      "*mnemonic",
      "mnemonic phrase",
      "mnemonic words",
      "seed phrase",
      "seedphrase",
      "seed words",
      "recovery phrase",
      "recovery words",
    ],
    ...[
      "secret recovery phrase",
      "backup phrase",
      "backup words",
      "wallet seed",
      "wallet phrase",
      "seed",
      "herstelzin",
      "herstelwoorden",
    ],
    ...[
      "secret phrase",
      "secret words",
      "wiederherstellungsphrase",
      "phrase de récupération",
      "frase semilla",
      "frase de recuperación",
      "passphrase words",
    ],
  ],
  looseName: true,
  pattern: /(?:is:?\s)?[a-z]{3,8}(?:(?:, |[ ]{1,2}|\n)[a-z]{3,8}){11,23}(?![a-z]| [a-z]{3,8})/,
  check: (candidate) => checkPhrase(candidate),
  confidence: { bare: 0.95, context: 0.95 },
  references: ["BIP 39"],
  examples: {
    match: [
      'mnemonic = "ripple couch fiber lunar wedge magnet orbit tennis velvet glance rocket humble"',
      "Seed phrase: ripple couch fiber lunar wedge magnet orbit tennis velvet glance rocket humble",
    ],
    ignore: [
      "Seed phrase: please keep the twelve words of your wallet in one safe place",
      'mnemonic = "ripple couch fiber lunar wedge magnet"',
      "ripple couch fiber lunar wedge magnet orbit tennis velvet glance rocket humble",
    ],
  },
};
