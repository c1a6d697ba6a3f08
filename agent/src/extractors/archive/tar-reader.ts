const BLOCK_BYTES = 512;
const MAX_NAME_BYTES = 64 * 1024;

export interface TarHeader {
  name: string;
  size: number;
  type: "file" | "folder" | "link" | "special";
}

/** Reads a TAR from its bytes as they come. Layout: POSIX pax interchange format; GNU tar manual, "Basic Tar Format". */
export class TarReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();
  /** Bytes of the present entry that nobody has read, with the padding behind them. */
  #left = 0;
  #padding = 0;
  isWhole = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next entry; what was not read of the last one is skipped. Null at the end, or where it breaks off. */
  async next(): Promise<{ header: TarHeader; pieces: AsyncGenerator<Uint8Array, void, undefined> } | null> {
    let longName: string | undefined;
    let longSize: number | undefined;
    for (;;) {
      await this.#skip(this.#left + this.#padding);
      const block = await this.#take(BLOCK_BYTES);
      if (!block) return null;
      if (block.every((byte) => byte === 0)) {
        this.isWhole = true;
        return null;
      }
      const size = sizeOf(block.subarray(124, 136));
      const type = String.fromCharCode(block[156] ?? 0);
      if (!Number.isSafeInteger(size) || size < 0) return null;
      this.#left = longSize ?? size;
      this.#padding = (BLOCK_BYTES - (this.#left % BLOCK_BYTES)) % BLOCK_BYTES;
      if (type === "L" || type === "x") {
        const text = await this.#metadata();
        if (type === "L") longName = text.replace(/\0.*$/s, "");
        else {
          longName = paxValue(text, "path") ?? longName;
          const paxSize = paxValue(text, "size");
          if (paxSize !== undefined && /^\d+$/.test(paxSize)) longSize = Number(paxSize);
        }
        continue;
      }
      // A long link's target, and settings for all entries that follow.
      if (type === "K" || type === "g") continue;
      const name = longName ?? nameOf(block);
      const header: TarHeader = { name, size: this.#left, type: kindOf(type, name) };
      return { header, pieces: this.#pieces() };
    }
  }

  async *#pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    while (this.#left > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) throw new Error("cut off");
      const piece = this.#rest.subarray(0, this.#left);
      this.#rest = this.#rest.subarray(piece.length);
      this.#left -= piece.length;
      yield piece;
    }
  }

  async #metadata(): Promise<string> {
    const length = Math.min(this.#left, MAX_NAME_BYTES);
    const bytes = await this.#take(length);
    this.#left -= bytes?.length ?? 0;
    return new TextDecoder().decode(bytes ?? new Uint8Array());
  }

  async #skip(count: number): Promise<void> {
    for (let left = count; left > 0;) {
      if (this.#rest.length === 0 && !(await this.#more())) break;
      const skipped = Math.min(left, this.#rest.length);
      this.#rest = this.#rest.subarray(skipped);
      left -= skipped;
    }
    this.#left = 0;
    this.#padding = 0;
  }

  async #take(count: number): Promise<Uint8Array | null> {
    const pieces = [this.#rest];
    let bytes = this.#rest.length;
    while (bytes < count) {
      this.#rest = new Uint8Array();
      if (!(await this.#more())) return null;
      pieces.push(this.#rest);
      bytes += this.#rest.length;
    }
    const all = pieces.length === 1 ? (pieces[0] ?? this.#rest) : Buffer.concat(pieces);
    this.#rest = all.subarray(count);
    return all.subarray(0, count);
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#rest = next.value;
    return true;
  }
}

function kindOf(type: string, name: string): TarHeader["type"] {
  if (type === "5" || (type === "0" && name.endsWith("/"))) return "folder";
  if (type === "1" || type === "2") return "link";
  if (type === "3" || type === "4" || type === "6") return "special";
  return "file";
}

/** Octal digits, or where those do not suffice a binary number, marked in its first bit (GNU). */
function sizeOf(field: Uint8Array): number {
  if (((field[0] ?? 0) & 0x80) !== 0) return field.subarray(4).reduce((sum, byte) => sum * 256 + byte, 0);
  const text = textOf(field).trim();
  return text === "" ? 0 : Number.parseInt(text, 8);
}

function nameOf(block: Uint8Array): string {
  const isPosix = textOf(block.subarray(257, 262)) === "ustar" && block[262] === 0;
  const prefix = isPosix ? textOf(block.subarray(345, 500)) : "";
  const name = textOf(block.subarray(0, 100));
  return prefix === "" ? name : `${prefix}/${name}`;
}

const textOf = (field: Uint8Array) => new TextDecoder().decode(field).replace(/\0.*$/s, "");

/** Records are `length key=value\n`. */
function paxValue(text: string, key: string): string | undefined {
  return new RegExp(`^\\d+ ${key}=(.*)$`, "m").exec(text)?.[1];
}
