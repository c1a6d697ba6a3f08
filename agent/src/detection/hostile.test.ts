import { expect, test } from "vitest";
import type { Detector } from "./detector.ts";
import { Engine } from "./engine.ts";
import { fillExample } from "./example-values.ts";
import { fitting, randomFrom } from "./pattern-samples.ts";
import { readPattern } from "./pattern-tree.ts";
import { DETECTORS } from "./registry.ts";

/** Of each hostile stretch, and of how many of them the text of a detector is made. */
const STRETCH_CHARS = 3_000;
const MOST_STRETCHES = 32;
/**
 * Characters of candidates that a detector may be asked to check, for each character of the text. A count, so that it is
 * the same on every machine. One that is tried at each word and runs over thousands of characters is far beyond it.
 */
const MOST_CHECKED = 200;
/**
 * CPU time for each character, loosely: the slowest takes a fifth of it on an idle machine, and what grows with the
 * square of the text takes a hundred times as much.
 */
const MOST_MICROSECONDS = 25;
/** In a stretch that is four times as long, so many times more for each character: none, but for its beginning. */
const MOST_CHECKED_GROWTH = 2;
const FEW_CHECKED = 40;
/** A text that is four times as long may take so much longer, unless it is over at once anyway. */
const MOST_GROWTH = 10;
const AT_ONCE_MS = 150;

const SEPARATORS = ["", " ", "\n", "=", ".", "/", ":", '"', ",", "-"];

const fill = (unit: string, length = STRETCH_CHARS) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** What a picture of an identifier looks like. */
const drawn = (form: string) =>
  form
    .replace(/(.)\{(\d+)(?:,\d+)?\}/gu, (_, symbol: string, times: string) => symbol.repeat(Number(times)))
    .replaceAll("9", "1")
    .replaceAll("X", "A");

/** Units that make a detector look, over and over. */
function* units({
  pattern,
  keywords = [],
  capitalWords = [],
  names = [],
  forms = [],
  digits,
  examples,
}: Detector): Generator<string, void, undefined> {
  const separator = (i: number) => SEPARATORS[i % SEPARATORS.length] as string;
  const random = randomFrom(11);
  for (const name of names.slice(0, 2)) {
    const setting = name.replaceAll("*", "").replaceAll(" ", "_");
    yield `${setting}=`;
    yield `${setting}: "`;
    yield `${setting}=${"Aa1 ".repeat(80)}\n`;
  }
  for (const [i, form] of forms.slice(0, 3).entries()) yield drawn(form) + separator(i + 1);
  if (digits !== undefined) yield* ["1", "12 ", "1-", "(1) "];
  if (keywords.includes("@")) yield* ["a@", "a.", "a@b-", "a.b@"];
  for (const word of capitalWords.slice(0, 2)) yield `${word.charAt(0).toUpperCase()}${word.slice(1)} `;
  if (pattern) {
    // In the pattern's own spelling, from the beginning of a match to the end of its keyword: the longest runs start there.
    const tree = readPattern(pattern);
    const samples = Array.from({ length: 12 }, () => fitting(tree, random, ["a", "A", "1"], 2_000));
    for (const [i, keyword] of keywords.slice(0, 4).entries()) {
      const sample = samples.find((text) => text.toLowerCase().includes(keyword.toLowerCase()));
      const end = sample ? sample.toLowerCase().indexOf(keyword.toLowerCase()) + keyword.length : 0;
      const head = sample?.slice(0, end) ?? keyword;
      yield head;
      yield `${head} `;
      yield `${head}\n`;
      yield head + separator(i + 3);
    }
  } else for (const keyword of keywords.slice(0, 2)) yield `${keyword} `;
  for (const example of examples.match.slice(0, 2).map(fillExample)) {
    const middle = Math.floor(example.length / 2);
    yield example;
    yield `${example}\n`;
    for (const share of [0.25, 0.5, 0.9]) yield example.slice(0, Math.ceil(example.length * share));
    for (const at of [0, middle]) yield example.slice(0, at) + (example[at] ?? "a").repeat(400);
  }
}

const cpuMs = () => process.threadCpuUsage().user / 1000;

function timed(engine: Engine, text: string): number {
  const start = cpuMs();
  engine.scan(text);
  return cpuMs() - start;
}

