import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Gives git the credentials of a source (P4) through a home folder of the job's own, with a `.netrc` for that one host.
 * So they stand in no command line, no environment and no address. Returns the environment to add.
 */
export async function writeGitCredentials(
  workDir: string,
  url: string,
  credentials: { username?: string | undefined; password: string },
  home: string | undefined,
): Promise<Record<string, string>> {
  const own = join(workDir, "home");
  await mkdir(own, { recursive: true, mode: 0o700 });
  const entry = [
    ["machine", new URL(url).hostname],
    ["login", credentials.username ?? "git"],
    ["password", credentials.password],
  ];
  const netrc = entry.map(([word, value]) => `${word} ${quote(value ?? "")}`).join("\n") + "\n";
  for (const name of [".netrc", "_netrc"]) await writeFile(join(own, name), netrc, { mode: 0o600 });
  // The user's own settings, such as a private CA for git, still count.
  if (home !== undefined) {
    await writeFile(join(own, ".gitconfig"), `[include]\n\tpath = ${quote(join(home, ".gitconfig"))}\n`);
  }
  return { HOME: own, USERPROFILE: own };
}

/** Both formats read backslash escapes inside double quotes; a plain word is what old versions of curl read too. */
function quote(text: string): string {
  return /^[^\s"\\#;]+$/.test(text) ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
}
