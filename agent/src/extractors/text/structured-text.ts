import type { ByteInput } from "../byte-input.ts";
import type { ExtractContext } from "../extractor.ts";
import type { Part, PartColumns, TextPlace } from "../part.ts";
import { DataUris } from "./data-uris.ts";
import { FieldIndex } from "./field-index.ts";
import { type EscapeStyle, InPlaceDecoder } from "./in-place-decoder.ts";
import { keyPath } from "./key-path.ts";
import { decodeText } from "./plain-text.ts";
import { StructureReader, type Syntax, type Window } from "./structure-reader.ts";

export interface StructuredFormat<State> {
  syntax: Syntax<State>;
  escapes: EscapeStyle;
}

/**
 * The text of a file as it is, so that places are those of the file, with its escapes decoded where they stand; each value
 * knows the way of keys to it. Files that are written into it as `data:` URIs come after it.
 */
export async function* structuredText<State>(
  input: ByteInput,
  { scratch, beat }: ExtractContext,
  format: StructuredFormat<State>,
): AsyncGenerator<Part, void, undefined> {
  const pieces = decodeText(input.stream(), input.head);
  if (!pieces) return;
  const uris = new DataUris(scratch);
  const decoder = new InPlaceDecoder(format.escapes);
  const places = new StructuredPlaces(format.syntax, decoder);
  const text = (async function* () {
    for await (const piece of pieces) {
      beat();
      uris.read(piece);
      yield [...decoder.decode(piece)].join("");
    }
    yield [...decoder.decode("", true)].join("");
  })();
  const isWhole = input.size === input.head.length;
  try {
    yield {
      t: "text",
      text: isWhole ? await joined(text) : text,
      context: (window) => places.enter(window),
      placeAt: (offset, length) => places.at(offset, length),
    };
    yield* uris.parts();
  } finally {
    uris.close();
  }
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

/** Tells of the window that is being scanned where its values are: by key, and in the file. */
class StructuredPlaces<State> {
  readonly #reader: StructureReader<State>;
  readonly #decoder: InPlaceDecoder;
  readonly #counted: PartColumns["counted"] = new Map();
  #window: Window = { text: "", offset: 0 };
  #fields = new FieldIndex();
  /** Where the line began in which the window begins. */
  #lineStart = 0;

  constructor(syntax: Syntax<State>, decoder: InPlaceDecoder) {
    this.#reader = new StructureReader(syntax);
    this.#decoder = decoder;
  }

  enter(window: Window) {
    this.#lineStart = this.#lineStartOf(window.offset);
    this.#window = window;
    this.#decoder.forget(window.offset);
    this.#fields = this.#reader.read(window);
    return this.#fields.context(this.#counted, false);
  }

  at(offset: number, length: number): TextPlace {
    const key = keyPath(this.#fields.stepAt(offset - this.#window.offset));
    const place = key === "" ? {} : { key };
    const source = this.#decoder.sourceOf(offset);
    const end = this.#decoder.sourceOf(offset + length);
    if (source === offset && end === offset + length) return place;
    // Escapes and what makes up for them are on one line, so that lines begin where they begin in the file.
    return { ...place, offset: source, length: end - source, column: source - this.#lineStartOf(offset) + 1 };
  }

  #lineStartOf(offset: number): number {
    const { text, offset: base } = this.#window;
    const lineEnd = offset > base ? text.lastIndexOf("\n", offset - base - 1) : -1;
    return lineEnd < 0 ? this.#lineStart : base + lineEnd + 1;
  }
}
