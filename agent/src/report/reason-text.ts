import { reasonIn } from "@dataguardian/shared/reasons";
import { html, type Markup } from "./markup.ts";
import type { ReportLanguage } from "./report.ts";

/** A reason in the report's language. What has no other wording is marked as the English that it is, for who has it read out. */
export function reasonText(reason: string, lang: ReportLanguage): Markup {
  const text = reasonIn(lang, reason);
  return lang !== "en" && text === reason ? html`<span lang="en">${text}</span>` : html`${text}`;
}
