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
  let time = "";
  for (let rest = nowMs, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time;
  let tail = "";
  for (const byte of random(16)) tail += ALPHABET[byte & 31];
  return `${ID_PREFIX[kind]}_${time}${tail}`;
}

export function isId(kind: IdKind, text: string): boolean {
  return new RegExp(`^${ID_PREFIX[kind]}_[0-9a-hjkmnp-tv-z]{26}$`).test(text);
}
