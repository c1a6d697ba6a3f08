import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../stack/paths.ts";

/** As npm writes it. */
interface LockFile {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; link?: boolean }>;
}

export interface ShippedPackage {
  name: string;
  version: string;
  /** An SPDX expression, as the package says. */
  licence: string;
}

/** What an installation without development packages may hold, on whatever platform, by name. Source: the lock file. */
export function shippedPackages(): ShippedPackage[] {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as LockFile;
  const found = new Map<string, ShippedPackage>();
  for (const [path, { version = "", license = "not stated", dev, link }] of Object.entries(packages)) {
    const at = path.lastIndexOf("node_modules/");
    if (at === -1 || dev === true || link === true) continue;
    const name = path.slice(at + "node_modules/".length);
    found.set(`${name}@${version}`, { name, version, licence: license });
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** These may be passed on with a product under Apache-2.0. LGPL: of libvips alone, which stays a library of its own. */
const ALLOWED: ReadonlySet<string> = new Set([
  ..."0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MPL-2.0 Unlicense Zlib".split(
    " ",
  ),
]);
const LIBVIPS = /^@img\/sharp-/;

/** Whether a package may ship: with "or" one of its licences is allowed, with "and" all are. */
export function mayShip({ name, licence }: ShippedPackage): boolean {
  const isAllowed = (one: string) => ALLOWED.has(one) || (one === "LGPL-3.0-or-later" && LIBVIPS.test(name));
  return licence
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => isAllowed(one.trim())));
}
