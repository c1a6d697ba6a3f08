import { personalNames } from "./personal-names.ts";
import type { Smell, SmellFinder } from "./smell.ts";

/** Settings that turn the check of the other side's certificate off, where they stand as code or in a setting. */
const UNCHECKED =
  /\brejectUnauthorized\s*[:=]\s*false\b|\bNODE_TLS_REJECT_UNAUTHORIZED['"\]]*\s*[:=]\s*['"]?0|\bverify\s*=\s*False\b|\bInsecureSkipVerify\s*:\s*true\b|\bCURLOPT_SSL_VERIFY(?:PEER|HOST)['"]?\s*(?:,|=>)\s*(?:false|0)\b|\bVERIFY_NONE\b|\bssl\._create_unverified_context\b|\bALLOW_ALL_HOSTNAME_VERIFIER\b|\bNoopHostnameVerifier\b|\bsslmode=disable\b|\bTrustServerCertificate\s*=\s*true\b|\bDangerousAcceptAnyServerCertificateValidator\b/gi;

const PLAIN_HTTP = /\bhttp:\/\/([a-z0-9.-]+\.[a-z]{2,})(?=[:/?"'`\s]|$)/gi;
/** Addresses that are names and no endpoints, and hosts that mean nobody. */
const NO_ENDPOINT =
  /(?:^|\.)(?:localhost|w3\.org|schemas\.[\w.]+|xmlsoap\.org|json-schema\.org|example\.(?:com|org|net)|test|invalid|local|internal|apache\.org|springframework\.org|jcp\.org|java\.sun\.com|ns\.adobe\.com|purl\.org|xmlns\.com)$/i;
const AROUND_CHARS = 400;
const SENDS =
  /\b(?:fetch|axios|request|requests|post|put|patch|send|HttpClient|RestTemplate|curl_\w+|http\.\w+|urlopen|Net::HTTP|WebClient|ajax)\b/i;

/** Personal data that travels readable, or to a server that nobody has checked. */
export const insecureTransport: SmellFinder = function* (source): Generator<Smell, void, undefined> {
  const { text } = source;
  for (const { 0: found, index } of text.matchAll(UNCHECKED)) {
    if (isBlank(source.code, index)) continue;
    yield {
      type: "INSECURE_TRANSPORT",
      confidence: 0.8,
      offset: index,
      length: found.length,
      reasons: ["certificate checks are turned off"],
    };
  }
  for (const { 0: address, 1: host = "", index } of text.matchAll(PLAIN_HTTP)) {
    if (NO_ENDPOINT.test(host)) continue;
    const { code } = source;
    const near = code.slice(index, index + AROUND_CHARS);
    const before = code.slice(Math.max(0, index - AROUND_CHARS / 2), index);
    const [name] = personalNames(near.split(/\n\s*\n|;\s*\n/, 1)[0] ?? "");
    if (!name || !SENDS.test(before)) continue;
    yield {
      type: "INSECURE_TRANSPORT",
      confidence: 0.7,
      offset: index,
      length: address.length,
      reasons: [`name '${name.term}' goes to an address without TLS`],
    };
  }
};

/** A comment: the code has it blank. Within a string the setting counts all the same, as in a connection string. */
function isBlank(code: string, at: number): boolean {
  const lineStart = code.lastIndexOf("\n", at) + 1;
  return code.slice(lineStart, at).trim() === "" && /^\s*$/.test(code.slice(at, at + 8));
}
