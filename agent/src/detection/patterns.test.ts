import { describe, expect, test } from "vitest";
import { fillExample } from "./example-values.ts";
import { nearMiss, randomFrom } from "./pattern-samples.ts";
import { StepCounter, TooManySteps } from "./pattern-steps.ts";
import { type PatternNode, readPattern } from "./pattern-tree.ts";
import { DETECTORS } from "./registry.ts";

/** A scan in windows (`pipeline/scan-stream.ts`) sees matches of 16 KiB whole, and a kibibyte ahead of where it goes on. */
const LONGEST_MATCH = 16 * 1024;
/** Of that kibibyte, names, separators and context words need the most. */
const LONGEST_BEFORE = 256;
const LONGEST_LOOK_BEHIND = 64;
const LONGEST_LOOK_AHEAD = 512;
/** Characters that a pattern may look at, over and over, on a text of `TEXT_CHARS` before it gives up. */
const MOST_STEPS = 12_000;
const TEXT_CHARS = 400;
const TEXTS = 60;
/** A group's number is reused by what it captured, which is a separator or a quotation mark. */
const LONGEST_CAPTURE = 8;

/** The most characters that it can read; a lookaround reads none. */
function longest(node: PatternNode): number {
  switch (node.kind) {
    case "set":
      return 1;
    case "sequence":
      return node.parts.reduce((sum, part) => sum + longest(part), 0);
    case "choice":
      return Math.max(...node.options.map(longest));
    case "repeat":
      return longest(node.of) === 0 ? 0 : longest(node.of) * node.most;
    case "group":
      return longest(node.of);
    case "back":
      return LONGEST_CAPTURE;
    case "look":
    case "edge":
      return 0;
  }
}

function* inside(node: PatternNode): Generator<PatternNode, void, undefined> {
  yield node;
  if (node.kind === "sequence") for (const part of node.parts) yield* inside(part);
  else if (node.kind === "choice") for (const option of node.options) yield* inside(option);
  else if ("of" in node) yield* inside(node.of);
}

const patterns = DETECTORS.flatMap((detector) =>
  detector.pattern ? [{ detector, pattern: detector.pattern, tree: readPattern(detector.pattern) }] : [],
);

/** The ids of those that do it, so that a failure names them. */
const those = (wrong: (one: (typeof patterns)[number]) => boolean) =>
  patterns.filter(wrong).map(({ detector }) => detector.id);

test("no pattern has a part without a bound, its lookarounds included", () => {
  expect(
    those(({ tree }) => [...inside(tree)].some((node) => node.kind === "repeat" && node.most === Infinity)),
  ).toEqual([]);
});

test("no pattern has an anchor at the text's start, or a flag but i and u", () => {
  // A window is no text of its own: its start and end mean nothing.
  expect(
    those(({ tree }) => [...inside(tree)].some((node) => node.kind === "edge" && node.source === "^")),
  ).toEqual([]);
  expect(those(({ pattern }) => /[^iu]/.test(pattern.flags))).toEqual([]);
});

test("a match, and what is looked at around it, fits into the scan's windows", () => {
  const looks = (tree: PatternNode, behind: boolean) =>
    Math.max(
      0,
      ...[...inside(tree)].map((node) =>
        node.kind === "look" && node.behind === behind ? longest(node.of) : 0,
      ),
    );
  expect(those(({ tree }) => longest(tree) > LONGEST_MATCH)).toEqual([]);
  expect(those(({ tree }) => looks(tree, true) > LONGEST_LOOK_BEHIND)).toEqual([]);
  expect(those(({ tree }) => looks(tree, false) > LONGEST_LOOK_AHEAD)).toEqual([]);
  expect(DETECTORS.filter(({ before = 0 }) => before > LONGEST_BEFORE).map(({ id }) => id)).toEqual([]);
});

test("a captured part that the pattern refers back to is a separator", () => {
  const isLong = (tree: PatternNode, number: number) =>
    [...inside(tree)].some(
      (node) => node.kind === "group" && node.number === number && longest(node) > LONGEST_CAPTURE,
    );
  expect(
    those(({ tree }) => [...inside(tree)].some((node) => node.kind === "back" && isLong(tree, node.number))),
  ).toEqual([]);
});

test("the steps are counted of what JavaScript does: both find the same in the examples", () => {
  const differ = patterns.filter(({ detector, pattern, tree }) => {
    const counter = new StepCounter(tree, Infinity);
    const sticky = new RegExp(pattern.source, `${pattern.flags}y`);
    return detector.examples.match.map(fillExample).some((text) => {
      // The counter calls itself for each character.
      if (text.length > TEXT_CHARS) return false;
      return Array.from({ length: Math.min(text.length, 40) }, (_, at) => at).some((at) => {
        sticky.lastIndex = at;
        return counter.matchAt(text, at) !== (sticky.test(text) ? sticky.lastIndex : -1);
      });
    });
  });
  expect(differ.map(({ detector }) => detector.id)).toEqual([]);
});

/**
 * Nested loops, or neighbours that fit the same characters, are harmless in most places and deadly in some. Which it is
 * shows in the number of ways that are tried on a text made to fail late; a pattern that is too free is over the limit by
 * orders of magnitude.
 */
test("no pattern can read the same text in too many ways", () => {
  const random = randomFrom(7);
  const tooMany = patterns.flatMap(({ detector, tree }) => {
    const counter = new StepCounter(tree, MOST_STEPS);
    for (let i = 0; i < TEXTS; i++) {
      const text = nearMiss(tree, random, TEXT_CHARS);
      try {
        counter.matchAt(text, 0);
      } catch (error) {
        if (!(error instanceof TooManySteps)) throw error;
        return [`${detector.id}: ${JSON.stringify(text)}`];
      }
    }
    return [];
  });
  expect(tooMany).toEqual([]);
});

describe("the counter sees", () => {
  test.each([
    ["a loop in a loop", /(?:[a-z]{1,20}){1,20}!/, true],
    ["neighbours that fit the same", /[\w-]{1,200}[\w.]{1,200}[\w:]{1,200}!/, true],
    ["a run with an end of its own", /[a-z]{1,200}\d{1,20}!/, false],
  ])("%s", (_what, pattern, isTooFree) => {
    const tree = readPattern(pattern);
    const counter = new StepCounter(tree, MOST_STEPS);
    const random = randomFrom(1);
    const run = () => {
      for (let i = 0; i < TEXTS; i++) counter.matchAt(nearMiss(tree, random, TEXT_CHARS), 0);
    };
    if (isTooFree) expect(run).toThrow(TooManySteps);
    else expect(run).not.toThrow();
  });
});
