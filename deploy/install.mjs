// Runs before `npm start` and `npm test`, with whatever Node is on the machine and nothing installed:
// plain JavaScript, built-in modules only. With nothing to do it costs a start of Node and two small reads.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const stampFile = join(modules, ".dataguardian-lock");

/** @param {string} sentence */
function stop(sentence) {
  console.error(`\ndataguardian: ${sentence}\n`);
  process.exit(3);
}

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

const lock = read(join(root, "package-lock.json"));
if (lock === "") stop("package-lock.json is missing. Check the project out again.");
const stamp = createHash("sha256").update(lock).digest("hex");

const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  stop(
    `Node ${process.versions.node} is too old. Install Node 20 or newer from https://nodejs.org and try again.`,
  );
}
if (read(stampFile) !== stamp) {
  if (!installedByHand()) install();
  writeFileSync(stampFile, stamp);
}
if (!existsSync(join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node"))) {
  stop(
    "the packages are there, but their install scripts did not run, so Node 24 is missing. " +
      "Allow them (npm config delete ignore-scripts), delete node_modules and try again.",
  );
}
if (spawnSync("git", ["--version"], { stdio: "ignore" }).status !== 0) {
  stop(
    "git is not installed or not on the path. Code scans read repositories with it: install git and try again.",
  );
}

/**
 * Has somebody run `npm install` or `npm ci` for this very lock file? npm leaves a record of what it installed; when that
 * agrees, nothing needs to be done.
 */
function installedByHand() {
  const record = read(join(modules, ".package-lock.json"));
  if (record === "") return false;
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(record).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link || !path.includes("node_modules/")) return true;
    // Packages for other platforms are in the lock file and rightly not on the disk.
    return present[path] === undefined ? entry.optional === true : present[path].version === entry.version;
  });
}

function install() {
  console.error(
    "Installing the packages that package-lock.json names; this takes a minute or two the first time …",
  );
  // Under npm the path of npm itself is known; it need not be on the path as `npm`.
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it refuses a lock file that was made where the registry lacks packages of some other platform, and it
  // throws away what is installed already. This keeps to the versions of the lock file and leaves the file as it is.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  const options = { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (run.status === 0) return;
  const said = `${run.error?.message ?? ""}${run.stdout ?? ""}${run.stderr ?? ""}`.trim();
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network request/i.test(
      said,
    )
  ) {
    stop(
      "the package registry cannot be reached. Connect to the network (or set npm's proxy) and try again.",
    );
  }
  if (/EACCES|EPERM|EROFS|ENOSPC/.test(said)) {
    stop(
      `node_modules cannot be written in ${root}. Check the folder's owner and the free space on the disk.`,
    );
  }
  console.error(said.split("\n").slice(-15).join("\n"));
  stop("npm install failed; its last lines are above.");
}
