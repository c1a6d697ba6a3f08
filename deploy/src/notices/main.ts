/** `npm run notices`: whose works an installation holds, and under which licence. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../stack/paths.ts";
import { BUNDLED } from "./bundled.ts";
import { shippedPackages } from "./packages.ts";

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i;

const lines = ["# Third-party notices", ""];
for (const { name, version, licence } of shippedPackages()) {
  lines.push(`## ${name} ${version}`, "", `Licence: ${licence}`, "");
  for (const { work, licence: its } of BUNDLED[name] ?? []) lines.push(`- contains ${work}: ${its}`);
  const folder = join(ROOT, "node_modules", name);
  const texts = existsSync(folder) ? readdirSync(folder).filter((file) => LICENCE_FILE.test(file)) : [];
  for (const file of texts)
    lines.push("", "```", readFileSync(join(folder, file), "utf8").trim().replaceAll("```", "'''"), "```");
  lines.push("");
}
console.log(lines.join("\n"));
