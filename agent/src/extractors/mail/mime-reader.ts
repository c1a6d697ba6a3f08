import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError, type ExtractContext } from "../extractor.ts";
import type { Part } from "../part.ts";
import { textUpTo } from "../text/text-up-to.ts";
import { BodyWords } from "./body-words.ts";
import { ByteCursor } from "./byte-cursor.ts";
import { decodePieces, toUtf8 } from "./charset.ts";
import type { Header } from "./header.ts";
import { readHeader } from "./header-reader.ts";
import { htmlBody } from "./html-body.ts";
import { kindOf, nameOf } from "./mime-kind.ts";
import { PGP_MESSAGE, unflowed } from "./plain-body.ts";
import { decodeTransfer } from "./transfer-encoding.ts";

const MAX_DEPTH = 64;
const MAX_PARTS = 100_000;
/** A text that is longer is handed on in pieces. */
const WHOLE_CHARS = 1024 * 1024;
/** What tells readers of the last century that they cannot read it. */
const NO_MIME_READER = /^\s*(?:\S+ ){1,4}multi-?part[^\n]{0,60}MIME[^\n]{0,20}\s*$/i;

/** Where a part of a message is, and what is known of it from around it. */
interface Where {
  /** Path to the message: of the mailbox, of the messages it is forwarded in. */
  member: string | undefined;
  /** As IMAP numbers parts (RFC 3501, 6.4.5): `2.1`. Empty for the message itself. */
  section: string;
  depth: number;
  /** What a part is that does not say it. */
  fallback: string;
  lead: Lead;
  /** The plain text that says the same as the parts beside it. */
  alternative: BodyWords | null;
}

/** The message's header as text; it goes ahead of its first text, so that who wrote it stands near what is written. */
interface Lead {
  text: string;
}

/** Reads one message as its bytes come: an attachment is handed on while it is read, whatever its size. */
export class MimeReader {
  readonly #cursor: ByteCursor;
  readonly #context: ExtractContext;
  readonly #boundaries: string[] = [];
  /** How many of the boundaries are still open, and whether the last delimiter closed its multipart. */
  #stop: { index: number; isClosing: boolean } | null = null;
  #parts = 0;

  constructor(pieces: AsyncIterable<Uint8Array>, context: ExtractContext) {
    this.#cursor = new ByteCursor(pieces);
    this.#context = context;
  }

  /** `lead`: a line that stands ahead of the header. */
  async *read(member: string | undefined, lead = ""): AsyncGenerator<Part, void, undefined> {
    yield* this.#message({ member, section: "", depth: 0 }, lead);
  }

