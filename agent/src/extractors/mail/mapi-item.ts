import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { type ExtractContext, ExtractError } from "../extractor.ts";
import type { Part } from "../part.ts";
import { textUpTo } from "../text/text-up-to.ts";
import { BodyWords } from "./body-words.ts";
import { charsetOf, type MapiProperties, TAGS } from "./mapi-properties.ts";
import { decodePieces, toUtf8 } from "./charset.ts";
import { decompressRtf } from "./compressed-rtf.ts";
import { Header } from "./header.ts";
import { htmlBody } from "./html-body.ts";
import { MAPI_LABELS, mayBePersonal } from "./mapi-labels.ts";
import { MimeReader, within } from "./mime-reader.ts";

/** A message, contact, appointment or task, as Outlook's formats have it. */
export interface MapiItem {
  properties: MapiProperties;
  recipients: () => Iterable<MapiProperties>;
  attachments: () => Iterable<MapiAttachment>;
}

export interface MapiAttachment {
  properties: MapiProperties;
  /** The message that is attached; null where it is a file. */
  message: () => MapiItem | null;
}

const MAX_DEPTH = 16;
const WHOLE_CHARS = 1024 * 1024;
const MAX_RTF_BYTES = 64 * 1024 * 1024;
const RECIPIENTS = ["From", "To", "Cc", "Bcc"];
const EMBEDDED_OBJECT = 6;

/** What a message says, and what is attached to it. */
export async function* mapiParts(
  item: MapiItem,
  member: string | undefined,
  context: ExtractContext,
  depth = 0,
): AsyncGenerator<Part, void, undefined> {
  context.beat();
  const { properties } = item;
  const place = member === undefined ? {} : { place: { member } };
  const words = new BodyWords();
  const lead = linesOf(item);
  const body = properties.textPieces(TAGS.body);
  const pieces = body
    ? decodePieces(asynchronous(body.pieces), body.charset)
    : decodePieces(asynchronous([]), "");
  const { text, rest } = await textUpTo(pieces, WHOLE_CHARS, () => context.beat());
  if (rest) yield { t: "text", text: ahead(`${lead}\n`, rest), ...place };
  else if ((lead + text).trim() !== "")
    yield { t: "text", text: `${lead}\n${text.replaceAll("\0", "")}`, ...place };
  const hasText = text.trim() !== "" || rest !== null;
  if (hasText && !rest) words.add(text);
  yield* richBody(properties, member, { words, hasText }, context);
  const headers = properties.text(TAGS.transportHeaders);
  if (headers !== undefined) {
    const decoded = new Header([Buffer.from(headers)]).text || headers;
    yield { t: "text", text: decoded, place: { member: within(member, "headers") } };
  }
  if (properties.isDamaged)
    yield { t: "skip", reason: SKIP_REASONS.damaged, ...(member === undefined ? {} : { member }) };
  let number = 0;
  for (const attachment of item.attachments()) {
    const name = nameOf(attachment.properties, ++number);
    const inner = within(member, name);
    try {
      yield* attached(attachment, { name, member: inner, context, depth });
    } catch (error) {
      if (!(error instanceof ExtractError) || error.reason === SKIP_REASONS.unpacksTooLarge) throw error;
      yield { t: "skip", reason: error.reason, member: inner };
    }
  }
}

function nameOf(properties: MapiProperties, number: number): string {
  const given = properties.text(TAGS.attachLongFileName) ?? properties.text(TAGS.attachFileName);
  const title = given ?? properties.text(TAGS.displayName);
  return (
    title
      ?.split(/[/\\]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, "")
      .trim() || `attachment ${number}`
  );
}

