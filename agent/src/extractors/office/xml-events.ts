import { SaxesParser, type SaxesTagPlain } from "saxes";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

/** Takes what an XML document says, in order. Names are without their namespace's prefix. */
export interface XmlHandler {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** A tag or a stretch of text is held until it ends. */
const MAX_PENDING_CHARS = 32 * 1024 * 1024;
const MAX_DEPTH = 10_000;
/** What is taken is passed on after so many bytes, however large the pieces are. */
const STEP_BYTES = 64 * 1024;
const ENCODING = /^<\?xml[^>]*?encoding=["']([\w-]+)["']/;
const MAX_KNOWN_NAMES = 4_096;

/**
 * Feeds XML to a handler, and rests after each piece so that what was taken can be passed on. Throws `ExtractError`: for
 * XML that is damaged, that declares entities, or that would have to be held in memory.
 */
export async function* readXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): AsyncGenerator<void, void, undefined> {
  let pending = 0;
  const parser = parserFor(handler, () => (pending = 0));
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += STEP_BYTES) {
      const bytes = piece.subarray(at, at + STEP_BYTES);
      decoder ??= new TextDecoder(encodingOf(bytes));
      pending += bytes.length;
      parser.write(decoder.decode(bytes, { stream: true }));
      if (pending > MAX_PENDING_CHARS) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
      yield;
    }
  }
  parser.write(decoder?.decode() ?? "").close();
}

/** The same where nothing needs to be passed on meanwhile. */
export async function readWholeXml(
  pieces: AsyncIterable<Uint8Array> | null,
  handler: XmlHandler,
): Promise<void> {
  if (pieces) for await (const _ of readXml(pieces, handler));
}

function parserFor(handler: XmlHandler, onEvent: () => void): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  const fail = () => {
    throw new ExtractError(SKIP_REASONS.damaged);
  };
  const local = localNames();
  let depth = 0;
  parser.on("error", fail);
  // No office format has one; what declares entities wants them to be multiplied.
  parser.on("doctype", fail);
  let attributes: Record<string, string> = {};
  let hasAttributes = false;
  parser.on("attribute", ({ name, value }) => {
    // A declared prefix is no attribute; `r:id` counts more than an `id` beside it.
    if (name.startsWith("xmlns") || name.endsWith("__proto__")) return;
    const own = local(name);
    if (own === name && hasAttributes && attributes[own] !== undefined) return;
    attributes[own] = value;
    hasAttributes = true;
  });
  parser.on("opentag", ({ name, isSelfClosing }: SaxesTagPlain) => {
    onEvent();
    if (!isSelfClosing && ++depth > MAX_DEPTH) fail();
    const own = local(name);
    const given = attributes;
    if (hasAttributes) attributes = {};
    hasAttributes = false;
    handler.open?.(own, given);
    if (isSelfClosing) handler.close?.(own);
  });
  parser.on("closetag", ({ name, isSelfClosing }: SaxesTagPlain) => {
    if (isSelfClosing) return;
    onEvent();
    depth--;
    handler.close?.(local(name));
  });
  const text = (said: string) => {
    onEvent();
    handler.text?.(said);
  };
  parser.on("text", text);
  parser.on("cdata", text);
  return parser;
}

/** By the byte order mark, or by what the declaration says; UTF-8 most often. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const said = ENCODING.exec(Buffer.from(start.subarray(0, 200)).toString("latin1"))?.[1] ?? "utf-8";
  try {
    return new TextDecoder(said).encoding;
  } catch {
    return "utf-8";
  }
}

/** The same few names come again and again. */
function localNames(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let own = known.get(name);
    if (own !== undefined) return own;
    own = name.slice(name.indexOf(":") + 1);
    if (known.size < MAX_KNOWN_NAMES) known.set(name, own);
    return own;
  };
}
