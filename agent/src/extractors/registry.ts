import { SKIP_REASONS, type SkipReason } from "../sources/file-source.ts";
import type { ByteInput } from "./byte-input.ts";
import { COMPRESSED_FILES } from "./archive/compressed-file.ts";
import { libarchiveExtractor } from "./archive/libarchive.ts";
import { tarExtractor } from "./archive/tar.ts";
import { zipExtractor } from "./archive/zip.ts";
import type { Extractor } from "./extractor.ts";
import { imageKind } from "./image/image-kind.ts";
import { lazyExtractor } from "./lazy-extractor.ts";
import { cmsExtractor } from "./mail/cms.ts";
import { emlExtractor } from "./mail/eml.ts";
import { icalendarExtractor } from "./mail/icalendar.ts";
import { ldifExtractor } from "./mail/ldif.ts";
import { mboxExtractor } from "./mail/mbox.ts";
import { pstExtractor } from "./mail/pst/pst.ts";
import { rightsManagedExtractor } from "./mail/rights-managed.ts";
import { tnefExtractor } from "./mail/tnef.ts";
import { vcardExtractor } from "./mail/vcard.ts";
import { ooxmlExtractor } from "./office/ooxml.ts";
import { openDocumentExtractor } from "./office/opendocument.ts";
import { rtfExtractor } from "./office/rtf.ts";
import { oleExtractor } from "./ole/ole.ts";
import { MODEL_ARCHIVES, MODEL_FORMATS, UNKNOWN_FORMATS } from "./model/model-formats.ts";
import { withLatePickles } from "./model/pickle/late-pickle.ts";
import { isPdf } from "./pdf/pdf-magic.ts";
import { avroExtractor } from "./table/avro.ts";
import { unsupportedColumnarExtractor } from "./table/columnar-unsupported.ts";
import { dbfExtractor } from "./table/dbf.ts";
import { parquetExtractor } from "./table/parquet.ts";
import { sqliteExtractor } from "./table/sqlite.ts";
import { htmlExtractor } from "./text/html.ts";
import { jsonExtractor } from "./text/json.ts";
import { lfsPointerExtractor } from "./text/lfs-pointer.ts";
import { markdownExtractor } from "./text/markdown.ts";
import { notebookExtractor } from "./text/notebook.ts";
import { settingsExtractor, yamlExtractor } from "./text/settings.ts";
import { textExtractor } from "./text/text-extractor.ts";
import { xmlExtractor } from "./text/xml.ts";

const pdfExtractor = lazyExtractor("PDF", isPdf, async () => (await import("./pdf/pdf.ts")).pdfExtractor);
const imageExtractor = lazyExtractor(
  "image",
  (head) => imageKind(head) !== null,
  async () => (await import("./image/image.ts")).imageExtractor,
);

/** What stores files in one file. */
const ARCHIVES: readonly Extractor[] = [zipExtractor, ...COMPRESSED_FILES, libarchiveExtractor, tarExtractor];
/** Documents that are no plain text. */
const DOCUMENTS: readonly Extractor[] = [
  ooxmlExtractor,
  openDocumentExtractor,
  rtfExtractor,
  pdfExtractor,
  oleExtractor,
  pstExtractor,
  tnefExtractor,
  cmsExtractor,
  rightsManagedExtractor,
  avroExtractor,
  parquetExtractor,
  sqliteExtractor,
  dbfExtractor,
  unsupportedColumnarExtractor,
];
/** Text with a structure: read as plain text where source code is scanned. */
const STRUCTURED_TEXT: readonly Extractor[] = [
  vcardExtractor,
  icalendarExtractor,
  mboxExtractor,
  emlExtractor,
  ldifExtractor,
  notebookExtractor,
  markdownExtractor,
  jsonExtractor,
  htmlExtractor,
  xmlExtractor,
  yamlExtractor,
  settingsExtractor,
];
const IMAGES: readonly Extractor[] = [imageExtractor];

const TAKEN_APART = [...DOCUMENTS, ...ARCHIVES];
const isTakenApart: Extractor["matches"] = (head, name) => TAKEN_APART.some((one) => one.matches(head, name));

/** Text that no document's format claims, such as RTF, which is text to look at. */
const onlyText: Extractor = {
  ...textExtractor,
  matches: (head, name) => textExtractor.matches(head, name) && !isTakenApart(head, name),
};

/** The extractors of each kind of scan and of one that reads text alone, in the order in which they are asked. */
export const EXTRACTORS = {
  // Data that was checked in with the code is found in whatever format it is.
  code: [...DOCUMENTS, ...ARCHIVES, lfsPointerExtractor, textExtractor],
  // Pictures in documents are read too; a picture by itself is left to the image scan.
  document: [...DOCUMENTS, ...ARCHIVES, ...IMAGES, ...STRUCTURED_TEXT, textExtractor],
  image: [...ARCHIVES, ...IMAGES],
  // Model cards, settings, notebooks and training data stand beside the weights.
  "ai-model": withLatePickles([
    ...MODEL_FORMATS,
    ...DOCUMENTS,
    ...MODEL_ARCHIVES,
    ...ARCHIVES,
    lfsPointerExtractor,
    ...STRUCTURED_TEXT,
    textExtractor,
    ...UNKNOWN_FORMATS,
  ]),
  // What is read where the scan itself runs: only what needs no reader of a format.
  text: [lfsPointerExtractor, onlyText],
} as const satisfies Record<string, readonly Extractor[]>;

export type FileKind = keyof typeof EXTRACTORS;

/** Why a file is passed over that no extractor of its kind of scan knows. */
export function unknownReason(kind: FileKind): (input: ByteInput) => SkipReason {
  return ({ head, name }) => {
    const isPicture = IMAGES.some((one) => one.matches(head, name));
    if (kind === "image") return SKIP_REASONS.noPicture;
    if (kind === "text" && isTakenApart(head, name)) return SKIP_REASONS.toTakeApart;
    return isPicture ? SKIP_REASONS.picture : SKIP_REASONS.binary;
  };
}
