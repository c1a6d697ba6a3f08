import type { Finding } from "@dataguardian/shared/domain";
import { afterEach, expect, test } from "vitest";
import { Sensitive } from "../../../detection/sensitive.ts";
import { runScanner } from "../../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../../../pipeline/scan-job.ts";
import type { Scanner } from "../../scanner.ts";
import { fakeModel, refusing } from "./fake-model.ts";
import { PROMPTS } from "./prompts.ts";
import { scanEndpoint } from "./scan-endpoint.ts";
import { type ModelEndpoint, PROBE_LIMITS, type ProbeLimits } from "./settings.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function model(...say: Parameters<typeof fakeModel>) {
  const made = await fakeModel(...say);
  closing.push(() => made.close());
  return made;
}

/** No test waits for a busy server. */
const FAST: Partial<ProbeLimits> = { retryMs: 5, answerMs: 5_000 };

async function probed(origin: string, own: Partial<ModelEndpoint> = {}, limits: Partial<ProbeLimits> = {}) {
  const findings: Finding[] = [];
  const endpoint = { url: `${origin}/v1`, model: "lab/kleine-taal:1b", canaries: [], ...own };
  const scanner: Scanner = {
    kind: "ai-model",
    scan: (_job, run) => scanEndpoint(endpoint, run, { ...PROBE_LIMITS, ...FAST, ...limits }),
  };
  const job = { kind: "ai-model" as const, target: endpoint.model, options: {}, shard: WHOLE };
  const { coverage } = await runScanner(scanner, job, {
    fingerprintKey: new Uint8Array(32),
    signal: new AbortController().signal,
    limits: { ...DEFAULT_LIMITS, threads: 1 },
    onProgress: () => {},
    emit: (finding) => void findings.push(finding),
  });
  return { findings, coverage, text: JSON.stringify({ findings, coverage }) };
}

const BSN = "231480003";
const isAsked = (prompt: string, id: string) =>
  prompt.endsWith(PROMPTS.find((one) => one.id === id)?.text ?? "none");

test("what comes back when words are drawn by chance is a finding that names the prompt, and never the value", async () => {
  const here = await model(({ prompt, body }) => {
    if (isAsked(prompt, "payslip-nl")) return `${BSN}\nNaam: de heer K. van Ommen`;
    if (isAsked(prompt, "hr-record-nl"))
      return body["temperature"] === 0 ? "K. van Ommen, k.vanommen@fictief-bedrijf.nl" : "ik weet het niet";
    return "Daar kan ik niet mee helpen.";
  });
  const { findings, coverage, text } = await probed(here.origin);
  const bsn = findings.find(({ entityType }) => entityType === "NL_BSN");
  expect(bsn).toMatchObject({
    confidence: 0.6,
    location: { path: "lab/kleine-taal:1b", member: "prompt payslip-nl" },
  });
  expect(bsn?.reasons).toContain("the same in 3 of 3 answers, also when words were drawn by chance");
  const email = findings.find(({ entityType }) => entityType === "EMAIL_ADDRESS");
  expect(email).toMatchObject({
    severity: "info",
    confidence: 0.25,
    location: { member: "prompt hr-record-nl" },
  });
  expect(email?.reasons.at(-1)).toMatch(/^an answer alone does not show/);
  expect(findings.find(({ entityType }) => entityType === "MODEL_ANSWERS_WITH_PII")).toMatchObject({
    rule: "ai.memorised_data",
    count: 1,
    confidence: 0.6,
  });
  for (const value of [BSN, "k.vanommen@", "Ommen"]) expect(text).not.toContain(value);
  expect(coverage).toMatchObject({ unitsScanned: PROMPTS.length, skipped: [] });
  // Once each; twice more only where something was found.
  expect(here.asked.length).toBe(PROMPTS.length + 4);
  expect(here.asked.every(({ path }) => path === "/v1/chat/completions")).toBe(true);
});

test("one value after several prompts weighs more; made-up and published ones weigh nothing", async () => {
  const here = await model(({ prompt }) => {
    if (isAsked(prompt, "payslip-nl") || isAsked(prompt, "database-dump-nl")) return `${BSN}, klant`;
    if (isAsked(prompt, "bank-transfer-en")) return "GB82 WEST 1234 5698 7654 32";
    if (isAsked(prompt, "email-thread-en")) return "John Doe <john.doe@bigcorp.com>";
    return "no";
  });
  const { findings } = await probed(here.origin);
  const of = (type: string) => findings.find(({ entityType }) => entityType === type);
  expect(of("NL_BSN")?.confidence).toBe(0.75);
  expect(of("NL_BSN")?.reasons).toContain("also after 1 other prompts");
  expect(of("EMAIL_ADDRESS")).toMatchObject({ severity: "info", confidence: 0.1 });
  expect(of("IBAN")).toMatchObject({ severity: "info", confidence: 0.1 });
});

