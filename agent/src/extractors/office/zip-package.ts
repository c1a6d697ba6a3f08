import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { type ZipEntry, zipEntries } from "../archive/zip-directory.ts";
import { isZip } from "../archive/zip.ts";
import { UnpackBudget } from "../budget.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError } from "../extractor.ts";
import type { Part } from "../part.ts";
import { readWholeXml } from "./xml-events.ts";

const MAX_ENTRIES = 100_000;

/** What one part says of another. */
export interface Relation {
  id: string;
  /** The last word of the type's address, such as `comments`. */
  type: string;
  /** The other part's name, or an address outside. */
  target: string;
  isExternal: boolean;
}

/** An office document as the ZIP that it is: its parts by name. What they unpack to together is bounded. */
export class ZipPackage {
  readonly names: readonly string[];
  /** By the name in small letters: some programs write names otherwise than they refer to them. */
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #budget: UnpackBudget;

  private constructor(entries: ReadonlyMap<string, ZipEntry>, names: readonly string[], size: number) {
    this.#entries = entries;
    this.names = names;
    this.#budget = new UnpackBudget(size);
  }

  static async open(random: RandomBytes): Promise<ZipPackage> {
    const entries = new Map<string, ZipEntry>();
    const names: string[] = [];
    for await (const entry of zipEntries(random)) {
      if (names.length >= MAX_ENTRIES) throw new ExtractError(SKIP_REASONS.tooManyEntries);
      if (entry.isFolder) continue;
      const name = entry.name.replaceAll("\\", "/").replace(/^\/+/, "");
      const key = name.toLowerCase();
      if (!entries.has(key)) names.push(name);
      entries.set(key, entry);
    }
    return new ZipPackage(entries, names, random.size);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The bytes of a part; none where it is missing. */
  read(name: string): AsyncIterable<Uint8Array> | null {
    const entry = this.#entries.get(name.toLowerCase());
    return entry ? this.#metered(entry) : null;
  }

  /** Counts what is made of the parts beside what they unpack to. Throws `ExtractError` when it is more than may be. */
  take(bytes: number): void {
    this.#budget.take(bytes);
  }

  /** The names that a pattern fits, by the number in them: `slide2` before `slide10`. */
  matching(pattern: RegExp): string[] {
    const number = (name: string) => Number(/(\d+)\D*$/.exec(name)?.[1] ?? 0);
    return this.names.filter((name) => pattern.test(name)).sort((a, b) => number(a) - number(b));
  }

  /** What a part, or the package itself by the name "", is related to, in the order in which it says so. */
  async relations(name: string): Promise<Relation[]> {
    const relations: Relation[] = [];
    const folder = name.slice(0, name.lastIndexOf("/") + 1);
    await readWholeXml(this.read(`${folder}_rels/${name.slice(folder.length)}.rels`), {
      open(element, { Id = "", Type = "", Target = "", TargetMode }) {
        if (element !== "Relationship") return;
        const isExternal = TargetMode === "External";
        relations.push({
          id: Id,
          type: Type.slice(Type.lastIndexOf("/") + 1),
          target: isExternal ? Target : resolved(folder, Target),
          isExternal,
        });
      },
    });
    return relations;
  }

  /** A part as a file of its own, such as a picture; the walk counts what it unpacks to. */
  async *file(name: string): AsyncGenerator<Part, void, undefined> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return;
    if (entry.isEncrypted) return yield { t: "skip", reason: SKIP_REASONS.encrypted, member: name };
    const input = await ByteInput.open({ name: name.split("/").at(-1) ?? name, pieces: entry.open() });
    yield { t: "file", input, place: { member: name } };
  }

  async *#metered(entry: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
    if (entry.isEncrypted) throw new ExtractError(SKIP_REASONS.encrypted);
    for await (const piece of entry.open()) {
      this.#budget.take(piece.length);
      yield piece;
    }
  }
}

/** `../comments1.xml` seen from `xl/worksheets/` is `xl/comments1.xml`. */
function resolved(folder: string, target: string): string {
  const way = (target.startsWith("/") ? target : `${folder}${target}`).replaceAll("\\", "/").split("/");
  const names: string[] = [];
  for (const name of way) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
}

/** The name of the first file in a ZIP, by its local header; null when it is none. */
export function firstEntry(head: Uint8Array): { name: string; content: string } | null {
  if (!isZip(head) || head.length < 30) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [nameBytes, extraBytes] = [view.getUint16(26, true), view.getUint16(28, true)];
  const latin = (from: number, length: number) =>
    Buffer.from(head.subarray(from, from + length)).toString("latin1");
  return { name: latin(30, nameBytes), content: latin(30 + nameBytes + extraBytes, 80) };
}
