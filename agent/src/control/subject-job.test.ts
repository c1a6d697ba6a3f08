/** P9: a search for a person whose terms only this agent can read. */
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync, gzipSync } from "node:zlib";
import { finding, type ScanOptions } from "@dataguardian/shared/domain";
import { seal, sealFingerprint, type SubjectTerms } from "@dataguardian/shared/seal";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Harness } from "./fake-hub/harness.ts";
import { REAL_JOB } from "./fake-hub/test-agent.ts";
import { askLocal } from "./local-client.ts";
import { localSocketPath } from "./local-path.ts";

const BSN = "010464554";
const EMAIL = "zoe.vandermuller@voorbeeld-post.nl";
const NAME = "Zoë van der Müller";
const VALUES = [BSN, EMAIL, NAME, "Müller", "KL-00417"];

const harness = Harness.install();
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "subject-job-"));
  const db = new DatabaseSync(join(dir, "crm.db"));
  db.exec(
    `create table klanten (id integer primary key, bsn text, mail text, naam text, code text);
     create table bestellingen (id integer primary key, klant integer references klanten(id), wat text);
     insert into klanten values (1, '${BSN}', '${EMAIL}', '${NAME}', 'KL-00417'), (2, '123456782', 'a@b.example', 'Jan de Vries', 'KL-2');
     insert into klanten values (3, '10464554', 'x@y.example', 'Zoe van der Muller', 'KL-3');
     create table "dossier Zoë van der Müller" (nr text);
     insert into "dossier Zoë van der Müller" values ('KL-00417');
     create table post (nr integer primary key, brief blob);
     insert into bestellingen values (10, 1, 'fiets'), (11, 2, 'bel');`,
  );
  db.prepare("insert into post values (1, ?)").run(gzipSync(`Uw nummer is ${BSN}.`));
  db.close();
  mkdirSync(join(dir, "share"));
  writeFileSync(join(dir, "share", "brief.txt"), `Aan ${NAME}, uw nummer is ${BSN}.\n`);
  // Names of places may be the person's own.
  writeFileSync(join(dir, "share", `contract_${NAME.replaceAll(" ", "_")}.txt`), `${EMAIL}\n`);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const change = (subjectSearch: boolean) => ({
  sources: [
    { name: "crm", kind: "database", path: join(dir, "crm.db") },
    { name: "share", kind: "document", path: join(dir, "share") },
  ],
  policy: { kinds: ["database", "document"], sources: "all", subjectSearch },
});

const TERMS: SubjectTerms["terms"] = [
  { kind: "bsn", value: BSN },
  { kind: "email", value: EMAIL.toUpperCase() },
  { kind: "name", value: NAME },
  { kind: "text", value: "kl-00417" },
];

interface Sealing {
  /** For which source the box is made. */
  forSource?: string;
  agentId?: string;
}

async function boxed(kind: string, source: string, sealing: Sealing = {}): Promise<ScanOptions> {
  const hello = harness.hub.frames.find((frame) => frame.t === "hello");
  const { agentId, tenantId } = harness.hub;
  const terms = { v: 1, madeAt: Date.now(), terms: TERMS };
  const context = { tenantId, agentId, kind, source: sealing.forSource ?? source };
  const box = await seal(hello?.sealKey ?? "", context, JSON.stringify(terms));
  return { subject: { sealed: [{ agentId: sealing.agentId ?? agentId, box }] } };
}

function grant(kind: "database" | "document", source: string, options: ScanOptions) {
  const id = `scan_${randomUUID().replaceAll("-", "")}`;
  const scan = { id, kind, source, options, shard: { index: 0, count: 1 } };
  return harness.hub.grant(source, { scan });
}

const chunkOf = (jobId: string) =>
  gunzipSync(harness.hub.chunks.get(`${jobId}/1/0`) ?? "")
    .toString()
    .trim();
const findingsOf = (text: string) => text.split("\n").map((line) => finding.parse(JSON.parse(line)));

/** All that the agent has written or said, without the search's own input. */
const traces = () =>
  [
    JSON.stringify(harness.hub.frames),
    JSON.stringify(harness.home.logs),
    ...readdirSync(harness.home.dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("code-cache"))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1")),
  ].join("\n");

