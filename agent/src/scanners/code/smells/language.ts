/** How a language writes comments and strings: what tells code from words in it. */
export interface Language {
  name: string;
  lineComments: readonly string[];
  blockComments: readonly (readonly [open: string, close: string])[];
  /** Longest first. */
  strings: readonly StringForm[];
}

export interface StringForm {
  open: string;
  close: string;
  /** What opens code within the string; `close` ends it, or the name ends by itself. */
  interpolations: readonly { open: string; close: string | null }[];
  escapes: boolean;
}

const plain = (open: string, escapes = true, close = open): StringForm => ({
  open,
  close,
  interpolations: [],
  escapes,
});
const C_COMMENTS = { lineComments: ["//"], blockComments: [["/*", "*/"]] } as const;
const BRACES = { open: "{", close: "}" };
const DOLLAR_BRACES = { open: "${", close: "}" };
const DOLLAR = { open: "$", close: null };

const ECMASCRIPT: Language = {
  name: "JavaScript",
  ...C_COMMENTS,
  strings: [
    plain('"'),
    plain("'"),
    { open: "`", close: "`", interpolations: [DOLLAR_BRACES], escapes: true },
  ],
};
const PYTHON: Language = {
  name: "Python",
  lineComments: ["#"],
  blockComments: [],
  strings: ['"""', "'''", '"', "'"].flatMap((quote) => [
    ...["f", "F", "rf", "fr"].map((prefix) => ({
      open: prefix + quote,
      close: quote,
      interpolations: [BRACES],
      escapes: true,
    })),
    plain(quote),
  ]),
};
const JAVA: Language = { name: "Java", ...C_COMMENTS, strings: [plain('"""'), plain('"'), plain("'")] };
const KOTLIN: Language = {
  name: "Kotlin",
  ...C_COMMENTS,
  strings: ['"""', '"'].map((quote) => ({
    open: quote,
    close: quote,
    interpolations: [DOLLAR_BRACES, DOLLAR],
    escapes: true,
  })),
};
const CSHARP: Language = {
  name: "C#",
  ...C_COMMENTS,
  strings: [
    ...['$@"', '@$"', '$"'].map((open) => ({
      open,
      close: '"',
      interpolations: [BRACES],
      escapes: open === '$"',
    })),
    plain('@"', false, '"'),
    plain('"'),
    plain("'"),
  ],
};
const GO: Language = { name: "Go", ...C_COMMENTS, strings: [plain("`", false), plain('"'), plain("'")] };
const PHP: Language = {
  name: "PHP",
  lineComments: ["//", "#"],
  blockComments: [["/*", "*/"]],
  strings: [
    {
      open: '"',
      close: '"',
      interpolations: [{ open: "{$", close: "}" }, DOLLAR_BRACES, DOLLAR],
      escapes: true,
    },
    plain("'"),
  ],
};
const RUBY: Language = {
  name: "Ruby",
  lineComments: ["#"],
  blockComments: [["\n=begin", "\n=end"]],
  strings: [
    { open: '"', close: '"', interpolations: [{ open: "#{", close: "}" }], escapes: true },
    plain("'"),
    { open: "`", close: "`", interpolations: [{ open: "#{", close: "}" }], escapes: true },
  ],
};
const SQL: Language = {
  name: "SQL",
  lineComments: ["--"],
  blockComments: [["/*", "*/"]],
  strings: [plain("'", false)],
};

const BY_EXTENSION: Readonly<Record<string, Language>> = {
  ...Object.fromEntries(
    ["js", "jsx", "ts", "tsx", "mjs", "cjs", "mts", "cts", "vue", "svelte"].map((ext) => [ext, ECMASCRIPT]),
  ),
  py: PYTHON,
  java: JAVA,
  kt: KOTLIN,
  kts: KOTLIN,
  cs: CSHARP,
  go: GO,
  php: PHP,
  rb: RUBY,
  sql: SQL,
};

/** The language of a source file, by its name; undefined for other files. */
export function languageOf(path: string): Language | undefined {
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
}
