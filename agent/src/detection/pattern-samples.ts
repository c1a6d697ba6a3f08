import type { PatternNode } from "./pattern-tree.ts";

/** Characters of every kind that patterns tell apart, the commonest in classes first. */
const KINDS = Array.from("aAzS1 0.-_:=/\n\"',;@é<>\\'\t+F");
/** What hardly any pattern goes on with, so that everything read before it was in vain. */
const STOPS = ["", "\0", "\u0001\u0001", "é", "_", "~"];
const MANY_TURNS = 400;

/** Random numbers from 0 to 1, the same ones each time. For tests. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/**
 * A text that nearly fits: what the pattern asks for, made of few characters, so that one of them fits several parts, with
 * loops turned often, and cut or spoilt in the end. Texts like this make a pattern try all its ways. For tests.
 */
export function nearMiss(tree: PatternNode, random: () => number, length: number): string {
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const few =
    random() < 0.7 ? [oneOf(KINDS), oneOf(KINDS.slice(0, 8))].slice(0, random() < 0.5 ? 1 : 2) : KINDS;
  let text = fitting(tree, random, few, length);
  if (random() < 0.5) text = text.slice(0, Math.floor(text.length * (0.3 + 0.7 * random())));
  const stop = oneOf(STOPS);
  return random() < 0.5 ? text + stop : text.slice(0, -1) + stop + text.slice(-1) + text;
}

/** A text that the pattern matches but for its lookarounds, made of `few` characters where it can be. */
export function fitting(
  tree: PatternNode,
  random: () => number,
  few: readonly string[],
  length: number,
): string {
  const groups: string[] = [];
  let left = length;
  const write = (node: PatternNode): string => {
    switch (node.kind) {
      case "set": {
        if (left-- <= 0) return "";
        const fit = few.filter(node.holds);
        return fit[Math.floor(random() * fit.length)] ?? KINDS.find(node.holds) ?? anyOf(node.holds);
      }
      case "sequence":
        return node.parts.map(write).join("");
      case "choice":
        return write(node.options[Math.floor(random() * node.options.length)] as PatternNode);
      case "repeat": {
        const dice = random();
        const more = dice < 0.25 ? 0 : dice < 0.9 ? MANY_TURNS : Math.floor(random() * 20);
        const turns = Math.min(node.most, node.least + more);
        let text = "";
        for (let i = 0; i < turns && left > 0; i++) text += write(node.of);
        return text;
      }
      case "group":
        return (groups[node.number] = write(node.of));
      case "back":
        return groups[node.number] ?? "";
      case "look":
      case "edge":
        return "";
    }
  };
  return write(tree);
}

function anyOf(holds: (character: string) => boolean): string {
  for (let code = 1; code < 0x3000; code++)
    if (holds(String.fromCharCode(code))) return String.fromCharCode(code);
  return "";
}
