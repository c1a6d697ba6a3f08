// Runs before `npm test`, and never before `npm start`: the programs that tests talk to or make files with, and that npm has no
// package of. Plain JavaScript, as `install.mjs` is. Where it can do nothing the tests that need one are skipped, and the run says so
// at its end.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian's package `mariadb-server` would bring a service, these have none. */
const NEEDS = [
  { programs: ["mariadbd", "mariadb-install-db"], packages: ["mariadb-server-core", "mariadb-client-core"] },
  { programs: ["7z"], packages: ["p7zip-full"] },
];

/** A machine without a network must not wait for one. */
const BRIEFLY = ["Acquire::Retries=0", "Acquire::http::Timeout=15", "DPkg::Lock::Timeout=60"].flatMap(
  (option) => ["-o", option],
);

const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/bin"];

/** @param {string} name */
const isThere = (name) =>
  folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** @param {string[]} args */
const apt = (...args) =>
  spawnSync("apt-get", ["-qq", ...BRIEFLY, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    timeout: 180_000,
  }).status === 0;

const missing = NEEDS.filter(({ programs }) => !programs.every(isThere));
if (missing.length > 0 && process.getuid?.() === 0 && isThere("apt-get")) {
  const packages = missing.flatMap((need) => need.packages);
  const install = () => apt("install", "-y", "--no-install-recommends", ...packages);
  console.error(`Installing ${packages.join(", ")} for the tests, without a service …`);
  // The lists of packages may be old, or not there at all.
  if (!install() && !(apt("update") && install()))
    console.error("They could not be installed: tests that need them will be skipped, and named at the end.");
}
