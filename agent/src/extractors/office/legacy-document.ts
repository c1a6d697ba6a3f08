import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError } from "../extractor.ts";
import type { CompoundEntry, CompoundFile } from "../ole/compound-file.ts";
import type { Part } from "../part.ts";
import { embeddedContent } from "./embedded-object.ts";
import { legacyPictures } from "./legacy-pictures.ts";
import { olePropertyParts } from "./ole-properties.ts";
import { guarded } from "./streamed-text.ts";
import { macroParts } from "./vba-project.ts";

const MAX_FILE_BYTES = 256 * 1024 * 1024;
const MAX_PICTURES_BYTES = 128 * 1024 * 1024;
const MAX_OBJECTS = 10_000;
/** Where macros are: of Word, of Excel, of a project by itself. */
const MACROS = ["Macros", "_VBA_PROJECT_CUR"];
/** What is in a storage that stands for an embedded object. */
const NATIVE = "\u0001Ole10Native";
const CONTENTS = ["CONTENTS", "Package"];

/** What files of Office from before 2007 hold beside their text: properties, pictures, embedded files, macros. */
export async function* legacyDocumentParts(
  file: CompoundFile,
  pictures: string | null,
): AsyncGenerator<Part, void, undefined> {
  yield* guarded(
    "properties",
    from(() => olePropertyParts(file)),
  );
  const entries = file.named(file.root);
  for (const name of MACROS) {
    const storage = entries.get(name);
    if (storage?.kind === "storage")
      yield* guarded(
        "macros",
        from(() => macroParts(file, storage)),
      );
  }
  const stream = entries.get(pictures ?? "");
  if (stream?.kind === "stream")
    yield* guarded(
      "pictures",
      from(() => legacyPictures(Buffer.from(file.read(stream, MAX_PICTURES_BYTES)))),
    );
  const pool = entries.get("ObjectPool");
  const objects = [
    ...(pool?.kind === "storage" ? file.children(pool) : []),
    ...[...entries.values()].filter(({ name, kind }) => kind === "storage" && name.startsWith("MBD")),
  ];
  for (const object of objects.slice(0, MAX_OBJECTS))
    yield* guarded(
      `object ${object.name}`,
      from(() => objectParts(file, object, `object ${object.name}`)),
    );
}

/** A compound file that is no document: an object that a document embeds, or its macros. */
export async function* embeddedObjectParts(file: CompoundFile): AsyncGenerator<Part, void, undefined> {
  const entries = file.named(file.root);
  if (entries.get("VBA")?.kind === "storage") yield* macroParts(file, file.root);
  else yield* objectParts(file, file.root);
}

/** Throws `ExtractError` where the object is of a program that this version does not read. */
function* objectParts(
  file: CompoundFile,
  storage: CompoundEntry,
  member?: string,
): Generator<Part, void, undefined> {
  const entries = file.named(storage);
  const native = entries.get(NATIVE);
  if (native?.kind === "stream") {
    // Its length stands before it.
    const bytes = Buffer.from(file.read(native, MAX_FILE_BYTES)).subarray(4);
    const embedded = embeddedContent(bytes);
    if (embedded) return yield fileOf(embedded.name, embedded.bytes, member);
  }
  for (const name of CONTENTS) {
    const stream = entries.get(name);
    if (stream?.kind === "stream" && stream.size > 0)
      return yield fileOf(name.toLowerCase(), file.read(stream, MAX_FILE_BYTES), member);
  }
  throw new ExtractError(SKIP_REASONS.unsupported);
}

const fileOf = (name: string, bytes: Uint8Array, member = name): Part => ({
  t: "file",
  input: ByteInput.of(name, bytes),
  place: { member },
});

/** What goes wrong at the first step is thrown where the parts are asked for. */
async function* from(parts: () => Iterable<Part>): AsyncGenerator<Part, void, undefined> {
  yield* parts();
}
