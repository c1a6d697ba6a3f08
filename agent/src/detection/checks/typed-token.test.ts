import { expect, test } from "vitest";
import { fillExample } from "../example-values.ts";
import { commonPairs } from "./letter-pairs.ts";
import { tokenOrigin } from "./typed-token.ts";

test.each([
  ["drawn at random", "{{base62:40:a}}", "random"],
  ["with a run that chance made", "{{ALNUM:12:b}}XXXX{{ALNUM:12:c}}", "random"],
  ["with a short word that chance made", "{{base62:20:d}}todo{{base62:20:e}}", "random"],
  ["one character over and over", "x".repeat(32), "typed"],
  ["a few characters over and over", "abcd".repeat(8), "typed"],
  ["mostly a run", "{{ALNUM:8:f}}XXXXXXXXXXXXXXXX", "typed"],
  ["the alphabet", "abcdefghijklmnopqrstuvwxyz123456", "typed"],
  ["a word for an example", "{{base62:20:g}}EXAMPLEKEY", "typed"],
  ["of few different characters", "aaabbbcccdddeeefffaaabbb", "monotonous"],
] as const)("a token %s", (_what, example, origin) => {
  expect(tokenOrigin(fillExample(example))).toBe(origin);
});

test("words have common pairs of letters, random letters have not", () => {
  for (const words of ["correcthorsebatterystaple", "verantwoordelijkheid", "Geschwindigkeitsbegrenzung"])
    expect(commonPairs(words)).toBeGreaterThan(0.6);
  for (const seed of ["a", "b", "c", "d", "e", "f"])
    expect(commonPairs(fillExample(`{{lower:32:${seed}}}`))).toBeLessThan(0.5);
  expect(commonPairs("short")).toBe(1);
});
