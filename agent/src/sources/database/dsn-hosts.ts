import type { ServerAddress, TargetServer } from "./settings.ts";

const TARGETS: Readonly<Record<string, TargetServer>> = {
  any: "any",
  primary: "primary",
  "read-write": "primary",
  standby: "standby",
  "read-only": "standby",
  "prefer-standby": "prefer-standby",
};

/**
 * An address may name several servers, as in libpq: `postgres://user@one,two:5433/name`. Gives it with the first alone, which a URL
 * can be, and the others, with the port where one is given.
 */
export function splitHosts(text: string): { first: string; others: string[] } {
  const parts = /^([a-z]+:\/\/(?:[^@/?#]*@)?)([^/?#@]*)(.*)$/is.exec(text);
  const [first = "", ...others] = parts?.[2]?.split(",") ?? [];
  return parts && others.length > 0
    ? { first: parts[1] + first + parts[3], others }
    : { first: text, others: [] };
}

/** Null where one of them is none. */
export function addressesOf(hosts: readonly string[], usualPort: number): ServerAddress[] | null {
  const addresses = hosts.map((host) => URL.parse(`host://${host}/`));
  return addresses.every((url) => url !== null && url.hostname !== "" && url.username === "")
    ? addresses.flatMap((url) =>
        url ? [{ host: bare(url.hostname), port: url.port === "" ? usualPort : Number(url.port) }] : [],
      )
    : null;
}

/** An IPv6 address without its brackets. */
export const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, "");

/** Of several servers a standby is preferred: it has nothing better to do. Null for a word that is none. */
export function targetServerOf(word: string | null, hosts: number): TargetServer | null {
  if (word === null) return hosts > 1 ? "prefer-standby" : "any";
  return TARGETS[word] ?? null;
}
