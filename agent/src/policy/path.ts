import { isAbsolute, relative, sep } from "node:path";

/** A reason when the text of a path is a trick, whatever the disk says; null when it may be looked up. */
export function pathTextFault(target: string): string | null {
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  if (/[\u0000-\u001f\u007f]/.test(target)) return "The path holds control characters.";
  if (target.startsWith("-")) return "The path looks like a command-line option.";
  if (!isAbsolute(target)) return "The path is not absolute.";
  if (/^[\\/]{2}/.test(target)) return "Network paths are not allowed.";
  if (target.split(/[\\/]/).includes("..")) return "The path climbs with dot segments.";
  if (/%(?:2e|2f|5c|00|25)/i.test(target)) return "The path hides separators or dots in percent codes.";
  return null;
}

/** Both paths real (symlinks resolved) and absolute. `/database` does not lie in `/data`. */
export function liesIn(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
