import ignore from "ignore";

export const IGNORE_FILE = ".dataguardianignore";

/** Reads patterns as git does and says whether a relative path, with forward slashes, is ignored. */
export function ignoreRules(text: string): (path: string) => boolean {
  const rules = ignore().add(text);
  return (path) => rules.ignores(path);
}
