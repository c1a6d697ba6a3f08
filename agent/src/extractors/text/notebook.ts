import { z } from "zod";
import { ByteInput } from "../byte-input.ts";
import type { Extractor } from "../extractor.ts";
import type { Part, PartPlace } from "../part.ts";
import { decodeText } from "./plain-text.ts";
import { textStart } from "./text-start.ts";
import { textUpTo } from "./text-up-to.ts";

const MAX_NOTEBOOK_CHARS = 16 * 1024 * 1024;

const lines = z.union([z.string(), z.array(z.string()).transform((all) => all.join(""))]);
const bundle = z.record(z.string(), z.unknown());
const output = z.looseObject({
  text: lines.optional(),
  data: bundle.optional(),
  traceback: lines.optional(),
});
const cell = z.looseObject({
  source: lines.optional(),
  outputs: z.array(output).optional(),
  attachments: z.record(z.string(), bundle).optional(),
});
/** The parts of a notebook that hold what people wrote and saw (nbformat 4: nbformat.readthedocs.io). */
const notebook = z.looseObject({
  cells: z.array(cell),
  metadata: z.looseObject({ authors: z.array(z.looseObject({ name: z.string() })).optional() }).optional(),
});

/** Jupyter notebooks: the cells, what came out of them, and the pictures in it. */
export const notebookExtractor: Extractor = {
  format: "Jupyter notebook",
  matches: (head, name) => /\.ipynb$/i.test(name) && (textStart(head)?.trimStart().startsWith("{") ?? false),
  async *extract(input, { beat }) {
    const pieces = decodeText(input.stream(), input.head);
    if (!pieces) return;
    const { text, rest } = await textUpTo(pieces, MAX_NOTEBOOK_CHARS, beat);
    const book = rest ? null : parsed(text);
    if (book) yield* partsOf(book);
    // What is too large or broken is read as the text that it is.
    else yield { t: "text", text: rest ?? text };
  },
};

function parsed(text: string): z.infer<typeof notebook> | null {
  try {
    return notebook.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function* partsOf({ cells, metadata }: z.infer<typeof notebook>): Generator<Part, void, undefined> {
  for (const { name } of metadata?.authors ?? [])
    yield {
      t: "observation",
      type: "AUTHOR_METADATA",
      confidence: 0.9,
      reasons: ["author"],
      subject: name,
      value: name,
      count: 1,
      place: { key: "metadata.authors" },
    };
  for (const [i, { source, outputs = [], attachments = {} }] of cells.entries()) {
    if (source !== undefined) yield textPart(source, { key: `cells[${i}].source` });
    for (const [name, data] of Object.entries(attachments))
      yield* bundleParts(data, `cells[${i}].attachments`, name);
    for (const [j, { text, data = {}, traceback }] of outputs.entries()) {
      const key = `cells[${i}].outputs[${j}]`;
      if (text !== undefined) yield textPart(text, { key });
      if (traceback !== undefined) yield textPart(traceback, { key });
      yield* bundleParts(data, key, `cell-${i + 1}-output-${j + 1}`);
    }
  }
}

/** One output in several media types: the same table as text and as HTML is read in each, since each is in the file. */
function* bundleParts(
  data: Record<string, unknown>,
  key: string,
  name: string,
): Generator<Part, void, undefined> {
  for (const [type, value] of Object.entries(data)) {
    const content = lines.safeParse(value);
    const text = content.success ? content.data : JSON.stringify(value);
    if (!isText(type)) {
      const bytes = Buffer.from(text, "base64");
      const file = /\.\w{1,5}$/.test(name) ? name : `${name}.${type.split("/")[1]?.split("+")[0] ?? "bin"}`;
      yield { t: "file", input: ByteInput.of(file, bytes), place: { member: file } };
    } else if (type === "text/html") {
      const file = `${name}.html`;
      yield { t: "file", input: ByteInput.of(file, Buffer.from(text)), place: { member: file } };
    } else yield textPart(text, { key });
  }
}

const isText = (type: string) =>
  type.startsWith("text/") || type === "image/svg+xml" || /[/+](?:json|javascript|xml|latex)$/.test(type);

function textPart(text: string, place: PartPlace): Part {
  return { t: "text", text, place };
}
