/**
 * `npm run bench:quality`: what detection finds of what is there, and what it raises where there is nothing, on texts
 * that this bench makes and on the texts of the project's own dependencies; the npm packages of the kind beside it.
 * `--sample N` prints N hits in the dependencies, for a person to label.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DETECTORS, scanText, Sensitive } from "@dataguardian/agent/detection";
import { Command } from "commander";
import { randomBy } from "../detect/corpora.ts";
import { installPeers } from "../peers/install.ts";
import { loadPeers, type Peer } from "../peers/peers.ts";
import { CONTACTS } from "./contacts.ts";
import { IDENTIFIERS } from "./identifiers.ts";
import { sampleOf, scanNeutral, severityOf, weighty } from "./neutral.ts";
import { isFound, Score, Scores } from "./score.ts";
import { NAMED_SECRETS, NO_SECRETS, SECRET_LINES, SECRETS } from "./secrets.ts";
import { pickFrom, type Subject } from "./subject.ts";
import { neutralLine, NEUTRAL_LANGUAGES, place } from "./templates.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;
const HINT_BELOW = 0.4;

const { each, seed, sample, missed } = new Command()
  .option("--each <n>", "cases of each kind", Number, 40)
  .option("--seed <n>", "other texts of the same kinds", Number, 1)
  .option("--sample <n>", "print hits in the dependencies", Number)
  .option("--missed", "print what was missed and what was wrong")
  .parse()
  .opts<{ each: number; seed: number; sample?: number; missed?: true }>();

interface Case {
  kind: string;
  type: string;
  line: string;
  /** Null where nothing of the type is to be found. */
  value: string | null;
}

const random = randomBy(seed);
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const PEOPLE: readonly Subject[] = [...IDENTIFIERS, ...CONTACTS];
const personal = PEOPLE.flatMap((subject) => casesOf(subject));
const secrets: Case[] = [
  ...SECRETS.flatMap((subject) =>
    times(each, () => {
      const value = subject.valid(random);
      return {
        kind: "provider secrets",
        type: subject.type,
        line: pickFrom(random, SECRET_LINES).replace("{v}", () => value),
        value,
      };
    }),
  ),
  ...NAMED_SECRETS.flatMap((make) =>
    times(each, () => ({ kind: "named secrets", type: "password or key by its name", ...make(random) })),
  ),
];
const nothing = [
  ...NEUTRAL_LANGUAGES.flatMap((language) => times(each * 10, () => neutralLine(language, random))),
  ...NO_SECRETS.flatMap((make) => times(each, () => make(random))),
];

function casesOf({ type, language, labels, valid, nearValid }: Subject): Case[] {
  const made = (value: string, isOne: boolean): Case => ({
    kind: language,
    type,
    line: place(language, pickFrom(random, labels), value, random),
    value: isOne ? value : null,
  });
  return [
    ...times(each, () => made(valid(random), true)),
    ...(nearValid ? times(Math.ceil(each / 2), () => made(nearValid(random), false)) : []),
  ];
}

print(
  "Personal data and identifiers, valid ones with a word for it, near-valid ones beside them",
  personal,
  true,
);
print("Secrets", secrets, false);
let alarms = 0;
for (const line of nothing) {
  const heavy = scanText(line).filter((match) => ["critical", "high", "medium"].includes(severityOf(match)));
  alarms += heavy.length;
  if (missed === true)
    for (const match of heavy) console.log(`    alarm  ${match.detector.entityType}  ${line}`);
}
const words = nothing.join(" ").match(/[\p{L}\p{N}]+/gu)?.length ?? 1;
console.log(
  `\nNeutral lines: ${alarms} alarms at medium or higher in ${words} words, ${((alarms / words) * 1_000).toFixed(2)} per 1,000 (aim 0.2)`,
);

const folder = join(ROOT, "node_modules");
const reported = new Set<string>();
for (const [what, files] of [
  ["documentation", /\.md$/i],
  ["source code", /\.[cm]?[jt]s$/],
] as const) {
  const neutral = scanNeutral(folder, files, 40_000_000);
  for (const { place: at } of neutral.hits) reported.add(at);
  const heavy = weighty(neutral);
  const rate = (heavy.length / neutral.words) * 1_000;
  console.log(
    `Dependencies' ${what}: ${neutral.files} files, ${neutral.words} words, ${neutral.hits.length} hits, ${heavy.length} at medium or higher: ${rate.toFixed(3)} per 1,000 words`,
  );
  if (sample !== undefined)
    for (const hit of sampleOf(neutral.hits, sample, seed))
      console.log(`  ${hit.severity.padEnd(8)} ${hit.place}\n           ${hit.line}`);
}
printLabels();
await printPeers();

