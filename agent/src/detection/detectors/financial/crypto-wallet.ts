import { createHash } from "node:crypto";
import type { Candidate } from "../../candidate.ts";
import { base58Check, base58Decode, RIPPLE_ALPHABET } from "../../checks/base58.ts";
import { bech32, segwit } from "../../checks/bech32.ts";
import { cashaddr } from "../../checks/cashaddr.ts";
import { eip55 } from "../../checks/eip55.ts";
import { moneroAddress } from "../../checks/monero-address.ts";
import { stellarStrkey } from "../../checks/stellar-strkey.ts";
import type { Detector, Verdict } from "../../detector.ts";

/** The genesis block's address, and where coins are burnt. */
const NOBODY =
  /^(?:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa|1BitcoinEaterAddressDontSendf59kuE|1111111111111111111114oLvT2|0x0{24,40}.{0,16}|0x0{30,}.*dead|0xf{40}|0xe{40}|0x(?:12345|deadbeef|abcdef0123).*|bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq|bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4)$/i;

/** Version bytes of Base58Check with 21 bytes of payload, and whose they are. */
const VERSIONS: Readonly<Record<number, string>> = {
  0x00: "Bitcoin",
  0x05: "Bitcoin or Litecoin",
  0x30: "Litecoin",
  0x32: "Litecoin",
  0x1e: "Dogecoin",
  0x16: "Dogecoin",
  0x4c: "Dash",
  0x10: "Dash",
  0x41: "Tron",
  0x6f: "Bitcoin test network",
  0xc4: "Bitcoin test network",
};
const FIRST_LETTERS: Readonly<Record<number, string>> = {
  0x00: "1",
  0x05: "3",
  0x30: "L",
  0x32: "M",
  0x1e: "D",
  0x16: "9A",
  0x4c: "X",
  0x10: "7",
  0x41: "T",
  0x6f: "mn",
  0xc4: "2",
};

function base58Coin(value: string): string | null {
  if (value.startsWith("r")) {
    const ripple = base58Check(value, RIPPLE_ALPHABET);
    return ripple?.length === 21 && ripple[0] === 0 ? "XRP" : null;
  }
  const payload = base58Check(value);
  if (!payload) return null;
  if (payload.length === 22 && payload[0] === 0x1c && (payload[1] === 0xb8 || payload[1] === 0xbd))
    return "Zcash";
  if (payload.length === 23 && payload[0] === 0x06 && payload[1] === 0xa1) return "Tezos";
  const version = payload[0] ?? -1;
  if (payload.length !== 21 || !FIRST_LETTERS[version]?.includes(value.charAt(0))) return null;
  return VERSIONS[version] ?? null;
}

/** SS58: the last two bytes are the head of BLAKE2b-512 over `SS58PRE` and the rest. */
function isPolkadot(value: string): boolean {
  const bytes = base58Decode(value);
  if (bytes?.length !== 35 || (bytes[0] !== 0 && bytes[0] !== 2 && bytes[0] !== 42)) return false;
  const sum = createHash("blake2b512").update("SS58PRE").update(bytes.subarray(0, 33)).digest();
  return sum.subarray(0, 2).equals(bytes.subarray(33));
}

const SEGWIT = ["bc", "ltc", "tb", "bcrt"];
const BECH32 = ["addr", "stake", "cosmos", "bnb", "osmo", "terra", "inj", "sei", "celestia", "addr_test"];
const SOLANA = /\b(?:sol|solana|phantom|spl|lamports?)\b/i;

/** The coin whose own checksum the address passes; null if there is none. */
function provenCoin(value: string): string | null {
  if (/^(?:bc|ltc|tb|bcrt)1/i.test(value))
    return segwit(value, SEGWIT) ? "Bitcoin or Litecoin, witness address" : null;
  if (/^(?:addr|stake|cosmos|bnb|osmo|terra|inj|sei|celestia)/.test(value)) {
    const decoded = bech32(value);
    return decoded && BECH32.includes(decoded.prefix) ? decoded.prefix : null;
  }
  if (/^(?:bitcoincash:)?[qp][a-z0-9]{41}$/i.test(value)) return cashaddr(value) ? "Bitcoin Cash" : null;
  if (value.length === 56 && value.startsWith("G"))
    return stellarStrkey(value) === "account" ? "Stellar" : null;
  if (value.length === 95 || value.length === 106) return moneroAddress(value) ? "Monero" : null;
  if (value.length >= 25 && value.length <= 36) return base58Coin(value);
  return value.length >= 46 && value.length <= 48 && isPolkadot(value) ? "Polkadot" : null;
}

function check({ value, before, after, name }: Candidate): Verdict | null {
  if (/^0x/i.test(value)) {
    const hex = value.slice(2);
    const reasons = ["forty hexadecimal digits after 0x"];
    if (NOBODY.test(value) || /(.)\1{15}/.test(hex)) return { reasons, known: "address of nobody" };
    if (/[a-f]/.test(hex) && /[A-F]/.test(hex)) return eip55(value) ? { reasons: ["checksum EIP-55"] } : null;
    return { reasons, confidence: 0.55 };
  }
  const coin = provenCoin(value);
  if (coin !== null) {
    const reasons = [`checksum of ${coin}`];
    if (/test/i.test(coin) || /^(?:tb|bcrt)1|^addr_test/i.test(value))
      return { reasons, known: "address of a test network" };
    return NOBODY.test(value) ? { reasons, known: "address of nobody" } : { reasons };
  }
  // Solana has no checksum: the 32 bytes of a key, and its name near it.
  if (
    value.length >= 43 &&
    value.length <= 44 &&
    /\d/.test(value) &&
    SOLANA.test(`${before} ${name} ${after}`)
  )
    return base58Decode(value)?.length === 32
      ? { reasons: ["32 bytes in base58", "Solana named near it"], confidence: 0.8 }
      : null;
  return null;
}

