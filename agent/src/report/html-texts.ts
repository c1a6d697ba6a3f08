import type { ScanKind, Severity } from "@dataguardian/shared/domain";
import type { ReportLanguage } from "./report.ts";

const EN = {
  at: "at" as "at" | "op",
  target: "Target",
  kind: "Kind",
  when: "Scanned",
  took: "Duration",
  engine: "Engine",
  rulesVersion: "Rules",
  evidence: "Evidence",
  findings: "Findings",
  bySeverity: "By severity",
  byType: "By kind",
  type: "What",
  count: "Found",
  nothing: "Nothing was found in what was scanned. Read this together with what was covered, below.",
  law: "What it means in law",
  action: "What to do",
  severity: "Severity",
  place: "Place",
  preview: "Preview",
  value: "Value",
  confidence: "Confidence",
  reasons: "Why",
  more: "More",
  hints: "Hints, of little certainty or known examples",
  coverage: "What was covered",
  scanned: "Scanned",
  of: "of",
  notScanned: "Not scanned",
  reason: "Reason",
  examples: "For example",
  complete: "Nothing was skipped.",
  leftOut: "What was left out",
  nothingLeftOut: "No finding was left out.",
  article: "Article",
  disclaimer:
    "This report is a research aid and no legal advice. Whether the processing is lawful depends on its purpose, its legal basis and circumstances that a scan does not see. That nothing was found does not prove that nothing is there.",
  valuesShown:
    "This report holds the values themselves. Keep it as carefully as their source, and delete it after use.",
};

const NL: typeof EN = {
  at: "op",
  target: "Onderzocht",
  kind: "Soort",
  when: "Gescand",
  took: "Duur",
  engine: "Programmaversie",
  rulesVersion: "Regels",
  evidence: "Bewijs",
  findings: "Bevindingen",
  bySeverity: "Naar ernst",
  byType: "Naar soort",
  type: "Wat",
  count: "Gevonden",
  nothing: "Er is niets gevonden in wat is gescand. Lees dit samen met wat is onderzocht, hieronder.",
  law: "Wat het juridisch betekent",
  action: "Wat te doen",
  severity: "Ernst",
  place: "Plaats",
  preview: "Gemaskeerd",
  value: "Waarde",
  confidence: "Zekerheid",
  reasons: "Waarom",
  more: "Meer",
  hints: "Aanwijzingen: weinig zeker, of bekende voorbeelden",
  coverage: "Wat is onderzocht",
  scanned: "Gescand",
  of: "van",
  notScanned: "Niet gescand",
  reason: "Reden",
  examples: "Bijvoorbeeld",
  complete: "Er is niets overgeslagen.",
  leftOut: "Wat is weggelaten",
  nothingLeftOut: "Er is geen bevinding weggelaten.",
  article: "artikel",
  disclaimer:
    "Dit rapport is een hulpmiddel bij onderzoek en geen juridisch advies. Of de verwerking rechtmatig is, hangt af van het doel, de grondslag en omstandigheden die een scan niet ziet. Dat er niets is gevonden, bewijst niet dat er niets is.",
  valuesShown:
    "In dit rapport staan de waarden zelf. Bewaar het even zorgvuldig als de bron, en verwijder het na gebruik.",
};

export type Texts = typeof EN;
export const TEXTS: Record<ReportLanguage, Texts> = { en: EN, nl: NL };

export const SEVERITY_NAMES: Record<ReportLanguage, Record<Severity, string>> = {
  en: { critical: "Critical", high: "High", medium: "Medium", low: "Low", info: "Hint" },
  nl: { critical: "Kritiek", high: "Hoog", medium: "Middel", low: "Laag", info: "Aanwijzing" },
};

const IN_PLACES = { en: "Personal data and secrets", nl: "Persoonsgegevens en geheimen" } as const;

/** A website and a model are looked at for more than the data in them. */
export const TITLES: Record<ScanKind, Record<ReportLanguage, string>> = {
  code: IN_PLACES,
  document: IN_PLACES,
  database: IN_PLACES,
  image: IN_PLACES,
  website: { en: "Privacy on the website", nl: "Privacy op de website" },
  "ai-model": { en: "Privacy and safety of the AI model", nl: "Privacy en veiligheid van het AI-model" },
};

export const KIND_NAMES: Record<ReportLanguage, Record<ScanKind, string>> = {
  en: {
    code: "Source code",
    document: "Documents",
    database: "Database",
    image: "Images",
    website: "Website",
    "ai-model": "AI model",
  },
  nl: {
    code: "Broncode",
    document: "Documenten",
    database: "Database",
    image: "Afbeeldingen",
    website: "Website",
    "ai-model": "AI-model",
  },
};
