import type { z } from "zod";

/** One thing that is wrong with the configuration: where, and what to do about it. */
export interface Fault {
  path: string;
  sentence: string;
}

function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path)
    text += typeof step === "number" ? `[${step}]` : `${text === "" ? "" : "."}${String(step)}`;
  return text;
}

/** Turns what zod says into sentences. No value is quoted: it may be a credential in the wrong place (P4). */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = pathText(issue.path);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: path === "" ? key : `${path}.${key}`,
        sentence: "is not a setting. Check the spelling, or remove it.",
      }));
    }
    return [{ path, sentence: sentenceOf(issue) }];
  });
}

/** The message of a YAML error quotes the line, which may hold a credential: name the place only. */
export function yamlFault(error: { linePos?: [{ line: number; col: number }, unknown?] | undefined }): Fault {
  const at = error.linePos?.[0];
  const place = at === undefined ? "" : `line ${at.line}, column ${at.col}`;
  return { path: place, sentence: "is not YAML. Check indentation, colons and quotes there." };
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is missing." : `must be ${article(issue.expected)}.`;
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}.`;
    case "too_small":
      return issue.origin === "string" ? "must not be empty." : `must be ${String(issue.minimum)} or more.`;
    case "too_big":
      return issue.origin === "string" || issue.origin === "array"
        ? `may be ${String(issue.maximum)} long at most.`
        : `must be ${String(issue.maximum)} or less.`;
    default:
      return `${issue.message}.`;
  }
}

function article(expected: string): string {
  const words: Record<string, string> = {
    int: "a whole number",
    array: "a list",
    object: "a group of settings",
  };
  return words[expected] ?? `a ${expected}`;
}

export class ConfigError extends Error {
  readonly faults: readonly Fault[];

  constructor(file: string, faults: readonly Fault[]) {
    const lines = faults.map((fault) => `  ${fault.path === "" ? "the file" : fault.path} ${fault.sentence}`);
    const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
    super(`${file} has ${count}:\n${lines.join("\n")}`);
    this.name = "ConfigError";
    this.faults = faults;
  }
}