function print(title: string, cases: readonly Case[], byLanguage: boolean): void {
  const scores = new Scores();
  const languages = new Scores();
  for (const one of cases) {
    const score = scoreOf(one);
    scores.of(one.type).add(score);
    languages.of(one.kind).add(score);
  }
  const total = scores.total();
  console.log(`\n${title}`);
  for (const [key, score] of scores.byKey)
    if (score.recall() < 1 || score.precision() < 1) console.log(`  ${line(key, score)}`);
  const perfect = [...scores.byKey.values()].filter(
    (score) => score.recall() === 1 && score.precision() === 1,
  ).length;
  if (perfect > 0) console.log(`  ${perfect} others: everything found, nothing wrong`);
  if (byLanguage)
    for (const [key, score] of languages.byKey) console.log(`  ${line(`language ${key}`, score)}`);
  console.log(`  ${line("all", total)}`);
}

function line(key: string, score: Score): string {
  return `${key.padEnd(28)} recall ${score.recall().toFixed(3)}  precision ${score.precision().toFixed(3)}  of ${score.planted}`;
}

function scoreOf({ type, line: text, value }: Case): Score {
  const matches = scanText(text).filter((match) => match.confidence >= HINT_BELOW && !match.known);
  const isSecret = !PEOPLE.some((subject) => subject.type === type);
  const own = matches.filter(({ detector }) =>
    isSecret ? detector.category === "credential" : detector.entityType === type,
  );
  const score = new Score();
  if (value === null) score.wrong = own.length;
  else {
    score.planted = 1;
    score.found = isFound(
      own.map((match) => Sensitive.reveal(match.value)),
      value,
    )
      ? 1
      : 0;
  }
  if (missed === true && value !== null && score.found === 0)
    console.log(
      `    missed ${type}  ${JSON.stringify(text)}  got ${matches.map(({ detector }) => detector.entityType).join(" ")}`,
    );
  if (missed === true && score.wrong > 0) console.log(`    wrong  ${type}  ${JSON.stringify(text)}`);
  return score;
}

/** What people have said of sampled hits, in `labels.json`: whether each is what it says. */
function printLabels(): void {
  const labels = JSON.parse(readFileSync(new URL("labels.json", import.meta.url), "utf8")) as Record<
    string,
    boolean
  >;
  const given = Object.entries(labels);
  const found = given.filter(([at]) => reported.has(at));
  const wrong = found.filter(([, isOne]) => !isOne);
  console.log(
    `Labelled hits of the dependencies: ${given.length}, of which ${found.length} are reported now; ${wrong.length} of these are not what they say, ${((wrong.length / Math.max(1, found.length)) * 100).toFixed(1)} %`,
  );
}

async function printPeers(): Promise<void> {
  const installed = installPeers();
  if (!installed) return;
  const ours: Peer = {
    name: `DataGuardian, ${DETECTORS.length} detectors`,
    finds: "personal data",
    find: (text) =>
      Promise.resolve(
        scanText(text)
          .filter((match) => match.confidence >= HINT_BELOW && !match.known)
          .map((match) => Sensitive.reveal(match.value)),
      ),
  };
  console.log("\nOn the same texts: values found, whatever they are called, and alarms in neutral lines");
  for (const peer of [ours, ...(await loadPeers(installed))]) {
    const parts: string[] = [];
    for (const [name, cases] of [
      ["personal data", personal],
      ["secrets", secrets],
    ] as const) {
      const planted = cases.filter(({ value }) => value !== null);
      let found = 0;
      for (const { line: text, value } of planted) if (isFound(await peer.find(text), value ?? "")) found++;
      parts.push(`${name} ${(found / planted.length).toFixed(3)}`);
    }
    let raised = 0;
    for (const text of nothing) raised += (await peer.find(text)).length;
    console.log(
      `  ${peer.name.padEnd(32)} recall ${parts.join(", ")}; ${((raised / words) * 1_000).toFixed(2)} alarms per 1,000 neutral words`,
    );
  }
}
