import { isPlaceholder } from "../../../checks/placeholder.ts";
import { standsForSomething, tokenStrength } from "../../../checks/secret-value.ts";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";

const SPACE = String.raw`\s{0,24}`;
const ARGUMENT = String.raw`(?:[bru]?"[^"\r\n]{0,120}"|[bru]?'[^'\r\n]{0,120}'|\{[^{}\r\n]{0,160}\}|[^\s,"'\x60(){}]{1,80}(?:\([^()\r\n]{0,80}\))?)`;
const LITERAL = String.raw`[@bru$]?(?:"(?<literal>[^"\s]{8,256})"|'(?<literal>[^'\s]{8,256})'|\x60(?<literal>[^\x60\s]{8,256})\x60)`;

/** Functions that sign, encrypt or identify with a key, by how many arguments stand before it. */
const FUNCTIONS: Readonly<Record<number, readonly string[]>> = {
  0: [
    ...[
      "hmac.new",
      "new secretkeyspec",
      "secretkeyspec",
      "aes.new",
      "fernet",
      "crypto/hmac.new",
      "keys.hmacshakeyfor",
    ],
    ...[
      "algorithm.hmac256",
      "algorithm.hmac384",
      "algorithm.hmac512",
      "symmetricsecuritykey",
      "cookieparser",
    ],
    ...[
      "cookiesession",
      "sessions.newcookiestore",
      "cookiestore",
      "keyring",
      "urlsafetimedserializer",
      "signer",
    ],
    ...[
      "new openai",
      "new stripe",
      "stripe.setapikey",
      "setapikey",
      "set_api_key",
      "withapikey",
      "with_api_key",
    ],
    ...[
      "apikeyauth",
      "new resend",
      "new mistral",
      "sgmail.setapikey",
      "tokenauth",
      "withtoken",
      "with_token",
    ],
    ...["oauth2.staticsource", "aeskey", "rc4.new", "blowfish.new", "des3.new", "chacha20.new", "hmacsha256"],
  ],
  1: [
    ...[
      "jwt.sign",
      "jwt.verify",
      "jwt.encode",
      "jwt.decode",
      "jwt::encode",
      "jwt::decode",
      "jsonwebtoken.sign",
    ],
    ...[
      "createhmac",
      "hash_hmac",
      "createcipheriv",
      "createdecipheriv",
      "openssl_encrypt",
      "hmac.compute",
      "signwith",
    ],
    ...[
      "basicawscredentials",
      "awsbasiccredentials.create",
      "newstaticcredentials",
      "basicsessioncredentials",
    ],
    ...[
      "staticcredentials",
      "new twilio",
      "twilio",
      "client.authenticate",
      "openssl::hmac.hexdigest",
      "cryptojs.aes.encrypt",
    ],
    ...["cryptojs.aes.decrypt", "cryptojs.hmacsha256", "newstaticcredentialsprovider", "sharedkeycredential"],
    ...["storagesharedkeycredential", "azurekeycredential", "boto.connect_s3", "s3connection", "hmacsha1"],
  ],
};

const pattern = new RegExp(
  Object.entries(FUNCTIONS)
    .map(([before, names]) => {
      const any = names.map((name) => name.replace(/\./g, "\\.").replace(" ", "\\s"));
      return `(?:${any.join("|")})\\s?\\(${SPACE}(?:${ARGUMENT}${SPACE},${SPACE}){${before}}${LITERAL}(?=${SPACE}[,).])`;
    })
    .join("|"),
  "i",
);
const own = new RegExp(pattern.source, "diy");

function check({ text, start }: Candidate): Verdict | null {
  own.lastIndex = start;
  const at = own.exec(text)?.indices?.groups?.["literal"];
  if (!at) return null;
  const [from, to] = at;
  const value = text.slice(from, to);
  if (standsForSomething(value) || /[(){}<>]/.test(value)) return null;
  const drawn = tokenStrength(value);
  const chosen = /\d/.test(value) && /[a-z]/i.test(value) && /[!@#$%^&*]/.test(value) ? 0.6 : 0;
  const confidence = Math.max(drawn, chosen);
  if (confidence < 0.5) return null;
  return {
    reasons: ["argument of a function that takes a key"],
    confidence,
    ...(confidence < 0.6 ? { severity: "medium" } : {}),
    skip: from - start,
    length: to - start,
    known: isPlaceholder(value) ? "placeholder, not a credential" : null,
  };
}

/** Keys that are an argument of a call, with nothing around that calls them so. */
export const keyCall: Detector = {
  id: "key-call",
  entityType: "SECRET_GENERIC_KEY",
  rule: "secret.api_key",
  category: "credential",
  severity: "high",
  format: "a literal where a function that signs, encrypts or calls a service takes its key",
  keywords: [...new Set(Object.values(FUNCTIONS).flat())].flatMap((name) => [`${name}(`, `${name} (`]),
  pattern,
  check,
  confidence: { bare: 0.75, context: 0.75 },
  visible: { head: 0, tail: 0 },
  references: ["CWE-321", "CWE-798", "RFC 7519"],
  examples: {
    match: [
      "jwt.sign({ id: 1 }, '{{base62:32:a}}', { expiresIn: '1h' })",
      "crypto.createHmac('sha256', '{{base62:32:b}}')",
      'hmac.new(b"{{base62:32:c}}", message, hashlib.sha256)',
      'new SecretKeySpec("{{hex:32:d}}".getBytes(), "AES")',
      "new OpenAI('{{base62:40:e}}')",
    ],
    ignore: [
      "jwt.sign(payload, process.env.JWT_SECRET)",
      "crypto.createHmac('sha256', 'secret')",
      "jwt.verify(token, 'your-256-bit-secret')",
      "crypto.createHmac('sha256', keyOfStage2)",
    ],
  },
};
