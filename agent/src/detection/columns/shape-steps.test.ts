import { expect, test } from "vitest";
import { fillExample } from "../example-values.ts";
import type { Match } from "../match.ts";
import { DETECTORS } from "../registry.ts";
import { scanText } from "../scan-text.ts";
import { isHexValue, lengthsOf } from "./hex-values.ts";
import { StepPlanner } from "./step-planner.ts";
import { shapeOf } from "./value-shapes.ts";

/** What tells one match from another, without the value. */
const told = (matches: readonly Match[]) =>
  matches.map(({ detector, offset, length, confidence, known, reasons }) =>
    [detector.id, offset, length, confidence, known, ...reasons].join(" | "),
  );

const whole = (value: string, heading: string) =>
  told(
    scanText(value, {
      fieldAt: () => heading,
      fields: (wanted) => (wanted(heading) ? [{ name: heading, start: 0, end: value.length }] : []),
    }),
  );

/** Other digits in the same places, the same in every run. */
function digitsFrom(seed: number): () => string {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String((state >>> 16) % 10);
  };
}

const HEADINGS = [
  "kenmerk",
  "bsn",
  "telefoon",
  "iban",
  "omschrijving",
  "geboortedatum",
  "vat number",
  "straat",
  "address line 1",
];
const examples = DETECTORS.flatMap(({ examples: { match, ignore } }) => [...match, ...ignore])
  .map(fillExample)
  .filter((value, i) => i % 2 === 0 && value.length <= 128 && /\d/.test(value) && !value.includes("\n"));

test("the steps for a shape find in each of its values what the engine finds", () => {
  const planner = new StepPlanner(DETECTORS);
  let planned = 0;
  let found = 0;
  for (const [i, example] of examples.entries()) {
    const heading = HEADINGS[i % HEADINGS.length] as string;
    const digit = digitsFrom(i);
    const values = [example, ...Array.from({ length: 3 }, () => example.replace(/\d/g, digit))];
    const steps = planner.plan(shapeOf(example), heading);
    if (steps === null) continue;
    planned++;
    for (const value of values) {
      const expected = whole(value, heading);
      found += expected.length;
      const got = steps === "nothing" ? [] : told(steps.find(value));
      if (got.join() !== expected.join())
        expect({ heading, value, got }).toEqual({ heading, value, got: expected });
    }
  }
  // Many are, but for secrets: what could be text in base 64 is left to the engine.
  expect(planned).toBeGreaterThan(examples.length * 0.3);
  expect(found).toBeGreaterThan(planned);
});

test("what is said to be nothing in base 16 is nothing to the engine", () => {
  const planner = new StepPlanner(DETECTORS);
  const lengths = [[32], [40], [64], [8, 4, 4, 4, 12], [16], [17], [25], [12, 8]];
  let state = 7;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 12) % below;
  };
  const gates = new Map<string, ReturnType<typeof planner.hexGate>>();
  const gateOf = (groups: readonly number[], heading: string) => {
    const key = [heading, ...groups].join();
    const gate = gates.has(key) ? (gates.get(key) ?? null) : planner.hexGate(groups, heading);
    gates.set(key, gate);
    return gate;
  };
  let nothing = 0;
  for (let i = 0; i < 1_600; i++) {
    const heading = HEADINGS[i % HEADINGS.length] as string;
    // Some of them mostly of digits, which is where numbers hide.
    const alphabet = ["0123456789abcdef", "0123456789abcdef", "0123456789012345678a", "abcdef0"][
      i % 4
    ] as string;
    const value = (lengths[i % lengths.length] as number[])
      .map((length) => Array.from({ length }, () => alphabet[random(alphabet.length)]).join(""))
      .join("-");
    expect(isHexValue(value)).toBe(true);
    const gate = gateOf(lengthsOf(value), heading);
    if (gate === null || gate(value)) continue;
    nothing++;
    expect({ heading, value, found: whole(value, heading) }).toEqual({ heading, value, found: [] });
  }
  expect(nothing).toBeGreaterThan(300);
});
