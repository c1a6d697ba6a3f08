// Runs before `npm test`, and never before `npm start`: the servers that tests talk to and that npm has no package of. Plain
// JavaScript, as `install.mjs` is. Where it can do nothing the tests that need a server are skipped, and the run says so at its end.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The programs alone: Debian's package `mariadb-server` would have a service, these have none. */
const PACKAGES = ["mariadb-server-core", "mariadb-client-core"];
const PROGRAMS = ["mariadbd", "mariadb-install-db"];

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

if (!PROGRAMS.every(isThere) && process.getuid?.() === 0 && isThere("apt-get")) {
  const install = () => apt("install", "-y", "--no-install-recommends", ...PACKAGES);
  console.error(`Installing ${PACKAGES.join(" and ")} for the tests, without a service …`);
  // The lists of packages may be old, or not there at all.
  if (!install() && !(apt("update") && install()))
    console.error("MariaDB could not be installed: its tests will be skipped, and named at the end.");
}
