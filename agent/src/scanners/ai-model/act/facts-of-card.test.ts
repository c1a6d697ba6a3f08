import fc from "fast-check";
import { expect, test } from "vitest";
import { factsOfCard, NO_CARD } from "./facts-of-card.ts";

const areas = (body: string, title = "Intended use") => factsOfCard(`# M\n\n## ${title}\n\n${body}\n`).areas;

test("a full card says all, in English and in Dutch", () => {
  const english = `---
license: mit
base_model: fictief/basis
datasets: [fictief/teksten]
pipeline_tag: text-generation
---
# Model
## Uses
### Direct Use
Summarising minutes of meetings.
## Bias, Risks, and Limitations
Tested on names by gender: no difference above 0.01.
## Evaluation
Accuracy 0.93 on the fictitious set.
## Summary of the training content
The summary by the template of article 53(1)(d) stands in summary.pdf.
## Watermark
Text carries a mark that our detector recognises.
## Model Card Contact
The Fictitious Lab`;
  const all = Object.fromEntries(Object.keys(NO_CARD).map((field) => [field, true]));
  expect(factsOfCard(english)).toEqual({ ...all, task: "text-generation", areas: [] });
  const dutch = `# Model
## Beoogd gebruik
Notulen samenvatten voor medewerkers.
## Beperkingen en vooringenomenheid
Gemeten per geslacht: geen verschil.
## Trainingsdata
Openbare verslagen van fictieve raden.
## Resultaten
Nauwkeurigheid 0,93 op de toetsverzameling.
## Licentie
MIT
## Contact
lab@example.nl`;
  expect(factsOfCard(dutch)).toMatchObject({
    licence: true,
    intendedUse: true,
    limitations: true,
    bias: true,
    trainingData: true,
    metrics: true,
    contact: true,
  });
});

test("a template that nobody filled in says nothing", () => {
  const card = `---
license: unknown
datasets: []
---
# Model Card
- **Developed by:** [More Information Needed]
- **License:** [More Information Needed]
## Uses
<!-- How is the model to be used? Describe the intended users and purposes. -->
### Direct Use
[More Information Needed]
## Bias, Risks, and Limitations
[More Information Needed]
## Training Data
[More Information Needed]
## Evaluation
\`\`\`python
evaluate(model, bias=True, use_bias=False)
\`\`\``;
  expect(factsOfCard(card)).toEqual(NO_CARD);
});

test.each([
  ["Ranking of job applicants.", ["employment"]],
  ["CV screening for vacancies, and credit scoring of customers.", ["employment", "services"]],
  ["Beoordeling van studenten en examens.", ["education"]],
  ["Emotion recognition in meetings.", ["biometrics"]],
])("a stated purpose is an indication: %s", (body, expected) => {
  expect(areas(body)).toEqual(expected);
});

test.each([
  ["Not for ranking of job applicants.", "Intended use"],
  ["It must not be used for credit scoring.", "Intended use"],
  ["Ranking of job applicants.", "Out-of-Scope Use"],
  ["Ranking of job applicants.", "Related work"],
  ["Answers questions about school, credit, visa rules, the police and courts in general.", "Intended use"],
  ["We recommend against CV screening.", "Model Use"],
  ["**Primary** Summaries.\n\n**Out-of-scope Uses** Ranking of job applicants.", "Intended Use"],
  ["Sentiment of product reviews.", "Intended use"],
])("what is denied, elsewhere or only near is none: %s (%s)", (body, title) => {
  expect(areas(body, title)).toEqual([]);
});

test("a purpose that is out of scope below the purposes is none", () => {
  expect(
    factsOfCard("## Uses\nSummaries.\n### Out-of-Scope Use\nRanking of job applicants.\n").areas,
  ).toEqual([]);
});

test.each([
  "---\n: [\n---\n# x",
  "---\n- a\n---\n",
  "---\na: &a [*a]\n---\n",
  "",
  "\0",
  "---\n",
  "<!-- ",
  "```\n# a",
])("a card with faults is no error: %j", (text) => {
  expect(factsOfCard(text)).toEqual(NO_CARD);
});

test.each(["# a\n", "**a:** b\n", "<!--", "## Uses\n## Out-of-scope use\nx\n", "---\n", "[More "])(
  "half a megabyte of %j takes no time to speak of",
  (piece) => {
    const text = piece.repeat(Math.floor((512 * 1024) / piece.length));
    const started = performance.now();
    factsOfCard(text);
    expect(performance.now() - started).toBeLessThan(2_000);
  },
);

test("no card, however it is put together, makes the reader throw", () => {
  const pieces = [
    "---\n",
    "license: ",
    "a: &a [*a]\n",
    "[",
    "{",
    "!!set {a}\n",
    "# ",
    "**Uses:** ",
    "<!--",
    "-->",
    "```\n",
    "\n",
    "\0",
    "x",
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 40 }), (all) => {
      expect(Object.keys(factsOfCard(all.join("")))).toEqual(Object.keys(NO_CARD));
      factsOfCard(`---\n${all.join("")}\n---\n`);
    }),
    { seed: 6, numRuns: 500 },
  );
  expect(factsOfCard(`---\n${"[".repeat(60_000)}\n---\n`)).toEqual(NO_CARD);
});
