import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { renderSample } from "./sample-values.ts";

const run = promisify(execFile);
export const TEMPLATES = fileURLToPath(new URL("../../samples/code-repo/", import.meta.url));

/** The smallest thing that is a picture; something binary belongs in every repository. */
const LOGO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const COMMITS: readonly { message: string; date: string; folders: readonly string[] }[] = [
  {
    message: "Shop: first version",
    date: "2024-03-04T09:12:00Z",
    folders: [
      "README.md",
      "package.json",
      "src",
      "docs",
      "public",
      "vendor",
      ".gitignore",
      ".dataguardianignore",
    ],
  },
  { message: "HR tool and seed data", date: "2024-03-18T16:40:00Z", folders: ["hr", "db", "tests"] },
  { message: "Deploy to production", date: "2024-04-02T07:55:00Z", folders: ["."] },
];

/**
 * Makes the sample git repository in `targetDir`, which must be empty or absent: the same files and the same commits
 * each time. Needs `git`.
 */
export async function buildCodeRepo(targetDir: string): Promise<void> {
  await mkdir(targetDir, { recursive: true });
  for (const entry of await readdir(TEMPLATES, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const template = join(entry.parentPath, entry.name);
    const file = join(targetDir, relative(TEMPLATES, template));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, renderSample(await readFile(template, "utf8")));
  }
  await mkdir(join(targetDir, "public"));
  await writeFile(join(targetDir, "public/logo.png"), LOGO);
  await symlink("../README.md", join(targetDir, "docs/start-here.md"));

  await git(targetDir, ["init", "--quiet", "--initial-branch=main", "--template="]);
  for (const { message, date, folders } of COMMITS) {
    await git(targetDir, ["add", "--", ...folders]);
    await git(targetDir, ["commit", "--quiet", "--message", message], date);
  }
}

/** This machine's git settings stay out, so that signing, hooks or line ends cannot change the outcome. */
async function git(cwd: string, args: readonly string[], date = ""): Promise<void> {
  const person = { name: "Noor Nietbestaand", email: "noor@example.com" };
  await run("git", ["-c", "core.autocrlf=false", "-c", "commit.gpgSign=false", ...args], {
    cwd,
    env: {
      PATH: process.env["PATH"],
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: person.name,
      GIT_AUTHOR_EMAIL: person.email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: person.name,
      GIT_COMMITTER_EMAIL: person.email,
      GIT_COMMITTER_DATE: date,
    },
  });
}
