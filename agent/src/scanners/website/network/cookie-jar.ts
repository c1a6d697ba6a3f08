/** Cookies for requests that no browser makes (RFC 6265, as far as a visit needs them). Values stay here. */
import { getDomain } from "tldts";

/** Who is asked for the cookies of a request, and told of those that came with an answer. */
export interface Session {
  /** The header's value; empty where there are none. */
  cookiesFor(url: URL): Promise<string>;
  keep(url: URL, setCookies: readonly string[]): void;
}

interface Cookie {
  name: string;
  value: string;
  domain: string;
  isHostOnly: boolean;
  path: string;
  isSecure: boolean;
}

const MAX_COOKIES = 300;
const MAX_CHARS = 8_192;

export class CookieJar implements Session {
  readonly #cookies = new Map<string, Cookie>();

  cookiesFor(url: URL): Promise<string> {
    const fitting = [...this.#cookies.values()].filter(
      ({ domain, isHostOnly, path, isSecure }) =>
        (url.hostname === domain || (!isHostOnly && url.hostname.endsWith(`.${domain}`))) &&
        (url.pathname === path || url.pathname.startsWith(path.endsWith("/") ? path : `${path}/`)) &&
        (!isSecure || url.protocol === "https:"),
    );
    const longestFirst = fitting.toSorted((a, b) => b.path.length - a.path.length);
    return Promise.resolve(longestFirst.map(({ name, value }) => `${name}=${value}`).join("; "));
  }

  keep(url: URL, setCookies: readonly string[]): void {
    for (const text of setCookies) {
      const cookie = text.length > MAX_CHARS ? null : cookieOf(text, url);
      if (cookie === null) continue;
      const { isOver, ...kept } = cookie;
      const key = `${kept.domain}\0${kept.path}\0${kept.name}`;
      if (isOver) this.#cookies.delete(key);
      else if (this.#cookies.has(key) || this.#cookies.size < MAX_COOKIES) this.#cookies.set(key, kept);
    }
  }
}

/** Null where there is none, or it is for a domain that the host may not speak for. */
function cookieOf(text: string, url: URL): (Cookie & { isOver: boolean }) | null {
  const [pair = "", ...parts] = text.split(";");
  const at = pair.indexOf("=");
  const name = pair.slice(0, at).trim();
  if (at < 1 || /\p{Cc}/u.test(text)) return null;
  const attributes = new Map(
    parts.map((part) => {
      const [key = "", ...rest] = part.split("=");
      return [key.trim().toLowerCase(), rest.join("=").trim()] as const;
    }),
  );
  const domain = (attributes.get("domain") ?? "").replace(/^\./, "").toLowerCase();
  const isOwn = url.hostname === domain || url.hostname.endsWith(`.${domain}`);
  // Nobody sets cookies for all of `.nl`.
  const isPublic = domain !== url.hostname && getDomain(domain, { allowPrivateDomains: true }) === null;
  if (domain !== "" && (!isOwn || isPublic)) return null;
  const path = attributes.get("path") ?? "";
  const age = Number(attributes.get("max-age") ?? Number.NaN);
  const expires = Date.parse(attributes.get("expires") ?? "");
  return {
    name,
    value: pair.slice(at + 1).trim(),
    domain: domain === "" ? url.hostname : domain,
    isHostOnly: domain === "",
    path: path.startsWith("/") ? path : url.pathname.slice(0, Math.max(1, url.pathname.lastIndexOf("/"))),
    isSecure: attributes.has("secure"),
    isOver: age <= 0 || (Number.isNaN(age) && expires <= Date.now()),
  };
}
