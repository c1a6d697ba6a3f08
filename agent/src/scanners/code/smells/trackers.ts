import type { Smell } from "./smell.ts";
import { TRACKER_SCRIPTS, TRACKERS } from "./tracker-packages.ts";

/** Files in which a project says what software it is made of. */
const MANIFEST =
  /(?:^|\/)(?:package\.json|bower\.json|composer\.json|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|Podfile|Package\.swift|Cartfile|pubspec\.yaml|Gemfile|go\.mod|[\w.-]+\.csproj|packages\.config)$/;
const PAGE = /\.(?:html?|xhtml|vue|svelte|jsx|tsx|js|ts|php|erb|twig|cshtml|razor|jsp|hbs|ejs|liquid)$/i;
const WORD = /[\w@./:-]{3,}/g;
/** What stands in the address of each script. */
const MAY_LOAD = /\.(?:com|net|ms)\//;

/** Whether a file can name trackers at all. */
export function namesTrackers(path: string): boolean {
  return MANIFEST.test(path) || PAGE.test(path);
}

/** Software kits and scripts that follow people, where a manifest or a page asks for them. */
export function* trackers(path: string, text: string): Generator<Smell, void, undefined> {
  if (MANIFEST.test(path)) {
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const name = withoutVersion(word);
      const vendor = TRACKERS.get(name);
      if (vendor !== undefined)
        yield smell(index, name.length, `${vendor} in ${path.split("/").at(-1) ?? ""}`);
    }
  } else if (PAGE.test(path) && MAY_LOAD.test(text)) {
    for (const [pattern, vendor] of TRACKER_SCRIPTS)
      for (const { 0: found, index } of text.matchAll(pattern))
        yield smell(index, found.length, `script of ${vendor}`);
  }
}

/** `com.x:y:1.2.3` → `com.x:y`. */
function withoutVersion(word: string): string {
  const [group, artefact] = word.split(":");
  return artefact === undefined || artefact === "" ? (group ?? "") : `${group}:${artefact}`;
}

function smell(offset: number, length: number, reason: string): Smell {
  return { type: "TRACKER_SDK", confidence: 0.85, offset, length, reasons: [reason] };
}
