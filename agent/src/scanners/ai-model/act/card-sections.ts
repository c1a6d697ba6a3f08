/** A part of a card: its title, and what stands under it with all that is nested below. */
interface CardSection {
  title: string;
  body: string;
}

export interface Card {
  /** The YAML between the first two lines of dashes; empty when there is none. */
  frontMatter: string;
  sections: readonly CardSection[];
  /** The text as a person reads it: no code, no comments. */
  text: string;
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const FENCE = /^ {0,3}(?:```|~~~)/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/;
/** `**Developed by:** a lab`: the common template's way to name what comes. */
const LEAD_IN = /^[-*\s]{0,6}\*\*([^*\n]{1,80})\*\*[ \t]*:?(.*)$/;
/** What the common template leaves where nobody wrote anything. */
const UNFILLED = /\[?(?:more information needed|optional|todo|tbd|n\/a|nog in te vullen)\]?/gi;
const MIN_LETTERS = 12;
/** A card has some twenty; what has more is none. */
const MAX_HEADINGS = 500;

/** Takes a model card apart (Markdown with YAML before it). */
export function cardOf(markdown: string): Card {
  const front = FRONT_MATTER.exec(markdown);
  const lines: string[] = [];
  let inCode = false;
  for (const line of withoutComments(markdown.slice(front?.[0].length ?? 0)).split(/\r?\n/)) {
    if (FENCE.test(line)) inCode = !inCode;
    else if (!inCode) lines.push(line);
  }
  return { frontMatter: front?.[1] ?? "", sections: [...sectionsOf(lines)], text: lines.join("\n") };
}

/** Whether somebody wrote something there. */
export const isFilled = (text: string): boolean =>
  (text.replace(UNFILLED, "").match(/\p{L}/gu)?.length ?? 0) >= MIN_LETTERS;

function* sectionsOf(lines: readonly string[]): Generator<CardSection, void, undefined> {
  const headings = lines
    .flatMap((line, at) => {
      const [, marks, title] = HEADING.exec(line) ?? [];
      return marks === undefined || title === undefined ? [] : [{ at, level: marks.length, title }];
    })
    .slice(0, MAX_HEADINGS);
  for (const [i, { at, level, title }] of headings.entries()) {
    const next = headings.slice(i + 1).find((other) => other.level <= level);
    const body = lines.slice(at + 1, next?.at ?? lines.length).filter((line) => !HEADING.test(line));
    yield { title, body: body.join("\n") };
  }
  for (const line of lines) {
    const [, title, body] = LEAD_IN.exec(line) ?? [];
    if (title !== undefined && body !== undefined) yield { title: title.replace(/:\s*$/, ""), body };
  }
}

function withoutComments(text: string): string {
  let kept = "";
  for (let at = 0; ;) {
    const start = text.indexOf("<!--", at);
    if (start < 0) return kept + text.slice(at);
    kept += text.slice(at, start);
    const end = text.indexOf("-->", start);
    if (end < 0) return kept;
    at = end + 3;
  }
}
