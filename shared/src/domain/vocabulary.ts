/** The plain lists behind the schemas. No zod here, so that the console can take them without it. */
export const SCAN_KINDS = ["code", "document", "database", "image", "website", "ai-model"] as const;

/** What a scan of the kind counts. */
export const UNIT_WORDS = {
  code: "file",
  document: "file",
  database: "table",
  image: "file",
  website: "page",
  "ai-model": "file",
} as const satisfies Record<(typeof SCAN_KINDS)[number], string>;

/** Ordered from most to least severe. */
export const SEVERITIES = ["critical", "high", "medium", "low", "info"] as const;

/** Who can reach the place where something was found. */
export const EXPOSURES = ["public", "internal", "restricted"] as const;

/** How a value is kept; an example means nobody. */
export const PROTECTIONS = ["none", "hashed", "encrypted", "example"] as const;

/** Languages that OCR reads, by Tesseract's names: Dutch, English, German, French. */
export const OCR_LANGUAGES = ["nld", "eng", "deu", "fra"] as const;
export type OcrLanguage = (typeof OCR_LANGUAGES)[number];
export const DEFAULT_OCR_LANGUAGES: readonly OcrLanguage[] = ["nld", "eng"];

export const PRIORITIES = { urgent: 0, high: 1, normal: 2, low: 3, background: 4 } as const;

/** A branch, tag or commit, such as `main`, `v1.2` or `HEAD~3`. It never starts with a dash, so that no git command takes it for an option. */
export const GIT_REF = /^[A-Za-z0-9][A-Za-z0-9._/@~^-]*$/;

/** Why a source of an agent cannot be read, as its agent says it when it is asked to try. */
export const CONNECTION_FAULTS = [
  "unreachable",
  "tls",
  "login",
  "no such database",
  "permission",
  "no tables",
  "too many connections",
  "pool exhausted",
  "server busy",
  "connection lost",
  "timeout",
  "locked",
  "gone",
  "encoding",
  "damaged",
  "no driver",
  "failed",
  "credentials",
  "address",
  // The agent's own word: its policy, its hours, and how many it tries at once.
  "not offered",
  "closed",
  "busy",
] as const;

/** What speaks against a database that can be read. */
export const CONNECTION_DOUBTS = [
  "experimental",
  "not encrypted",
  "superuser",
  "may write",
  "some tables",
  "load unseen",
] as const;