const PATTERN =
  /(?<![A-Za-z0-9+/_])(?:0x[0-9a-fA-F]{40}|(?:bitcoincash:)?[qp][a-z0-9]{41}|(?:bc|tb|bcrt|ltc)1[a-z0-9]{25,87}|(?:BC|TB|LTC)1[A-Z0-9]{25,87}|(?:addr(?:_test)?|stake|cosmos|bnb|osmo|terra|inj|sei|celestia)1[a-z0-9]{38,110}|G[A-Z2-7]{55}|[1-9A-HJ-NP-Za-km-z]{25,48}|[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?)(?![A-Za-z0-9+/_=]|-[A-Za-z0-9])/;

const CONTEXT = [
  ...[
    "wallet",
    "wallet address",
    "wallets",
    "address",
    "adres",
    "adresse",
    "bitcoin",
    "btc",
    "ethereum",
    "eth",
    "litecoin",
    "ltc",
  ],
  ...[
    "dogecoin",
    "doge",
    "ripple",
    "xrp",
    "monero",
    "xmr",
    "solana",
    "sol",
    "cardano",
    "ada",
    "tron",
    "trx",
    "stellar",
    "xlm",
  ],
  ...[
    "bitcoin cash",
    "bch",
    "polkadot",
    "dot",
    "crypto",
    "usdt",
    "usdc",
    "erc20",
    "donate",
    "donation",
    "deposit",
    "withdraw",
  ],
  ...[
    "send to",
    "pay to",
    "recipient",
    "metamask",
    "account",
    "owner",
    "to",
    "from",
    "cryptowallet",
    "geldbörse",
    "portefeuille",
  ],
];

const wallet = {
  entityType: "CRYPTO_WALLET",
  rule: "pii.crypto.wallet",
  category: "financial",
  format: "An address of a coin, in its own alphabet with its own checksum.",
  checksum: "Base58Check, Bech32, EIP-55, CRC-16 and others, by coin.",
  pattern: PATTERN,
  check,
  contextWords: CONTEXT,
  againstWords: [
    "commit",
    "sha1",
    "sha",
    "hash",
    "contract",
    "tx",
    "txid",
    "transaction",
    "bytecode",
    "selector",
    "integrity",
  ],
  confidence: { bare: 0.9, context: 0.95, against: 0.5 },
  visible: { head: 4, tail: 0 },
  references: [
    "BIP 13, 141, 173, 350",
    "EIP-55",
    "SEP-0023",
    "CIP-0019",
    "https://xrpl.org/docs/concepts/accounts/addresses",
    "https://docs.getmonero.org/public-address/standard-address/",
  ],
} as const satisfies Partial<Detector>;

export const cryptoWallet: Detector = {
  ...wallet,
  id: "crypto-wallet",
  forms: ["X{25}", "0xX{40}"],
  keywords: [
    "bc1q",
    "bc1p",
    "ltc1",
    "tb1q",
    "tb1p",
    "addr1",
    "stake1",
    "cosmos1",
    "bnb1",
    "osmo1",
    "bitcoincash:",
  ],
  anyCase: true,
  examples: {
    match: [
      "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
      "send to bc1qc7slrfxkknqcq2jevvvkdgvrt8080852dfjewde450xdlk4ugp7szw5tk9",
      "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
      "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
      "XRP rN7n7otQDd6FczFgLdSqtcsAUxDkw6fzRH",
      "DOGE DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L",
    ],
    ignore: [
      "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3",
      "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD",
      "bc1qc7slrfxkknqcq2jevvvkdgvrt8080852dfjewde450xdlk4ugp7szw5tk8",
      "{{hex:40:commit}}",
      "{{base58:34:random}}",
    ],
  },
};

/** By its name: an address may have its first digit far from its beginning. */
export const cryptoWalletNamed: Detector = {
  ...wallet,
  id: "crypto-wallet-named",
  names: [
    ...[
      "wallet",
      "wallet address",
      "*wallet",
      "address",
      "*address",
      "btc",
      "bitcoin",
      "eth",
      "ethereum",
      "ltc",
      "litecoin",
      "doge",
    ],
    ...[
      "dogecoin",
      "xrp",
      "ripple",
      "xmr",
      "monero",
      "sol",
      "solana",
      "trx",
      "tron",
      "xlm",
      "stellar",
      "dash",
      "recipient",
      "destination",
    ],
  ],
  looseName: true,
  pattern: new RegExp(`${PATTERN.source}`),
  examples: {
    match: ["dogecoin: DMmVQPymBoFwwPbDeGNjuxLav8kxtziHV9"],
    ignore: ["address: DH5yaieqoZN36fDVciNyRueRGvGLR3mr7M"],
  },
};
