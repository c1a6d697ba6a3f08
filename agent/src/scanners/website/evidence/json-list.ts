import { type FileHandle, open } from "node:fs/promises";

/** A list in a file, written one by one, so that it may be longer than fits in the memory. */
export class JsonList {
  readonly #file: FileHandle;
  readonly #end: () => string;
  #writing: Promise<unknown>;
  #count = 0;

  private constructor(file: FileHandle, begin: string, end: () => string) {
    this.#file = file;
    this.#end = end;
    this.#writing = file.write(begin);
  }

  /** `begin` and `end` stand around the list and its brackets. Throws where the file cannot be made. */
  static async create(path: string, begin = "", end: () => string = () => ""): Promise<JsonList> {
    return new JsonList(await open(path, "wx", 0o600), `${begin}[`, () => `\n]${end()}\n`);
  }

  get length(): number {
    return this.#count;
  }

  add(item: object): void {
    const text = `${this.#count++ === 0 ? "" : ","}\n${JSON.stringify(item)}`;
    this.#writing = this.#writing.then(() => this.#file.write(text));
    // Whoever closes the list gets to know.
    this.#writing.catch(() => {});
  }

  async close(): Promise<void> {
    try {
      await this.#writing;
      await this.#file.write(this.#end());
    } finally {
      await this.#file.close();
    }
  }
}
