/** What one field alone cannot tell. It reads the raw document, so these faults are named in the same go as the others. */
import type { Fault } from "./faults.ts";

type Raw = Record<string, unknown>;
const isRaw = (value: unknown): value is Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function crossFaults(document: unknown): Fault[] {
  if (!isRaw(document)) return [];
  return [...controlPlaneFaults(document), ...proxyFaults(document), ...sourceFaults(document)];
}

function controlPlaneFaults(document: Raw): Fault[] {
  if (!isRaw(document["controlPlane"])) return [];
  const { url, allowHttp } = document["controlPlane"];
  if (typeof url !== "string") return [];
  const sentence = controlPlaneUrlFault(url, allowHttp === true);
  return sentence === null ? [] : [{ path: "controlPlane.url", sentence }];
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** A sentence when the agent must not talk to this address, null when it may. */
export function controlPlaneUrlFault(text: string, allowHttp: boolean): string | null {
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    return "must be an address such as https://dataguardian.example.org.";
  }
  if (url.username !== "" || url.password !== "") return "must not hold a user name or a password.";
  if (url.search !== "" || url.hash !== "") return "must not have a query or a fragment.";
  if (url.protocol === "http:" && !allowHttp && !LOOPBACK.has(url.hostname)) {
    return "uses http, so tokens would travel readable. Use https, or set controlPlane.allowHttp: true inside a network you trust.";
  }
  return null;
}

function proxyFaults(document: Raw): Fault[] {
  const { proxy } = document;
  if (typeof proxy !== "string") return [];
  const url = URL.parse(proxy);
  return url !== null && ["http:", "https:"].includes(url.protocol)
    ? []
    : [{ path: "proxy", sentence: "must be an address such as http://proxy.example.org:3128." }];
}

/** How a source of that kind is named where it is no path; the others have a `url`. */
const ADDRESSES: Readonly<Record<string, string>> = { database: "dsn", "ai-model": "endpoint" };

function sourceFaults(document: Raw): Fault[] {
  const sources = Array.isArray(document["sources"]) ? (document["sources"] as unknown[]) : [];
  const faults: Fault[] = [];
  const names = new Set<unknown>();
  for (const [index, source] of sources.entries()) {
    if (!isRaw(source)) continue;
    const at = `sources[${index}]`;
    const address = ADDRESSES[String(source["kind"])] ?? "url";
    const places = ["path", "url", "dsn", "endpoint"].filter((place) => source[place] !== undefined);
    if (places.length !== 1 || !["path", address].includes(places[0] ?? "")) {
      faults.push({
        path: at,
        sentence: `needs either a path or ${address === "endpoint" ? "an" : "a"} ${address}.`,
      });
    }
    if (source["credentials"] !== undefined && source[address] === undefined) {
      faults.push({
        path: `${at}.credentials`,
        sentence: `are for ${address === "endpoint" ? "an" : "a"} ${address}; a path is read as the agent's own user.`,
      });
    }
    for (const setting of ["login", "evidence", "filterLists"]) {
      if (source[setting] !== undefined && source["kind"] !== "website")
        faults.push({
          path: `${at}.${setting}`,
          sentence: `${setting === "filterLists" ? "are" : "is"} for a website.`,
        });
    }
    if (source["limits"] !== undefined && source["dsn"] === undefined) {
      faults.push({ path: `${at}.limits`, sentence: "are for a database that is reached by a dsn." });
    }
    for (const setting of ["retention", "ropaFile"])
      if (source[setting] !== undefined && source["kind"] !== "database")
        faults.push({ path: `${at}.${setting}`, sentence: "is for a database." });
    for (const setting of ["model", "canaries"])
      if (source[setting] !== undefined && source["endpoint"] === undefined)
        faults.push({ path: `${at}.${setting}`, sentence: "is for an endpoint." });
    if (source["endpoint"] !== undefined && source["model"] === undefined) {
      faults.push({
        path: `${at}.model`,
        sentence: "is missing. Give the name that the endpoint knows it by.",
      });
    }
    if (typeof source["name"] === "string" && names.has(source["name"])) {
      faults.push({ path: `${at}.name`, sentence: "is used twice. Every source needs a name of its own." });
    }
    names.add(source["name"]);
  }
  const policy = document["policy"];
  const allowed = isRaw(policy) && Array.isArray(policy["sources"]) ? (policy["sources"] as unknown[]) : [];
  for (const [index, name] of allowed.entries()) {
    if (names.has(name)) continue;
    faults.push({
      path: `policy.sources[${index}]`,
      sentence: "names a source that is not declared under sources.",
    });
  }
  return faults;
}
