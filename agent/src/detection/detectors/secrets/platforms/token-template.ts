/**
 * The form of a token as its provider documents it: literal text, and `<alphabet:length>` or `<alphabet:least-most>` for
 * what is drawn at random. `dop_v1_<hex:64>`.
 */
export interface TokenTemplate {
  /** Source of a regular expression, without anchors. */
  source: string;
  /** The first literal of three characters or more, and how many characters can stand ahead of it. */
  keyword: string;
  before: number;
  /** What the harness fills in: a token of this form, and one that is a character too short. */
  example: string;
  tooShort: string;
}

const CLASSES: Readonly<Record<string, string>> = {
  digits: "0-9",
  hex: "a-f0-9",
  HEX: "A-F0-9",
  lower: "a-z",
  upper: "A-Z",
  alnum: "a-z0-9",
  ALNUM: "A-Z0-9",
  base32: "A-Z2-7",
  base58: "1-9A-HJ-NP-Za-km-z",
  base62: "A-Za-z0-9",
  base64: "A-Za-z0-9+/",
  base64url: "A-Za-z0-9_-",
  pad: "=",
};
const UUID = "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";
const UUID_LENGTH = 36;

const escaped = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export function readTemplate(template: string, seed: string): TokenTemplate {
  const parts = template.split(/(<\w+(?::\d+(?:-\d+)?)?>)/).filter((part) => part !== "");
  const lengths = parts.map((part) => Number(/:(\d+)/.exec(part)?.[1] ?? 0));
  const longest = lengths.indexOf(Math.max(...lengths));
  let source = "";
  let keyword = "";
  let before = 0;
  let ahead = 0;
  let example = "";
  let tooShort = "";
  for (const [i, part] of parts.entries()) {
    const [, alphabet, least = "", most = least] = /^<(\w+)(?::(\d+)(?:-(\d+))?)?>$/.exec(part) ?? [];
    if (alphabet === undefined) {
      source += escaped(part);
      // Cut in two, so that the source holds no whole token.
      const literal = part.length > 3 ? `${part.slice(0, 2)}{{join}}${part.slice(2)}` : part;
      example += literal;
      tooShort += literal;
      if (keyword === "" && part.length >= 3) [keyword, before] = [part, ahead];
      ahead += part.length;
    } else if (alphabet === "uuid") {
      source += UUID;
      ahead += UUID_LENGTH;
      example += `{{uuid:${seed}${i}}}`;
      tooShort += `{{hex:8:${seed}${i}}}-{{hex:4:${seed}}}`;
    } else {
      source += `[${CLASSES[alphabet]}]{${least},${most}}`;
      ahead += Number(most);
      if (alphabet === "pad") continue;
      const length = Number(least);
      if (length > 0) example += `{{${alphabet}:${length}:${seed}${i}}}`;
      if (length > 1 || i !== longest)
        tooShort += length > 0 ? `{{${alphabet}:${i === longest ? length - 1 : length}:${seed}${i}}}` : "";
    }
  }
  return { source, keyword, before, example, tooShort };
}

/** Any of several templates, standing free. A line break or a sign that is escaped in a string ends a word too. */
export function templatePattern(templates: readonly TokenTemplate[], ahead = ""): RegExp {
  const any = factored(templates.map(({ source }) => source)).join("|");
  const inBase64 = templates.some(({ source }) => /\+\/\]\{\d+,\d+\}(?:\[=\]\{\d+,\d+\})?$/.test(source));
  // What is searched for ahead of its keyword is the whole run, or each sign in a long one would be a beginning.
  const fromBase64 = ahead === "" && templates.some(({ source }) => source.startsWith("[A-Za-z0-9+/]"));
  return new RegExp(
    `(?:(?<![A-Za-z0-9_${fromBase64 ? "+/" : ""}-])|(?<=\\\\[nrt]|%[0-9A-Fa-f]{2}|\\\\u00[0-9A-Fa-f]{2}|\\\\x[0-9A-Fa-f]{2}))${ahead}(?:${any})(?![A-Za-z0-9_${inBase64 ? "+/" : ""}-])`,
  );
}

/** Forms that begin with the same run of random characters: the run is read once for all of them. */
function factored(sources: readonly string[]): string[] {
  const byRun = Map.groupBy(sources, (source) => /^\[[^\]]+\]\{(\d+),\1\}(?=.)/.exec(source)?.[0] ?? source);
  return Array.from(byRun, ([run, own]) =>
    own.length === 1
      ? (own[0] ?? "")
      : `${run}(?:${own.map((source) => source.slice(run.length)).join("|")})`,
  );
}
