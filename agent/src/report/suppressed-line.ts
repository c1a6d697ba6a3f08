import type { Suppressed } from "@dataguardian/shared/domain";
import type { ReportLanguage } from "./report.ts";

const WORDS = {
  en: {
    total: "left out",
    inline: "marked dataguardian:ignore",
    allowList: "on the allow list",
    baseline: "in the baseline",
  },
  nl: {
    total: "weggelaten",
    inline: "gemarkeerd met dataguardian:ignore",
    allowList: "op de lijst van wat is toegestaan",
    baseline: "in de nulmeting",
  },
} as const satisfies Record<ReportLanguage, Record<"total" | keyof Suppressed, string>>;

/** `3 left out: 1 marked dataguardian:ignore, 2 in the baseline`; null when nothing was. */
export function suppressedLine(suppressed: Suppressed | undefined, lang: ReportLanguage): string | null {
  if (suppressed === undefined) return null;
  const { inline, allowList, baseline } = suppressed;
  const total = inline + allowList + baseline;
  if (total === 0) return null;
  const words = WORDS[lang];
  const parts = Object.entries({ inline, allowList, baseline })
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${count} ${words[reason as keyof Suppressed]}`);
  return `${total} ${words.total}: ${parts.join(", ")}`;
}
