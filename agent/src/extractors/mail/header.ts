import { decodeWords, headerText } from "./encoded-words.ts";
import { type MediaType, mediaType, parameters } from "./media-type.ts";

const FIELD = /^([!-9;-~]{1,200})[ \t]*:/;

/** Whether a line begins a header field. */
export function isFieldLine(line: string): boolean {
  return FIELD.test(line);
}

/** The header of a message, or of a part of one (RFC 5322, RFC 2045). */
export class Header {
  readonly #fields: readonly { name: string; value: string }[];

  constructor(lines: readonly Uint8Array[]) {
    const fields: { name: string; value: string }[] = [];
    for (const text of headerText(Buffer.concat(lines)).split(/\r?\n|\r/)) {
      const last = fields.at(-1);
      const name = FIELD.exec(text)?.[1];
      if (/^[ \t]/.test(text) && last) last.value += ` ${text.trim()}`;
      else if (name !== undefined) fields.push({ name, value: text.slice(text.indexOf(":") + 1).trim() });
    }
    this.#fields = fields;
  }

  /** The value of the first field of that name, with its encoded words as they are. */
  get(name: string): string | undefined {
    return this.#fields.find((field) => field.name.toLowerCase() === name)?.value;
  }

  /** All fields, a line each, decoded. */
  get text(): string {
    return this.#fields.map(({ name, value }) => `${name}: ${decodeWords(value)}\n`).join("");
  }

  get isEmpty(): boolean {
    return this.#fields.length === 0;
  }

  /** What the body is; `fallback` where nothing is said. */
  type(fallback: string): MediaType {
    return mediaType(this.get("content-type") || fallback);
  }

  get transferEncoding(): string {
    return (this.get("content-transfer-encoding") ?? "").split(/[;\s]/, 1)[0]?.toLowerCase() ?? "";
  }

  get isAttachment(): boolean {
    return /^\s*attachment\b/i.test(this.get("content-disposition") ?? "");
  }

  /** The file's name, decoded, without folders. */
  get fileName(): string | undefined {
    const given =
      parameters(this.get("content-disposition") ?? "").get("filename") ||
      parameters(this.get("content-type") ?? "").get("name");
    if (given === undefined) return undefined;
    const name = decodeWords(given)
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, "")
      .trim();
    return name === "" ? undefined : name;
  }
}
