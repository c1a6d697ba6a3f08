/** Detectors that are made of a person's identifiers, for one run: how files of every format are searched. */
import { LinearPattern } from "../detection/custom/linear-pattern.ts";
import type { CustomDetection } from "../detection/custom/schema.ts";
import { Sensitive } from "../detection/sensitive.ts";
import { escaped } from "./folded.ts";
import { IDENTIFIER_KINDS, type Identifier, type IdentifierKind } from "./identifier.ts";
import { writtenAs } from "./patterns.ts";

const PREFIX = "subject-";
/** Surer than any other detector, so that none takes its characters. */
export const SURE = { bare: 1, context: 1 };

/** Which kind of identifier a detector of these is for; null where it is none of them. */
export function kindOf(detector: string): IdentifierKind | null {
  const name = detector.startsWith(PREFIX) ? detector.slice(PREFIX.length).replace(/-\d+$/, "") : "";
  return IDENTIFIER_KINDS.find((kind) => kind.toLowerCase() === name) ?? null;
}

/** A birth date alone is nobody's. */
export function detectionOf(identifiers: readonly Identifier[]): CustomDetection {
  const detectors = identifiers
    .filter(({ kind }) => kind !== "birthDate")
    .map((identifier, i) => {
      const { source, flags } = writtenAs(identifier);
      const ignoreCase = flags === "giu";
      const example = exampleOf(identifier);
      const pattern = free(source.replaceAll(String.raw`\u00a0`, String.raw`\x{a0}`));
      // RE2 knows some letters otherwise than we do: then the text as it was given is all that is looked for.
      const isFound = new LinearPattern(pattern, ignoreCase).exec(example) !== null;
      return {
        id: `${PREFIX}${identifier.kind.toLowerCase()}-${i}`,
        pattern: isFound ? pattern : free(escaped(example.trim())),
        ignoreCase,
        contextWords: [],
        againstWords: [],
        severity: "medium" as const,
        confidence: SURE,
        credential: true,
        examples: { match: [example], ignore: [] },
      };
    });
  return { detectors, dictionaries: [] };
}

/** Not within a word or a longer number; RE2 has no look-behind, so that a character on either side comes along. */
const free = (source: string) => String.raw`(?:^|[^\p{L}\p{N}])(?:${source})(?:$|[^\p{L}\p{N}])`;

/** What the engine proves the detector by when it starts. */
function exampleOf({ kind, value }: Identifier): string {
  const text = Sensitive.reveal(value);
  return ` ${kind === "phone" ? text.replace(" ", "") : text} `;
}
