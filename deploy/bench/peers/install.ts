import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The packages that the benches measure beside ours, at exact versions. They are fetched when a bench asks for them, and
 * are no dependency: nobody who installs the product needs them. The npm package `detect-secrets` only starts a Python
 * program, so it is not here.
 */
const PACKAGES = {
  "@secretlint/core": "13.1.0",
  "@secretlint/secretlint-rule-preset-recommend": "13.1.0",
  openredaction: "1.1.5",
  "redact-pii": "3.4.0",
  "@redactpii/node": "1.0.17",
  "@vscode/ripgrep": "1.18.0",
};

const FOLDER = new URL("../../../.dataguardian/bench-peers/", import.meta.url).pathname;

/** Installs what is missing and returns the folder; null, with the reason on standard error, where npm cannot. */
export function installPeers(): string | null {
  const manifest = JSON.stringify({ private: true, dependencies: PACKAGES });
  mkdirSync(FOLDER, { recursive: true });
  if (Object.keys(PACKAGES).every((name) => existsSync(join(FOLDER, "node_modules", name, "package.json"))))
    return FOLDER;
  writeFileSync(join(FOLDER, "package.json"), manifest);
  process.stderr.write("Fetching the packages to compare with …\n");
  try {
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"], {
      cwd: FOLDER,
      stdio: "ignore",
    });
    return FOLDER;
  } catch {
    process.stderr.write("They cannot be fetched here; only our own figures follow.\n");
    return null;
  }
}
