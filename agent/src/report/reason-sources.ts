/** For the test of Dutch wordings: the reasons and faults that stand in the agent's own source. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where a sentence for people begins: what follows up to the closing bracket holds some. */
const LISTS =
  /\b(?:reasons\s*[:=]\s*|measured\w*\s*[:=]\s*|reasons\.push|\.skipped|\bsay|\bmissed|\bfailed|\bbad|\brefuse|\basked|new ScanError|new AnswerError|\bfault|\btold|\boutside|\bsign)\s*[[(]/g;
const TABLES =
  /\bconst [A-Z_]*(?:REASONS|REFUSALS|FAULTS|SENTENCES|ADVICE|CHAIN_WORDS|OPERATIONS)\b[^=;]*=\s*\{/g;
const SINGLE =
  /\b(?:known|reason|does|sentence|table|says|hidden|why|chainFault)\s*(?::|=|\?\?=)\s*(?=["`])/g;

interface Written {
  file: string;
  /** `{}` for what is filled in. */
  shape: string;
}

/** Sentences of two words and more; runs of the scanners show the others. */
export function writtenReasons(folder: string, skip: RegExp): Written[] {
  const found = new Map<string, Written>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts") || name.endsWith(".test.ts") || skip.test(name)) continue;
    const source = readFileSync(join(folder, name), "utf8");
    for (const pattern of [LISTS, TABLES])
      for (const match of source.matchAll(pattern)) {
        const start = match.index + match[0].length;
        for (const shape of shapesIn(source, start, pattern === TABLES)) keep(shape, name);
      }
    for (const { index, 0: head } of source.matchAll(SINGLE))
      for (const shape of literalAt(source, index + head.length).shapes) keep(shape, name);
  }
  function keep(shape: string, file: string): void {
    if (/\S \S/.test(shape.replaceAll("{}", "x")) && /[a-z]/.test(shape.replaceAll("{}", "")))
      found.set(shape, { file, shape });
  }
  return [...found.values()];
}

/** Literals up to the bracket that closes what is open at `start`. Keys of a table are none. */
function shapesIn(source: string, start: number, isTable: boolean): string[] {
  const shapes: string[] = [];
  let depth = 1;
  for (let at = start; at < source.length && depth > 0; at++) {
    const c = source[at] ?? "";
    if ("([{".includes(c)) depth++;
    else if (")]}".includes(c)) depth--;
    else if (source.startsWith("//", at)) at = source.indexOf("\n", at);
    else if (source.startsWith("/*", at)) at = source.indexOf("*/", at) + 1;
    else if (c === '"' || c === "`") {
      const { end, shapes: own } = literalAt(source, at);
      const isKey = isTable && /^\s*:/.test(source.slice(end + 1, end + 20));
      const isCompared = /(?:[!=]==|\bjoin\(|\bsplit\(|\bincludes\()\s*$/.test(source.slice(at - 12, at));
      if (!isKey && !isCompared) shapes.push(...own);
      at = end;
    }
  }
  return shapes;
}

/** A choice between two words within a template gives a shape for each. */
function literalAt(source: string, start: number): { end: number; shapes: string[] } {
  const quote = source[start];
  let shapes = [""];
  let at = start + 1;
  for (; at < source.length && source[at] !== quote; at++) {
    if (source[at] === "\\") shapes = shapes.map((shape) => shape + (source[++at] ?? ""));
    else if (quote === "`" && source.startsWith("${", at)) {
      const end = closing(source, at + 2);
      const [, yes, no] = /\?\s*"([^"]*)"\s*:\s*"([^"]*)"\s*$/.exec(source.slice(at + 2, end)) ?? [];
      const parts = yes === undefined || no === undefined ? ["{}"] : [yes, no];
      shapes = shapes.flatMap((shape) => parts.map((part) => shape + part));
      at = end;
    } else shapes = shapes.map((shape) => shape + source[at]);
  }
  return { end: at, shapes };
}

function closing(source: string, start: number): number {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    const c = source[at];
    if (c === '"' || c === "`") at = literalAt(source, at).end;
    else if (c === "{") depth++;
    else if (c === "}" && --depth === 0) return at;
  }
  return source.length;
}
