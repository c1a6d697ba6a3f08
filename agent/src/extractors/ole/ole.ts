import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { type ExtractContext, ExtractError, type Extractor } from "../extractor.ts";
import { readMsg } from "../mail/msg.ts";
import { embeddedObjectParts, legacyDocumentParts } from "../office/legacy-document.ts";
import { legacyWorkbookParts } from "../office/legacy-workbook.ts";
import { legacyWordParts } from "../office/legacy-word.ts";
import { legacyPresentationParts } from "../office/legacy-presentation.ts";
import { guarded } from "../office/streamed-text.ts";
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
  async *word(file) {
    yield* guarded(undefined, legacyWordParts(file));
    yield* legacyDocumentParts(file, "Data");
  },
  async *excel(file, context, bytes) {
    yield* guarded(undefined, legacyWorkbookParts(file, context, bytes));
    yield* legacyDocumentParts(file, "Workbook");
  },
  async *powerpoint(file) {
    yield* guarded(undefined, legacyPresentationParts(file));
    yield* legacyDocumentParts(file, "Pictures");
  },
  other: embeddedObjectParts,
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
