import { expect, test } from "vitest";
import { en } from "./en.ts";
import { nl } from "./nl.ts";

type Node = string | ((...args: never[]) => string) | { [key: string]: Node };

function leaves(node: Node, path = ""): [string, Exclude<Node, { [key: string]: Node }>][] {
  if (typeof node !== "object") return [[path, node]];
  return Object.entries(node).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

const dutch = new Map(leaves(nl));
// Words that are the same in both languages, and a sentence that is empty on purpose.
const SAME = new Set([".scan.commit", ".findings.commit"]);

test.each(leaves(en))("%s says something in both languages, with all of its parts", (path, english) => {
  const translated = dutch.get(path);
  if (typeof english === "string") {
    expect(english.trim()).not.toBe("");
    expect(translated).toBeTypeOf("string");
    if (english.split(" ").length > 2 && !SAME.has(path)) expect(translated).not.toBe(english);
    return;
  }
  // Every argument must turn up in the sentence, or the reader of one language is told less.
  const args = Array.from({ length: english.length }, (_, i) => 7_771 + i);
  for (const sentence of [english, translated]) {
    expect(sentence).toBeTypeOf("function");
    if (typeof sentence !== "function") continue;
    const text = (sentence as (...args: number[]) => string)(...args);
    for (const arg of args) expect(text).toContain(String(arg));
  }
});
