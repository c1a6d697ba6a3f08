import type { Header } from "./header.ts";
import type { MediaType } from "./media-type.ts";

/** How a body is read. */
type MimeKind = "multipart" | "message" | "text" | "html" | "file" | "encrypted";

/** Text that is shown as it is. Other kinds of text, such as tables and calendars, are files of their own. */
const SHOWN = new Set([
  "text/plain",
  "text/enriched",
  "text/richtext",
  "text/rfc822-headers",
  "message/delivery-status",
  "message/disposition-notification",
  "message/feedback-report",
  "message/external-body",
]);
const HTML = new Set(["text/html", "text/x-amp-html", "application/xhtml+xml"]);
const EXTENSIONS: Record<string, string> = {
  calendar: "ics",
  directory: "vcf",
  vcard: "vcf",
  "x-vcard": "vcf",
  "pkcs7-mime": "p7m",
  "x-pkcs7-mime": "p7m",
  "ms-tnef": "dat",
  jpeg: "jpg",
  rfc822: "eml",
  "svg+xml": "svg",
  plain: "txt",
  markdown: "md",
  "octet-stream": "bin",
};

export function kindOf(header: Header, { type }: MediaType): MimeKind {
  if (type === "multipart/encrypted") return "encrypted";
  if (type.startsWith("multipart/")) return "multipart";
  if (type === "message/rfc822" || type === "message/global") return "message";
  const isFile = header.isAttachment || header.fileName !== undefined;
  if (isFile) return "file";
  if (HTML.has(type)) return "html";
  return SHOWN.has(type) ? "text" : "file";
}

/** What a part is called that has no name. */
export function nameOf(header: Header, type: string, section: string): string {
  const subtype = type.split("/")[1] ?? "";
  const extension = EXTENSIONS[subtype] ?? (/^[\w-]{1,10}$/.test(subtype) ? subtype : "bin");
  return header.fileName ?? `part ${section === "" ? "1" : section}.${extension}`;
}
