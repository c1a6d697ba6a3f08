import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from "saxes";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

/** Takes what an XML document says, in order. Names are without their namespace's prefix. */
export interface XmlHandler {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** Feeds XML to a handler, and rests after each piece so that what was taken can be passed on. Throws `ExtractError`. */
export async function* readXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): AsyncGenerator<void, void, undefined> {
  const parser = new SaxesParser({ xmlns: false });
  const fail = () => {
    throw new ExtractError(SKIP_REASONS.damaged);
  };
  parser.on("error", fail);
  // No office format has one; what declares entities wants them to be multiplied.
  parser.on("doctype", fail);
  parser.on("opentag", ({ name, attributes, isSelfClosing }: SaxesTagPlain) => {
    handler.open?.(local(name), withoutPrefixes(attributes as Record<string, SaxesAttributePlain | string>));
    if (isSelfClosing) handler.close?.(local(name));
  });
  parser.on("closetag", ({ name, isSelfClosing }: SaxesTagPlain) => {
    if (!isSelfClosing) handler.close?.(local(name));
  });
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
}

/** The same where nothing needs to be passed on meanwhile. */
export async function readWholeXml(
  pieces: AsyncIterable<Uint8Array> | null,
  handler: XmlHandler,
): Promise<void> {
  if (pieces) for await (const _ of readXml(pieces, handler));
}

function withoutPrefixes(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), String(value)]));
}