/** What is wrong with a detector on texts made of its own parts. */
function faults(detector: Detector): string[] {
  let checked = 0;
  const { check } = detector;
  const counting: Detector = check
    ? {
        ...detector,
        check: (candidate) => {
          checked += candidate.end - candidate.start;
          return check(candidate, () => true);
        },
      }
    : detector;
  const engine = new Engine([counting]);
  engine.scan(detector.examples.match.map(fillExample).join("\n"));
  const wrong: string[] = [];
  const checkedIn = (unit: string, length: number) => {
    checked = 0;
    engine.scan(fill(unit, length));
    return checked / length;
  };
  let most = { unit: "", checked: 0 };
  const stretches = [...new Set(units(detector))].filter((unit) => unit !== "").slice(0, MOST_STRETCHES);
  for (const unit of stretches) {
    checked = 0;
    const ms = timed(engine, fill(unit));
    const what = `${detector.id} on ${JSON.stringify(unit.slice(0, 80))}`;
    if (checked > MOST_CHECKED * STRETCH_CHARS) wrong.push(`${what}: ${checked} characters checked`);
    if (checked > most.checked) most = { unit, checked };
    if (ms > AT_ONCE_MS && ms * 1000 > MOST_MICROSECONDS * STRETCH_CHARS)
      wrong.push(`${what}: ${ms.toFixed()} ms`);
  }
  const share = most.checked / STRETCH_CHARS;
  const longer = share > FEW_CHECKED ? checkedIn(most.unit, STRETCH_CHARS * 4) : 0;
  if (longer > share * MOST_CHECKED_GROWTH)
    wrong.push(
      `${detector.id} on ${JSON.stringify(most.unit)}: ${share.toFixed()} characters checked for each, at four times the length ${longer.toFixed()}`,
    );
  // As one text they show what grows with the text: four times of it, four times the work.
  const text = stretches.map((unit) => fill(unit)).join("\n");
  const once = timed(engine, text);
  const whole = once > AT_ONCE_MS / MOST_GROWTH ? timed(engine, fill(`${text}\n`, text.length * 4)) : 0;
  if (whole > AT_ONCE_MS && whole > once * MOST_GROWTH)
    wrong.push(`${detector.id}: ${once.toFixed()} ms, at four times the length ${whole.toFixed()} ms`);
  return wrong;
}

/** Hundreds of providers' keys differ in their setting's name alone: of those with the very same pattern, so many are tried. */
const OF_A_PATTERN = 12;
const ONE_OF_EACH = [...Map.groupBy(DETECTORS, ({ id, pattern }) => pattern?.source ?? id).values()].flatMap(
  (alike) => alike.filter((_, i) => i % Math.ceil(alike.length / OF_A_PATTERN) === 0),
);

test(
  "no detector is slow on texts made of its own keywords, names, pictures and examples",
  { timeout: 240_000 },
  () => {
    expect(ONE_OF_EACH.flatMap(faults)).toEqual([]);
  },
);

test("all of them together are not, where many look at the same places", { timeout: 120_000 }, () => {
  const engine = new Engine(DETECTORS);
  engine.scan("a first text");
  const slow: string[] = [];
  for (const detector of DETECTORS) {
    const text = [...new Set(units(detector))]
      .slice(0, 8)
      .filter((unit) => unit !== "")
      .map((unit) => fill(unit, 600))
      .join("\n");
    const ms = timed(engine, text);
    if (ms > AT_ONCE_MS && ms * 1000 > 10 * MOST_MICROSECONDS * text.length)
      slow.push(`${detector.id}: ${ms.toFixed()} ms`);
  }
  expect(slow).toEqual([]);
});

test("a detector that reads on from each of its keywords is seen", () => {
  const [any] = DETECTORS;
  if (!any) throw new Error("there are no detectors");
  const { forms: _forms, digits: _digits, names: _names, ...rest } = any;
  const examples = { match: ["openabc"], ignore: ["abc"] };
  const greedy: Detector = {
    ...rest,
    id: "greedy",
    keywords: ["open"],
    pattern: /open[a-z ]{0,9000}/,
    check: () => null,
    examples,
  };
  expect(faults(greedy).join()).toMatch(/characters checked/);
});