test("a database and a folder: where and how often, and not a word of what was searched for", async () => {
  await harness.start({ entry: REAL_JOB, change: change(true) });
  const { jobId } = grant("database", "crm", await boxed("database", "crm"));
  const { manifest } = await harness.hub.frame("commit");
  expect(manifest.coverage.unitsScanned).toBe(4);
  expect(manifest.coverage.skipped).toMatchObject([{ examples: ["post.brief"] }]);
  expect(manifest.summary.byRule).toEqual({ "subject.found": 6 });
  const text = chunkOf(jobId);
  const found = findingsOf(text).map(({ entityType, location, count, confidence, severity, preview }) => {
    expect([severity, preview]).toEqual(["info", "••••••••"]);
    return `${location.table}.${location.column ?? ""} ${entityType} ${count} ${confidence}`;
  });
  expect(found.toSorted()).toEqual([
    "bestellingen. SUBJECT_ROWS_BY_KEY 1 0.5",
    "dossier••••••••.nr SUBJECT_NUMBER 1 1",
    "klanten.bsn NL_BSN 2 1",
    "klanten.code SUBJECT_NUMBER 1 1",
    "klanten.mail EMAIL_ADDRESS 1 1",
    "klanten.naam PERSON_NAME 2 0.5",
  ]);

  const { subject } = await boxed("database", "crm");
  const files = grant("database", "crm", {
    subject: { ...subject, sealed: subject?.sealed ?? [], files: true },
  });
  await harness.hub.frame("commit", (frame) => frame.jobId === files.jobId);
  const inCells = findingsOf(chunkOf(files.jobId)).map(
    ({ location }) => `${location.table}.${location.column}`,
  );
  expect(inCells).toContain("post.brief");

  const folder = grant("document", "share", await boxed("document", "share"));
  await harness.hub.frame("commit", (frame) => frame.jobId === folder.jobId);
  const inFiles = chunkOf(folder.jobId);
  const named = findingsOf(inFiles).map(({ entityType, location }) => `${location.path} ${entityType}`);
  expect(named.toSorted()).toEqual([
    "brief.txt NL_BSN",
    "brief.txt PERSON_NAME",
    "contract••••••••txt EMAIL_ADDRESS",
  ]);
  for (const value of VALUES) expect(text + inFiles + traces(), value).not.toContain(value);
});

test("the policy has to allow it: else no key is offered, and a box is refused", async () => {
  await harness.start({ entry: REAL_JOB, change: change(false) });
  const hello = await harness.hub.frame("hello");
  expect(hello.sealKey).toBeUndefined();
  const other = Buffer.alloc(4_144, 7).toString("base64");
  const { agentId } = harness.hub;
  grant("database", "crm", { subject: { sealed: [{ agentId, box: other }] } });
  expect(await harness.hub.frame("refuse")).toMatchObject({
    code: "subject",
    reason: "The agent's policy does not allow searches for a person.",
  });
});

test("a box for another agent is refused", async () => {
  await harness.start({ entry: REAL_JOB, change: change(true) });
  grant("database", "crm", await boxed("database", "crm", { agentId: "agent_of_another" }));
  expect((await harness.hub.frame("refuse")).reason).toContain("not sealed to this agent");
});

test("a box that was made for another source fails in a sentence, and is not tried again", async () => {
  await harness.start({ entry: REAL_JOB, change: change(true) });
  grant("database", "crm", await boxed("database", "crm", { forSource: "share" }));
  const failed = await harness.hub.frame("fail");
  expect(failed).toMatchObject({ code: "invalid", retryable: false });
  expect(failed.reason).toContain("another key");
});

test("the key stays the same, is its owner's alone, and status says its fingerprint", async () => {
  const agent = await harness.start({ change: change(true) });
  const first = await harness.hub.frame("hello");
  const file = join(harness.home.dir, "data", "seal-key.pem");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const path = await localSocketPath(join(harness.home.dir, "data"));
  const status = await askLocal(path, { method: "GET", url: "/status" });
  expect(status).toMatchObject({ sealFingerprint: await sealFingerprint(first.sealKey ?? "") });
  agent.drain();
  await agent.stopped;
  const from = harness.hub.frames.length;
  await harness.home.start(harness.hub, { change: change(true) }).then(async (again) => {
    const second = await harness.hub.frame("hello", () => true, from);
    expect(second.sealKey).toBe(first.sealKey);
    again.drain();
    await again.stopped;
  });
  const pem = readFileSync(file, "utf8").split("\n")[1] ?? "?";
  expect(JSON.stringify([harness.hub.frames, harness.home.logs])).not.toContain(pem);
});
