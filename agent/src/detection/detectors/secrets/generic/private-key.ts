import { shannonEntropy } from "../../../checks/random-looking.ts";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";

const common = {
  entityType: "PRIVATE_KEY",
  rule: "secret.private_key",
  category: "credential",
  confidence: { bare: 0.95, context: 0.95 },
  visible: { head: 0, tail: 0 },
} as const;

const HEADER = /^-{4,5} ?BEGIN ([^-]{0,60}?) ?-{4,5}/i;
const FOOTER = /-{4,5} ?END [^-]{0,60}-{4,5}$/i;
/** Line ends as programs write them in strings, what joins lines in code, and the header lines of PEM and PGP. */
const NO_BODY = /\\+[nrt]|&#1[03];|%0[ad]|^[ \t]*[A-Za-z][A-Za-z0-9-]{2,20}: [^\r\n]*$/gim;

/** The letters of an armoured key's body. */
function body(value: string): string {
  return value
    .replace(HEADER, "")
    .replace(FOOTER, "")
    .replace(NO_BODY, "\n")
    .replace(/[^A-Za-z0-9+/=]/g, "");
}

/** A block without an end: its header, and what stands behind it line by line as a key would. */
const OPEN_BLOCK =
  /^-{4,5} ?BEGIN [^-]{0,60}-{4,5}(?:(?:\\+[nrt]|[\s"'`,|>#*])+(?:[A-Za-z][A-Za-z0-9-]{2,20}: [^\r\n]{0,200}|[A-Za-z0-9+/=]{8,}))*/i;

function checkArmour(candidate: Candidate): Verdict | null {
  const isClosed = FOOTER.test(candidate.value);
  if (isClosed) return judgeArmour(candidate.value, candidate.before, true);
  const open = OPEN_BLOCK.exec(candidate.value)?.[0] ?? candidate.value;
  const verdict = judgeArmour(open, candidate.before, false);
  return verdict && { ...verdict, length: open.length };
}

function judgeArmour(value: string, before: string, isClosed: boolean): Verdict | null {
  const kind = HEADER.exec(value)?.[1]?.toUpperCase() ?? "";
  const letters = body(value);
  const reasons = [isClosed ? "armoured block of a private key" : "beginning of an armoured private key"];
  if (/ENCRYPTED/.test(kind) || /ENCRYPTED/.test(value.slice(0, 300))) reasons.push("encrypted");
  if (/\.{3}|…|\*{3}|x{6}|<[a-z]|\{\{|\$\{/i.test(value))
    return letters === "" && !isClosed ? null : { reasons, known: "placeholder, not a key" };
  if (letters.length >= 40) {
    if (shannonEntropy(letters) < 3.2) return { reasons, known: "placeholder, not a key" };
    return { reasons, confidence: isClosed ? 0.98 : 0.9 };
  }
  // A search string or a sentence about keys; a block on lines of its own is at least a piece of one.
  const onItsLine = /(?:^|\n)[ \t>#*|-]{0,16}$/.test(before) || before === "";
  const goesOn = /^-[^\n]*-\r?\n\s{0,16}\S|-\\n[A-Za-z0-9+/]{12}/.test(value);
  return goesOn && onItsLine && letters.length >= 8
    ? { reasons: [...reasons, "short"], confidence: 0.5, severity: "medium" }
    : null;
}

/** The base64 of a PEM block, as secrets of Kubernetes and of build servers hold it. */
function checkEncoded({ value }: Candidate): Verdict | null {
  const head = Buffer.from(value.replace(/\\n|\s/g, "").slice(0, 96), "base64").toString("latin1");
  if (!/^-{5}BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY/.test(head)) return null;
  return {
    reasons: ["decodes from base64 to an armoured private key"],
    confidence: value.length > 100 ? 0.95 : 0.6,
  };
}

/** `d` or `k` of a JSON Web Key: the key's other members must stand beside it. */
function checkJwk({ text, start, end }: Candidate): Verdict | null {
  const ahead = text.slice(Math.max(0, start - 3000), start);
  const behind = text.slice(end, end + 6000);
  const open = ahead.lastIndexOf("{");
  const close = behind.indexOf("}");
  if (open < 0) return null;
  const key = ahead.slice(open) + behind.slice(0, close < 0 ? 2000 : close);
  const type = /\\?"kty\\?"\s{0,4}:\s{0,4}\\?"(RSA|EC|OKP|oct)\\?"/.exec(key)?.[1];
  if (type === undefined) return null;
  const isSymmetric = /^\\?"k/.test(text.slice(start, start + 3));
  if (isSymmetric !== (type === "oct")) return null;
  return { reasons: [`private member of a JSON Web Key, ${type}`] };
}

export const privateKeys: readonly Detector[] = [
  {
    ...common,
    id: "private-key-armoured",
    format: "a block that begins with `BEGIN … PRIVATE KEY`, its lines in base64",
    keywords: ["-----begin", "---- begin ssh2"],
    pattern:
      /-{4,5} ?BEGIN (?:[A-Z0-9.]{1,20} ){0,4}(?:PRIVATE KEY(?: BLOCK)?|Static key V1) ?-{4,5}(?:[A-Za-z0-9+/=\\\s"'`,.:;()#|>&%<${}*\u2026@[\]]|-(?!-{3})){0,16000}(?:-{4,5} ?END (?:[A-Z0-9.]{1,20} ){0,4}(?:PRIVATE KEY(?: BLOCK)?|Static key V1) ?-{4,5})?/i,
    check: checkArmour,
    references: ["RFC 7468 sections 10 and 11", "RFC 9580 section 6.2", "RFC 1421", "OpenSSH PROTOCOL.key"],
    examples: {
      match: [
        "{{private_key:RSA PRIVATE KEY}}",
        "{{private_key:OPENSSH PRIVATE KEY}}",
        "{{private_key:PGP PRIVATE KEY BLOCK}}",
        'key = "{{private_key_line:PRIVATE KEY}}"',
        "-----BEGIN EC PRIVATE KEY-----\n{{base64:64:cut}}\n{{base64:64:cut2}}",
        '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: "rsa-key"\n{{base64:70:s}}\n{{base64:70:t}}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----',
      ],
      ignore: [
        "-----BEGIN CERTIFICATE-----\n{{base64:64:c}}\n-----END CERTIFICATE-----",
        "-----BEGIN PUBLIC KEY-----\n{{base64:64:p}}\n-----END PUBLIC KEY-----",
        'if (text.startsWith("-----BEGIN RSA PRIVATE KEY-----")) return true;',
        "const END = '-----END PRIVATE KEY-----';",
      ],
    },
  },
  {
    ...common,
    id: "private-key-base64",
    format: "a PEM private key that was encoded in base64 once more",
    keywords: ["ls0tls1crudjti"],
    // Another head is another key: without that, a text of heads would be read from each of them.
    pattern: /(?<![A-Za-z0-9+/])LS0tLS1CRUdJTi(?:[A-Za-z0-9+/]|[\\\s](?!LS0tLS1CRUdJTi)){24,12000}={0,2}/,
    check: checkEncoded,
    references: ["RFC 7468", "RFC 4648 section 4"],
    examples: {
      match: ["tls.key: LS0tLS1CRUdJTi{{join}}BQUklWQVRFIEtFWS0tLS0tCk1J{{base64:300:k}}"],
      ignore: ["tls.crt: LS0tLS1CRUdJTi{{join}}BDRVJUSUZJQ0FURS0tLS0tCk1J{{base64:300:c}}"],
    },
  },
  {
    ...common,
    id: "private-key-putty",
    format: "a PuTTY key file with private lines",
    keywords: ["putty-user-key-file-"],
    pattern:
      /PuTTY-User-Key-File-[123]: ?[\w@.-]{3,60}\r?\nEncryption: ?[\w-]{3,20}\r?\n[^\0]{0,6000}?Private-Lines: ?\d{1,3}\r?\n(?:[A-Za-z0-9+/=]{1,80}\r?\n?){1,80}|PuTTY-User-Key-File-[123]: ?[\w@.-]{3,60}\r?\nEncryption: ?[\w-]{3,20}\r?\nComment/i,
    check: ({ value }) =>
      /Private-Lines/i.test(value)
        ? { reasons: ["key file of PuTTY with private lines"] }
        : { reasons: ["beginning of a key file of PuTTY"], confidence: 0.7 },
    references: ["PuTTY User Manual, appendix C"],
    examples: {
      match: [
        "PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: imported\nPublic-Lines: 1\n{{base64:64:u}}\nPrivate-Lines: 1\n{{base64:64:v}}\nPrivate-MAC: {{hex:40:m}}",
      ],
      ignore: ["a header of the form PuTTY-User-Key-File-2: with the type of key"],
    },
  },
  {
    ...common,
    id: "private-key-jwk",
    format: "`d` or `k` of a JSON Web Key",
    checksum: "`kty` stands in the same object",
    keywords: ['"d"', '"k"', '"d\\"', '"k\\"'],
    pattern: /"[dk]\\?"\s{0,4}:\s{0,4}\\?"[A-Za-z0-9_-]{22,1400}={0,2}\\?"/,
    check: checkJwk,
    references: ["RFC 7517", "RFC 7518 section 6"],
    examples: {
      match: [
        '{"kty":"EC","crv":"P-256","x":"{{base64url:43:x}}","y":"{{base64url:43:y}}","d":"{{base64url:43:d}}"}',
      ],
      ignore: ['{"kty":"EC","crv":"P-256","x":"{{base64url:43:x}}"}', '{"c":"x","d":"{{base64url:43:d}}"}'],
    },
  },
  {
    ...common,
    id: "private-key-signer",
    format: "a secret key file of minisign or signify, or the private key of a WireGuard interface",
    keywords: ["encrypted secret key", "signify secret key", "privatekey =", "privatekey=", "presharedkey ="],
    pattern:
      /(?:encrypted|signify) secret key\r?\nRW[A-Za-z0-9+/]{60,300}={0,2}|P(?:rivate|reshared)Key ?= ?[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=(?![A-Za-z0-9+/=])/,
    check: ({ value }) =>
      shannonEntropy(value.slice(-44)) >= 4 ? { reasons: ["form of the key file"], confidence: 0.95 } : null,
    references: ["wg(8)", "minisign(1)", "signify(1)"],
    examples: {
      match: [
        "[Interface]\nPrivateKey = {{base64:42:w}}8=",
        "untrusted comment: minisign encrypted secret key\nRWRTY0Iy{{base64:204:n}}=",
      ],
      ignore: ["PublicKey = {{base64:42:w}}8=", "PrivateKey = <your private key>"],
    },
  },
];
