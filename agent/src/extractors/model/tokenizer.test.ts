import fc from "fast-check";
import { expect, test } from "vitest";
import { modelContents } from "./model-contents.ts";

const ADDRESS = "piet.fictief@example.org";
const WORDS = ["de", "het", "een", "Ġvan", "Jan", "Jansen", "06", "1234", "zaterdag", "@example.org", "2024"];
const numbered = (tokens: readonly string[]) => Object.fromEntries(tokens.map((token, i) => [token, i]));
const tokenizer = (tokens: readonly string[]) =>
  JSON.stringify({
    version: "1.0",
    truncation: null,
    added_tokens: [{ id: 0, content: "<s>", special: true }],
    model: { type: "BPE", vocab: numbered(tokens), merges: ["d e", "h et"] },
  });

/** Writes SentencePiece's model: pieces with text, score and type, then the trainer's settings. */
function sentencePiece(pieces: readonly string[]): Buffer {
  const all = pieces.map((piece) => {
    const text = Buffer.from(piece);
    const inner = Buffer.concat([
      Buffer.from([0x0a, text.length]),
      text,
      Buffer.from([0x15, 0, 0, 0, 0, 0x18, 1]),
    ]);
    return Buffer.concat([Buffer.from([0x0a, inner.length]), inner]);
  });
  return Buffer.concat([...all, Buffer.from([0x12, 2, 0x18, 3])]);
}
const base64 = (tokens: readonly string[]) =>
  tokens.map((token, i) => `${Buffer.from(token).toString("base64")} ${i}`).join("\n");

test.each<[string, (tokens: readonly string[]) => string | Buffer]>([
  ["tokenizer.json", tokenizer],
  ["anything.bin", tokenizer],
  ["vocab.json", (tokens) => JSON.stringify(numbered(tokens), null, 1)],
  ["added_tokens.json", (tokens) => JSON.stringify(numbered(tokens)).replace("@", String.raw`\u0040`)],
  [
    "merges.txt",
    (tokens) =>
      `#version: 0.2\n${tokens.map((token) => `${token.slice(0, 1)} ${token.slice(1)}`).join("\n")}\n`,
  ],
  ["vocab.txt", (tokens) => tokens.join("\r\n")],
  ["cl.tiktoken", base64],
  ["spiece.model", (tokens) => sentencePiece(["<unk>", ...tokens])],
])("%s: the entry that names a person is read, and fragments are not", async (name, write) => {
  const file = Buffer.from(write([...WORDS, `▁${ADDRESS}`]));
  const { texts, skipped, seen } = await modelContents(name, file);
  expect(texts).toBe(ADDRESS);
  expect({ skipped, seen }).toEqual({ skipped: [], seen: [] });
  expect((await modelContents(name, Buffer.from(write(WORDS)))).texts).toBe("");
});

test("what is beyond the bound of four million characters is counted", async () => {
  const tokens = Array.from({ length: 300_000 }, (_, i) => `persoon${i}@example.org`);
  const { skipped, texts } = await modelContents("tokenizer.json", Buffer.from(tokenizer(tokens)));
  expect(texts).toContain("persoon0@example.org");
  expect(skipped).toEqual(["vocab: larger than its format can be read within the memory limit"]);
});

test("a string over many pieces, and one that does not end", async () => {
  const long = tokenizer([`${"x".repeat(200_000)}`, `\\"${ADDRESS}`]);
  expect((await modelContents("tokenizer.json", Buffer.from(long))).texts).toContain(ADDRESS);
  const cut = tokenizer([ADDRESS, "laatste"]);
  const { texts, skipped } = await modelContents(
    "tokenizer.json",
    Buffer.from(cut.slice(0, cut.indexOf("laatste") + 3)),
  );
  expect(texts).toBe(ADDRESS);
  expect(skipped).toEqual([": damaged, or not what it says it is"]);
});

const EVIL = "{{ ''.__class__.__mro__[1].__subclasses__() }}";
const TALK = "{% for message in messages %}{{ message['content'] }}{% endfor %}";
const extraTokens = Object.fromEntries(
  Array.from({ length: 5_000 }, (_, i) => [i, { content: `<|reserved_${i}|>` }]),
);

test.each([
  ["tokenizer_config.json", (template: string) => JSON.stringify({ chat_template: template })],
  ["settings.json", (template: string) => JSON.stringify({ chat_template: [{ name: "default", template }] })],
  [
    "tokenizer_config.json",
    (template: string) => JSON.stringify({ added_tokens_decoder: extraTokens, chat_template: template }),
  ],
  ["chat_template.jinja", (template: string) => template],
])("a chat template in %s: what runs code is seen, what talks is not", async (name, write) => {
  const evil = await modelContents(name, Buffer.from(write(EVIL)));
  expect(evil.seen).toEqual(["MODEL_TEMPLATE_CODE chat_template"]);
  const talk = await modelContents(name, Buffer.from(write(TALK)));
  expect({ seen: talk.seen, skipped: talk.skipped }).toEqual({ seen: [], skipped: [] });
});

test("no bytes crash the readers or make them hang", async () => {
  const whole = [
    ["tokenizer.json", Buffer.from(tokenizer(WORDS))],
    ["m.model", sentencePiece(["<unk>", ...WORDS])],
    ["merges.txt", Buffer.from("a b\nc d\n")],
  ] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(40),
      async ([name, file], changes, cut) => {
        const bytes = Buffer.from(file.subarray(0, Math.max(1, file.length - cut)));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        await expect(modelContents(name, bytes)).resolves.toBeDefined();
      },
    ),
    { seed: 6, numRuns: 300 },
  );
});
