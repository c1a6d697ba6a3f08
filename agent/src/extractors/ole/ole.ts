import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { type ExtractContext, ExtractError, type Extractor } from "../extractor.ts";
import { readMsg } from "../mail/msg.ts";
import type { Part } from "../part.ts";
import { CompoundFile, isCompoundFile } from "./compound-file.ts";
import { type OleKind, oleKind } from "./ole-kind.ts";

/** Reads a compound file of one kind. */
type OleReader = (
  file: CompoundFile,
  context: ExtractContext,
  bytes: RandomBytes,
) => AsyncIterable<Part> | Iterable<Part>;

/** Who reads which kind. */
const READERS: Partial<Record<OleKind, OleReader>> = {
  message: readMsg,
  async *word(_file, _context, bytes) {
    const { legacyWordParts } = await import("../office/legacy-word.ts");
    yield* legacyWordParts(bytes);
  },
  async *excel(_file, _context, bytes) {
    const { legacyWorkbookParts } = await import("../office/legacy-workbook.ts");
    yield* legacyWorkbookParts(bytes);
  },
};

/**
 * OLE compound files: Outlook's messages and what Office wrote before 2007. Their directory may stand anywhere in the file,
 * so that the first bytes tell no more than that it is one; what it is shows when it is open.
 */
export const oleExtractor: Extractor = {
  format: "OLE compound file",
  matches: isCompoundFile,
  async *extract(input, context) {
    const bytes = await input.random(context.scratch);
    const file = new CompoundFile(bytes);
    const kind = oleKind(file);
    if (kind === "protected-office") throw new ExtractError(SKIP_REASONS.encrypted);
    const reader = READERS[kind];
    if (!reader) throw new ExtractError(SKIP_REASONS.unsupported);
    yield* reader(file, context, bytes);
    if (file.isCut) throw new ExtractError(SKIP_REASONS.damaged);
  },
};
