/** A property of a vCard or calendar: where its name, parameters and value stand in the content line. */
export interface Property {
  /** Capitals, without a group. */
  name: string;
  parameters: readonly { name: string; start: number; end: number }[];
  valueStart: number;
}

const NAME = /^(?:[\w-]{1,100}\.)?([\w-]{1,100})/;

/** Takes a content line apart (RFC 6350 3.3, RFC 5545 3.1); null where it is none. */
export function parseProperty(text: string): Property | null {
  const name = NAME.exec(text);
  if (!name?.[1]) return null;
  const parameters: { name: string; start: number; end: number }[] = [];
  let at = name[0].length;
  while (text[at] === ";") {
    const start = at + 1;
    const end = parameterEnd(text, start);
    const equals = text.indexOf("=", start);
    const hasName = equals >= 0 && equals < end;
    // In vCard 2.1 a type may stand by itself: `TEL;CELL:`.
    const parameter = hasName ? text.slice(start, equals).toUpperCase() : "TYPE";
    const isQuoted = hasName && text[equals + 1] === '"' && text[end - 1] === '"' && end - equals > 2;
    const valueStart = hasName ? equals + 1 : start;
    parameters.push({
      name: parameter,
      start: isQuoted ? valueStart + 1 : valueStart,
      end: isQuoted ? end - 1 : end,
    });
    at = end;
  }
  return text[at] === ":" ? { name: name[1].toUpperCase(), parameters, valueStart: at + 1 } : null;
}

/** The stretches of a value between its separators. */
export function components(
  text: string,
  from: number,
  separator: ";" | "," | "$",
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = from;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === separator) {
      found.push({ start, end: at });
      start = at + 1;
    }
  }
  found.push({ start, end: text.length });
  return found;
}

/** The stretches of a text value between its escapes, and what each escape stands for. */
export function* unescaped(
  text: string,
  start: number,
  end: number,
): Generator<{ start: number; end: number; text?: string }, void, undefined> {
  let from = start;
  for (let at = text.indexOf("\\", start); at >= 0 && at + 1 < end; at = text.indexOf("\\", from)) {
    if (at > from) yield { start: from, end: at };
    const escaped = text[at + 1] ?? "";
    yield { start: at, end: at + 2, text: /n/i.test(escaped) ? "\n" : escaped };
    from = at + 2;
  }
  if (end > from) yield { start: from, end };
}

function parameterEnd(text: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === ";" || character === ":")) return at;
  }
  return text.length;
}