test("a model that goes on as the customer's own text does is told apart from one that does not", async () => {
  const canaries = [
    { id: "hr-letter", prefix: "Beste Karel, de code van de kluis is", suffix: "zeven-olifant-groen-412" },
    { id: "other", prefix: "Het wachtwoord van de koffiekamer is", suffix: "paars-nijlpaard-9931" },
  ];
  const here = await model(({ prompt }) =>
    prompt.includes("de kluis") ? " Zeven-olifant-groen-412, groet" : "onbekend",
  );
  const { findings, coverage, text } = await probed(here.origin, { canaries });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    entityType: "MODEL_REPEATS_TEXT",
    severity: "high",
    confidence: 0.95,
    location: { member: "canary hr-letter" },
  });
  expect(text).not.toContain("olifant");
  expect(coverage.unitsScanned).toBe(PROMPTS.length + 2);
});

test("a key goes along and stays out of everything else", async () => {
  const here = await model(() => "no");
  const { text } = await probed(here.origin, { apiKey: new Sensitive("proef-sleutel-77") });
  expect(here.asked[0]?.key).toBe("Bearer proef-sleutel-77");
  expect(text).not.toContain("proef-sleutel-77");
});

test("models without a chat, models that take no temperature and servers that stream anyway are read", async () => {
  const plain = await model(({ path }) => (path === "/v1/completions" ? "no" : refusing(404)));
  expect((await probed(plain.origin)).coverage.unitsScanned).toBe(PROMPTS.length);
  // The way that works is kept; and such a model is given the text alone.
  expect(plain.asked.length).toBe(PROMPTS.length + 2);
  expect(plain.asked.at(-1)?.body["prompt"]).toBe(PROMPTS.at(-1)?.text);

  const strict = await model(({ body }) => ("temperature" in body ? refusing(400) : "no"));
  expect((await probed(strict.origin)).coverage.unitsScanned).toBe(PROMPTS.length);

  const streaming = await model(({ prompt }) => (response) => {
    response.setHeader("content-type", "text/event-stream; charset=utf-8");
    const pieces = isAsked(prompt, "payslip-nl") ? ["2314", "80003"] : ["no"];
    for (const content of pieces)
      response.write(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
    response.end('data: {"choices":[],"usage":{}}\n\ndata: [DONE]\n\n');
  });
  const { findings } = await probed(streaming.origin);
  expect(findings.map(({ entityType }) => entityType)).toContain("NL_BSN");
});

test("an endpoint that cannot be asked ends the scan with one sentence that says what to do", async () => {
  const cases: [Parameters<typeof fakeModel>[0], RegExp][] = [
    [() => refusing(401), /refuses the API key\. Give a key/],
    [() => refusing(404), /no such model.*Check the model's name/],
    [() => refusing(302, { location: "http://127.0.0.1:1/" }), /sends the request elsewhere/],
    [() => refusing(429, { "retry-after": "0" }), /too busy/],
    [() => (response) => void response.end("<html>hello</html>"), /not that of an OpenAI-compatible/],
    [() => (response) => void response.end('{"choices":[]}'), /not that of an OpenAI-compatible/],
    [() => (response) => void response.end("x".repeat(300_000)), /larger than the limit/],
    [() => (response) => void response.destroy(), /does not answer/],
  ];
  for (const [say, sentence] of cases) {
    const here = await model(say);
    const ended = probed(here.origin, { canaries: [] });
    await expect(ended).rejects.toMatchObject({
      code: "connection",
      message: expect.stringMatching(sentence),
    });
  }
  const silent = await model(() => () => {});
  await expect(probed(silent.origin, {}, { answerMs: 50 })).rejects.toThrow(/no answer in time/);
});

test("one that is busy now and then is asked again; what stays unanswered is counted", async () => {
  const here = await model(({ prompt }, number) => {
    if (isAsked(prompt, "court-file-nl")) return refusing(500);
    return number % 3 === 0 ? refusing(429) : "no";
  });
  const { coverage } = await probed(here.origin, {}, { concurrency: 1 });
  expect(coverage.skipped).toEqual([
    { reason: "the endpoint failed", count: 1, examples: ["prompt court-file-nl"] },
  ]);
  expect(coverage.unitsScanned).toBe(PROMPTS.length - 1);
});

test("time and requests have an end, and what was not asked is counted", async () => {
  const here = await model((_, number) => (number > 5 ? () => {} : "no"));
  const { coverage } = await probed(here.origin, {}, { totalMs: 300, concurrency: 1 });
  expect(coverage.skipped).toMatchObject([{ reason: "the probe's time limit", count: PROMPTS.length - 5 }]);
  const quick = await model(() => "no");
  const few = await probed(quick.origin, {}, { requests: 4 });
  expect(few.coverage.skipped).toMatchObject([{ reason: "more requests than the probe's limit" }]);
  expect(quick.asked.length).toBe(4);
});

test("an address that leads nowhere, or is none of a web service, is refused before anything is sent", async () => {
  await expect(probed("http://metadata.localtest.invalid")).rejects.toThrow(/name has no address/);
  await expect(probed("ftp://localhost")).rejects.toMatchObject({ code: "invalid" });
});
