/** What is wrong with a form. Pure. */
import { isStatementLink } from "../policy-text/statement-links.ts";
import { EXCESSIVE, type FieldMeaning, MAY_ASK_BSN, PERSONAL } from "./field-meanings.ts";
import type { PageForm } from "./read-forms.ts";

export interface FormFault {
  type: "FORM_WITHOUT_TLS" | "FORM_WITHOUT_NOTICE" | "FORM_EXCESSIVE_FIELDS" | "FORM_ASKS_BSN";
  confidence: number;
  reasons: string[];
}

/** Says that data is handled as a statement describes, or names one. */
const NOTICE =
  /privacy ?(?:verklaring|statement|policy|beleid|notice)|datenschutz(?:erkl[äa]rung|hinweise)|politique de confidentialit[eé]|verwerk(?:en|ing)[^.]{0,60}persoonsgegevens|persoonsgegevens[^.]{0,80}verwerk/i;

export function judgeForm(form: PageForm, pageUrl: string): FormFault[] {
  const asked = [
    ...new Set(form.fields.filter(({ meaning }) => PERSONAL.has(meaning)).map(({ meaning }) => meaning)),
  ];
  if (form.purpose === "search" || form.method === "dialog" || asked.length === 0) return [];
  const faults: FormFault[] = [];
  const asks = `asks for ${asked.join(", ")}`;
  const isLocal = (url: URL) => /^(?:127\.|\[::1\])|(?:^|\.)localhost$/.test(url.hostname);
  const open = [new URL(pageUrl), form.action].filter(({ protocol }) => protocol === "http:");
  if (open.length > 0)
    faults.push({
      type: "FORM_WITHOUT_TLS",
      // On this machine itself nothing can be read on the way: a site that is being made.
      confidence: open.every(isLocal) ? 0.35 : 0.95,
      reasons: [
        form.action.protocol === "http:" ? "is sent by http" : "stands on a page that came by http",
        asks,
      ],
    });
  const isNoticed = form.links.some(isStatementLink) || NOTICE.test(form.text);
  // Who logs in has been told before.
  if (form.purpose !== "login" && !isNoticed)
    faults.push({
      type: "FORM_WITHOUT_NOTICE",
      confidence: 0.8,
      reasons: [asks, "no link to a privacy statement in the form or close to it"],
    });
  if (asked.includes("bsn") && !MAY_ASK_BSN.test(`${new URL(pageUrl).hostname} ${form.text}`))
    faults.push({
      type: "FORM_ASKS_BSN",
      confidence: 0.8,
      reasons: ["asks for a BSN", `purpose: ${form.purpose}`],
    });
  const excess = excessOf(form);
  if (excess.length > 0)
    faults.push({
      type: "FORM_EXCESSIVE_FIELDS",
      confidence: excess.some(({ isRequired }) => isRequired) ? 0.8 : 0.65,
      reasons: [
        `purpose: ${form.purpose}`,
        ...excess.map(({ meaning, isRequired }) => `${meaning}${isRequired ? ", required" : ""}`),
      ].slice(0, 12),
    });
  return faults;
}

function excessOf({ purpose, fields }: PageForm): { meaning: FieldMeaning; isRequired: boolean }[] {
  const excessive = EXCESSIVE[purpose] ?? [];
  const found = new Map<FieldMeaning, boolean>();
  for (const { meaning, isRequired } of fields)
    if (excessive.includes(meaning)) found.set(meaning, isRequired || (found.get(meaning) ?? false));
  return [...found].map(([meaning, isRequired]) => ({ meaning, isRequired }));
}