  async *#message(
    where: Pick<Where, "member" | "section" | "depth">,
    leadText: string,
  ): AsyncGenerator<Part, void, undefined> {
    const header = await this.#header();
    const lead = { text: leadText + header.text };
    yield* this.#entity(header, { ...where, section: "", fallback: "text/plain", lead, alternative: null });
    yield* flush(lead, where.member);
  }

  async *#entity(header: Header, where: Where): AsyncGenerator<Part, void, undefined> {
    this.#context.beat();
    if (++this.#parts > MAX_PARTS) throw new ExtractError(SKIP_REASONS.tooManyEntries);
    const type = header.type(where.fallback);
    const kind = kindOf(header, type);
    const boundary = type.parameters.get("boundary")?.trimEnd();
    if (kind === "encrypted") {
      yield* flush(where.lead, where.member);
      yield { t: "skip", reason: SKIP_REASONS.encrypted, member: within(where.member, "encrypted body") };
    } else if (kind === "multipart" && boundary) yield* this.#multipart(type.type, boundary, where);
    else if (kind === "message") yield* this.#nested(header, where);
    else if (kind === "html") yield* this.#html(header, where);
    else if (kind === "file") yield* this.#file(header, where);
    else yield* this.#text(header, where);
    await this.#drain();
  }

  async *#multipart(type: string, boundary: string, where: Where): AsyncGenerator<Part, void, undefined> {
    if (where.depth >= MAX_DEPTH) {
      const member = within(where.member, `part ${where.section}`);
      return yield { t: "skip", reason: SKIP_REASONS.tooDeep, member };
    }
    const own = this.#boundaries.push(boundary) - 1;
    const alternative = type === "multipart/alternative" ? new BodyWords() : where.alternative;
    const fallback = type === "multipart/digest" ? "message/rfc822" : "text/plain";
    yield* this.#between(where);
    for (let number = 1; this.#stop?.index === own && !this.#stop.isClosing; number++) {
      this.#stop = null;
      const section = where.section === "" ? String(number) : `${where.section}.${number}`;
      const header = await this.#header();
      yield* this.#entity(header, { ...where, section, depth: where.depth + 1, fallback, alternative });
    }
    this.#boundaries.length = own;
    if (this.#stop?.index !== own) return;
    this.#stop = null;
    yield* this.#between(where);
  }

  /** What stands before the first part and behind the last: no mail program shows it, and nothing is lost there. */
  async *#between({ member, section }: Where): AsyncGenerator<Part, void, undefined> {
    const pieces = decodePieces(this.#body(), "");
    const { text, rest } = await textUpTo(pieces, WHOLE_CHARS, () => this.#context.beat());
    const name = section === "" ? "around the parts" : `around the parts of ${section}`;
    const isEmpty = !rest && (text.trim() === "" || NO_MIME_READER.test(text));
    if (!isEmpty) yield textPart(rest ?? text, within(member, name));
    await this.#drain();
  }

  async *#nested(header: Header, where: Where): AsyncGenerator<Part, void, undefined> {
    const { member, section, depth, lead } = where;
    if (header.transferEncoding === "base64" || header.transferEncoding === "quoted-printable")
      return yield* this.#file(header, where);
    yield* flush(lead, member);
    const name = within(member, nameOf(header, "message/rfc822", section));
    if (depth >= MAX_DEPTH) yield { t: "skip", reason: SKIP_REASONS.tooDeep, member: name };
    else yield* this.#message({ member: name, section, depth: depth + 1 }, "");
  }

  async *#text(header: Header, where: Where): AsyncGenerator<Part, void, undefined> {
    const { member, section, lead, alternative } = where;
    const { parameters } = header.type(where.fallback);
    const body = decodeTransfer(header.transferEncoding, this.#body());
    const place = { member: section === "" || lead.text !== "" ? member : within(member, `part ${section}`) };
    const before = take(lead);
    if (!body) {
      if (before !== "") yield textPart(before, member);
      return yield {
        t: "skip",
        reason: SKIP_REASONS.unsupported,
        member: within(member, `part ${section}`.trim()),
      };
    }
    const pieces = decodePieces(body, parameters.get("charset") ?? "");
    const { text, rest } = await textUpTo(pieces, WHOLE_CHARS, () => this.#context.beat());
    if (rest) {
      alternative?.giveUp();
      yield textPart(before === "" ? rest : joined(before, rest), place.member);
    } else {
      const isFlowed = parameters.get("format")?.toLowerCase() === "flowed";
      const whole = isFlowed ? unflowed(text, parameters.get("delsp")?.toLowerCase() === "yes") : text;
      alternative?.add(whole);
      const all = before === "" ? whole : `${before}\n${whole}`;
      if (all.trim() !== "") yield textPart(all, place.member);
      if (PGP_MESSAGE.test(whole))
        yield { t: "skip", reason: SKIP_REASONS.encrypted, member: within(member, "encrypted body") };
    }
  }

  async *#html(header: Header, where: Where): AsyncGenerator<Part, void, undefined> {
    const { member, lead, alternative } = where;
    yield* flush(lead, member);
    const body = decodeTransfer(header.transferEncoding, this.#body());
    if (!body) return yield* this.#file(header, where);
    const charset = header.type(where.fallback).parameters.get("charset") ?? "";
    yield* htmlBody(toUtf8(body, charset), within(member, "body.html"), alternative, this.#context);
  }

  async *#file(header: Header, where: Where): AsyncGenerator<Part, void, undefined> {
    const { member, section, fallback, lead } = where;
    yield* flush(lead, member);
    const { type, parameters } = header.type(fallback);
    const name = nameOf(header, type, section);
    const place = { member: within(member, name) };
    const body = decodeTransfer(header.transferEncoding, this.#body());
    if (!body) return yield { t: "skip", reason: SKIP_REASONS.unsupported, member: place.member };
    const charset = type.startsWith("text/") ? (parameters.get("charset") ?? "") : "";
    const input = await ByteInput.open({ name, pieces: toUtf8(body, charset) });
    if (input.head.length > 0) yield { t: "file", input, place };
  }

  #header(): Promise<Header> {
    return readHeader(this.#cursor, (line) => this.#delimiter(line) !== null);
  }

  /** The bytes up to the next delimiter of any multipart that is open. */
  async *#body(): AsyncGenerator<Uint8Array, void, undefined> {
    if (this.#stop) return;
    for await (const piece of this.#cursor.until((line) => {
      this.#stop = this.#delimiter(line);
      return this.#stop !== null;
    })) {
      this.#context.beat();
      yield piece;
    }
  }

  async #drain(): Promise<void> {
    const rest = this.#body();
    while ((await rest.next()).done !== true);
  }

  #delimiter(line: string): { index: number; isClosing: boolean } | null {
    if (!line.startsWith("--")) return null;
    for (let index = this.#boundaries.length - 1; index >= 0; index--) {
      const boundary = this.#boundaries[index] ?? "";
      if (!line.startsWith(boundary, 2)) continue;
      const rest = line.length - 2 - boundary.length;
      if (rest === 0) return { index, isClosing: false };
      if (rest === 2 && line.endsWith("--")) return { index, isClosing: true };
    }
    return null;
  }
}

export function within(member: string | undefined, name: string): string {
  return member === undefined ? name : `${member}!/${name}`;
}

function textPart(text: string | AsyncIterable<string>, member: string | undefined): Part {
  return { t: "text", text, ...(member === undefined ? {} : { place: { member } }) };
}

function take(lead: Lead): string {
  const { text } = lead;
  lead.text = "";
  return text;
}

function* flush(lead: Lead, member: string | undefined): Generator<Part, void, undefined> {
  const text = take(lead);
  if (text !== "") yield textPart(text, member);
}

async function* joined(before: string, rest: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  yield `${before}\n`;
  yield* rest;
}
