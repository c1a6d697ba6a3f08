/** Every id is `<prefix>_<26 characters>`: 48 bits of time, 80 random bits, Crockford base32, so ids sort by age. */
export const ID_PREFIX = {
  tenant: "ten",
  user: "usr",
  membership: "mem",
  session: "ses",
  agent: "agt",
  enrolmentToken: "enr",
  apiToken: "tok",
  scan: "scn",
  job: "job",
  audit: "aud",
  alert: "alr",
  webhook: "whk",
  schedule: "sch",
} as const;

export type IdKind = keyof typeof ID_PREFIX;

/** Fills an array with random bytes, as `crypto.getRandomValues` does. Passed in, so tests can repeat a run. */
export type RandomBytes = (size: number) => Uint8Array;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export function createId(kind: IdKind, nowMs: number, random: RandomBytes): string {
  let tail = "";
  for (const byte of random(16)) tail += ALPHABET[byte & 31];
  return firstId(kind, nowMs) + tail;
}

/** Not an id, but what sorts before all that were made from this moment on. */
export const firstId = (kind: IdKind, nowMs: number): string => `${ID_PREFIX[kind]}_${digits(nowMs, 10)}`;

function digits(value: number, length: number): string {
  let text = "";
  for (let rest = value, i = 0; i < length; i++, rest = Math.floor(rest / 32))
    text = ALPHABET[rest % 32] + text;
  return text;
}

/**
 * The id of job `shardIndex` of a scan: the scan's own, but for its prefix and its last four characters. The jobs of a scan so lie side
 * by side under `jobPrefixOf`, and are found without an index of their own.
 */
export const jobIdOf = (scanId: string, shardIndex: number): string =>
  jobPrefixOf(scanId) + digits(shardIndex, 4);

export const jobPrefixOf = (scanId: string): string => `${ID_PREFIX.job}_${scanId.slice(4, 26)}`;

export function isId(kind: IdKind, text: string): boolean {
  return new RegExp(`^${ID_PREFIX[kind]}_[0-9a-hjkmnp-tv-z]{26}$`).test(text);
}
