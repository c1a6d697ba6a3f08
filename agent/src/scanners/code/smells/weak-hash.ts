import { personalNames } from "./personal-names.ts";
import { argumentsAt, type Smell, type SmellFinder } from "./smell.ts";

/** Hash functions that are broken, or too fast for values of which there are few. */
const WEAK = /\b(?:md5|sha-?1|md4|crc32)\b|\bMD5\b|\bSHA-?1\b/i;
const FAST = /\bsha-?(?:224|256|384|512)\b/i;
/** A call, or the choice of an algorithm, that names a hash function: the name may stand in its first string. */
const HASH_CALL =
  /(?:\bhashlib\.(?:md5|sha1|sha224|sha256|sha512|new)|\bcreateHash|\bMessageDigest\.getInstance|\bDigestUtils\.(?:md5|sha1|sha256|sha512)(?:Hex)?|\b(?:MD5|SHA1|SHA256|SHA512)\.(?:Create|HashData|hexdigest)|\b(?:md5|sha1|sha256)\.(?:Sum\d*|New)|\bDigest::(?:MD5|SHA1|SHA256)\.(?:hexdigest|digest|base64digest)|\bOpenSSL::Digest|\bhash|\b(?:md5|sha1|sha256|crc32)|\bHASHBYTES|\bencode\s*\(\s*digest)\s*\(/g;
const MAY_HASH = /[hH]ash|HASHBYTES|[dD]igest|MD5|md5|SHA\d|sha\d|crc32/;
/** Makes an object that is fed in a later statement. */
const OBJECTS = /getInstance|Create\b|\.New\b|createHash/;
const FEEDS = /\.(?:update|digest|ComputeHash|Write|TransformFinalBlock)\s*\(/g;
const STATEMENT_CHARS = 240;
/** A key or salt makes trying out useless to who does not have it. */
const KEYED = /\b(?:hmac|createHmac|salt|pepper|pbkdf2|bcrypt|scrypt|argon2)/i;

/** An identifier of a person that is hashed in a way that can be undone by trying. */
export const weakHash: SmellFinder = function* (source): Generator<Smell, void, undefined> {
  const { text } = source;
  if (!MAY_HASH.test(text)) return;
  const { code } = source;
  for (const call of code.matchAll(HASH_CALL)) {
    const open = call.index + call[0].length - 1;
    const { end } = argumentsAt(code, open);
    // `createHash("md5").update(user.email)`: what is hashed may come in the calls that follow.
    const isObject = OBJECTS.test(call[0]);
    const last = Math.min(code.length, isObject ? end + STATEMENT_CHARS : statementEnd(code, end));
    const statement = isObject ? fedTo(code, call.index, last) : code.slice(call.index, last);
    if (KEYED.test(text.slice(lineStart(code, call.index), last))) continue;
    const algorithm = text.slice(call.index, Math.min(last, end));
    const isWeak = WEAK.test(algorithm);
    if (!isWeak && !FAST.test(algorithm)) continue;
    const name = personalNames(statement).find(({ kind }) => isWeak || kind !== "many");
    if (!name) continue;
    const said = isWeak ? "a broken hash function" : "a fast hash without key or salt";
    yield {
      type: "WEAK_HASH",
      confidence: isWeak ? 0.8 : 0.65,
      offset: call.index + name.offset,
      length: name.length,
      reasons: [`name '${name.term}' goes into ${said}`],
    };
  }
};

/** What is fed to a hash object, all else blank, so that offsets stay. */
function fedTo(code: string, from: number, to: number): string {
  const stretch = code.slice(from, to);
  let fed = "";
  for (const { 0: feed, index } of stretch.matchAll(FEEDS)) {
    if (index < fed.length) continue;
    const { end } = argumentsAt(stretch, index + feed.length - 1);
    fed = fed.padEnd(index + feed.length) + stretch.slice(index + feed.length, end);
  }
  return fed;
}

function statementEnd(code: string, from: number): number {
  const end = code.slice(from, from + STATEMENT_CHARS).search(/;|\n\s*\n|\n(?!\s*[.)])/);
  return end < 0 ? from + STATEMENT_CHARS : from + end;
}

function lineStart(code: string, at: number): number {
  return code.lastIndexOf("\n", at) + 1;
}