/** The body with its markup, where it says more than the plain one. */
async function* richBody(
  properties: MapiProperties,
  member: string | undefined,
  { words, hasText }: { words: BodyWords; hasText: boolean },
  context: ExtractContext,
): AsyncGenerator<Part, void, undefined> {
  const html = properties.value(TAGS.html);
  if (html && html.size > 0) {
    const text = properties.textPieces(TAGS.html);
    const charset = text?.charset ?? charsetOf(properties.number(TAGS.internetCodePage) ?? 0);
    const bytes = toUtf8(asynchronous(properties.pieces(html)), charset);
    return yield* htmlBody(bytes, within(member, "body.html"), hasText ? words : null, context);
  }
  // Outlook keeps the plain text in step with the RTF: it is read where there is nothing else.
  const rtf = properties.value(TAGS.rtf);
  if (!rtf || rtf.size === 0 || hasText) return;
  const name = within(member, "body.rtf");
  try {
    if (rtf.size > MAX_RTF_BYTES) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
    const input = ByteInput.of("body.rtf", decompressRtf(Buffer.concat([...properties.pieces(rtf)])));
    yield { t: "file", input, place: { member: name } };
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    yield { t: "skip", reason: error.reason, member: name };
  }
}

async function* attached(
  { properties, message }: MapiAttachment,
  { name, member, context, depth }: { name: string; member: string; context: ExtractContext; depth: number },
): AsyncGenerator<Part, void, undefined> {
  const data = properties.value(TAGS.attachData);
  const nested = message();
  if (nested && depth >= MAX_DEPTH) yield { t: "skip", reason: SKIP_REASONS.tooDeep, member };
  else if (nested) yield* mapiParts(nested, member, context, depth + 1);
  else if (properties.number(TAGS.attachMethod) === EMBEDDED_OBJECT && !data)
    yield { t: "skip", reason: SKIP_REASONS.unsupported, member };
  else if (!data || data.size === 0) return;
  else if (/^multipart\//i.test(properties.text(TAGS.attachMimeType) ?? ""))
    // A message that is signed is kept as it came.
    yield* new MimeReader(asynchronous(data.pieces()), context).read(member);
  else {
    const input = await ByteInput.open({ name, size: data.size, pieces: data.pieces() });
    yield { t: "file", input, place: { member } };
  }
}

/** Who wrote to whom, and whatever else is known, a line each. */
function linesOf({ properties, recipients }: MapiItem): string {
  const lines: string[] = [];
  const seen = new Set<string>();
  const add = (label: string, ...values: (string | undefined)[]) => {
    const known = [...new Set(values.filter((value) => value !== undefined && value !== ""))];
    const line = `${label}: ${known.join(" ")}`;
    if (known.length === 0 || seen.has(line)) return;
    seen.add(line);
    for (const value of known) if (value !== undefined) seen.add(value.toLowerCase());
    lines.push(line);
  };
  const text = (id: number) => properties.text(id);
  const sender = [text(TAGS.senderName), text(TAGS.senderSmtpAddress), text(TAGS.senderAddress)];
  add("From", ...sender);
  const sentFor = [text(TAGS.senderOfName), text(TAGS.senderOfSmtpAddress), text(TAGS.senderOfAddress)];
  if (sentFor.join() !== sender.join()) add("From", ...sentFor);
  for (const one of recipients()) {
    const type = RECIPIENTS[(one.number(TAGS.recipientType) ?? 1) & 0xf] ?? "To";
    add(type, one.text(TAGS.displayName), one.text(TAGS.smtpAddress), one.text(TAGS.address));
  }
  for (const [label, id] of [
    ["To", TAGS.displayTo],
    ["Cc", TAGS.displayCc],
    ["Bcc", TAGS.displayBcc],
  ] as const) {
    const names = (text(id) ?? "").split(";").map((name) => name.trim());
    add(label, ...names.filter((name) => !seen.has(name.toLowerCase())));
  }
  const subject = text(TAGS.subject);
  // The length of its prefix stands before it.
  add("Subject", subject?.startsWith("\u0001") ? subject.slice(2) : subject);
  add("Date", properties.time(TAGS.submitTime) ?? properties.time(TAGS.deliveryTime));
  add("Date of birth", properties.time(TAGS.birthday)?.slice(0, 10));
  add("Wedding anniversary", properties.time(TAGS.weddingAnniversary)?.slice(0, 10));
  for (const { id, text: value } of properties.strings()) {
    const label = MAPI_LABELS.get(id) ?? (mayBePersonal(id) ? "Other" : undefined);
    if (label === undefined || seen.has(value.toLowerCase())) continue;
    add(label, value);
  }
  return lines.map((line) => `${line}\n`).join("");
}

async function* asynchronous(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  yield* pieces;
}

async function* ahead(lead: string, rest: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  yield lead;
  yield* rest;
}
