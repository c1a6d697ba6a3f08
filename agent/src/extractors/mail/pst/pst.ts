import { SKIP_REASONS } from "../../../sources/file-source.ts";
import { type ExtractContext, ExtractError, type Extractor } from "../../extractor.ts";
import type { Part } from "../../part.ts";
import { mapiParts } from "../mapi-item.ts";
import { TAGS } from "../mapi-properties.ts";
import { PstBlocks } from "./pst-blocks.ts";
import { PstHeap } from "./pst-heap.ts";
import { pstItem } from "./pst-item.ts";
import { HEADER_BYTES, isPst, type PstLayout, readLayout } from "./pst-layout.ts";
import { PstPages } from "./pst-pages.ts";
import { readProperties } from "./pst-properties.ts";

const MESSAGE = 0x04;
const MAX_FOLDER_NAMES = 10_000;
const MAX_FOLDER_CHARS = 80;

/** Outlook's data files, PST and OST, of all three generations ([MS-PST]). */
export const pstExtractor: Extractor = {
  format: "PST",
  matches: isPst,
  async *extract(input, context) {
    const bytes = await input.random(context.scratch);
    const layout = readLayout(Buffer.from(bytes.read(0, HEADER_BYTES)));
    const pages = new PstPages(bytes, layout);
    yield* new PstReader(layout, pages, new PstBlocks(bytes, layout, pages)).parts(context);
  },
};

class PstReader {
  readonly #layout: PstLayout;
  readonly #pages: PstPages;
  readonly #blocks: PstBlocks;
  readonly #folders = new Map<number, string>();

  constructor(layout: PstLayout, pages: PstPages, blocks: PstBlocks) {
    this.#layout = layout;
    this.#pages = pages;
    this.#blocks = blocks;
  }

  /** Goes through all nodes, and not from folder to folder: what a damaged folder has lost is read too. */
  async *parts(context: ExtractContext): AsyncGenerator<Part, void, undefined> {
    const { nodeTree, idBytes } = this.#layout;
    let isDamaged = false;
    let number = 0;
    for (const entry of this.#pages.entries(nodeTree, () => (isDamaged = true))) {
      context.beat();
      if ((entry.readUInt32LE(0) & 0x1f) !== MESSAGE) continue;
      const folder = this.#folder(entry.readUInt32LE(idBytes * 3));
      const member = `${folder === "" ? "" : `${folder}/`}message ${++number}`;
      try {
        yield* mapiParts(pstItem(this.#blocks, this.#node(entry)), member, context);
      } catch (error) {
        if (!isOfMessage(error)) throw error;
        yield {
          t: "skip",
          reason: error instanceof ExtractError ? error.reason : SKIP_REASONS.damaged,
          member,
        };
      }
    }
    if (isDamaged) throw new ExtractError(SKIP_REASONS.damaged);
  }

  #node(entry: Buffer): { data: number; inner: number } {
    const { idBytes } = this.#layout;
    return { data: this.#pages.id(entry, idBytes), inner: this.#pages.id(entry, idBytes * 2) };
  }

  /** The name of the folder with that number. */
  #folder(id: number): string {
    const known = this.#folders.get(id);
    if (known !== undefined) return known;
    if (this.#folders.size >= MAX_FOLDER_NAMES) this.#folders.clear();
    const name = this.#folderName(id)
      .replace(/[\p{Cc}/]/gu, " ")
      .slice(0, MAX_FOLDER_CHARS);
    this.#folders.set(id, name);
    return name;
  }

  #folderName(id: number): string {
    try {
      const entry = this.#pages.find(this.#layout.nodeTree, id);
      if (!entry) return "";
      return readProperties(new PstHeap(this.#blocks, this.#node(entry))).text(TAGS.displayName) ?? "";
    } catch (error) {
      if (error instanceof ExtractError || error instanceof RangeError) return "";
      throw error;
    }
  }
}

/** What is wrong with one message, and not with the file or with how much of it may be read. */
function isOfMessage(error: unknown): boolean {
  if (error instanceof ExtractError) return error.reason !== SKIP_REASONS.unpacksTooLarge;
  return error instanceof RangeError;
}
