import { decodeBytes } from "./charset.ts";

/** What a body is: `text/plain` and the parameters, such as its charset. Small letters but for the parameters' values. */
export interface MediaType {
  type: string;
  parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"?|([^;]*))/g;
const SECTION = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/;

export function mediaType(value: string): MediaType {
  const type = (value.split(";", 1)[0] ?? "").trim().toLowerCase();
  // A body of a type that is none is text (RFC 2045, 5.2).
  return { type: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : "text/plain", parameters: parameters(value) };
}

/** The parameters of a header field; those in sections and with a charset are put together (RFC 2231). */
export function parameters(value: string): Map<string, string> {
  const plain = new Map<string, string>();
  const sections = new Map<string, { index: number; text: string; isCoded: boolean }[]>();
  for (const [, key = "", quoted, token = ""] of value.matchAll(PARAMETER)) {
    const text = quoted === undefined ? token.trim() : quoted.replace(/\\([\s\S])/g, "$1");
    const [, name = key, index, coded] = SECTION.exec(key.toLowerCase()) ?? [];
    if (index === undefined && coded === undefined) {
      if (!plain.has(name)) plain.set(name, text);
    } else {
      const list = sections.get(name) ?? [];
      sections.set(name, list);
      list.push({ index: Number(index ?? 0), text, isCoded: coded !== undefined });
    }
  }
  // What says its charset goes before what does not.
  for (const [name, list] of sections) plain.set(name, joined(list));
  return plain;
}

function joined(sections: { index: number; text: string; isCoded: boolean }[]): string {
  sections.sort((a, b) => a.index - b.index);
  const [first] = sections;
  const charset = first?.isCoded ? /^([^']*)'[^']*'/.exec(first.text) : null;
  const bytes = sections.map(({ text, isCoded }, i) => {
    const own = i === 0 && charset ? text.slice(charset[0].length) : text;
    return isCoded ? percentDecoded(own) : Buffer.from(own);
  });
  return decodeBytes(Buffer.concat(bytes), charset?.[1] ?? "");
}

function percentDecoded(text: string): Buffer {
  const bytes = text.replace(/%([\da-f]{2})/gi, (_escape, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1");
}
