import { INSTRUMENTS, type LegalRef, PROVISIONS, ruleById } from "@dataguardian/shared/catalog";
import { type Severity, SEVERITIES, spotIn } from "@dataguardian/shared/domain";
import { entityName } from "./entity-name.ts";
import { SEVERITY_NAMES, TEXTS } from "./html-texts.ts";
import { html, type Markup } from "./markup.ts";
import { fileOf } from "./place.ts";
import { reasonText } from "./reason-text.ts";
import type { ReportedFinding, ReportLanguage } from "./report.ts";

/** So many rows are open from the start; more of them are one click away. */
const OPEN_ROWS = 12;

/** What one rule found: what it means, what to do, and where. */
export function ruleSection(id: string, unordered: readonly ReportedFinding[], lang: ReportLanguage): Markup {
  const texts = TEXTS[lang];
  const rule = ruleById(id);
  const findings = unordered.toSorted((a, b) => weight(a.severity) - weight(b.severity));
  const weighty = findings.filter(({ severity }) => severity !== "info");
  const hints = findings.slice(weighty.length);
  const open = weighty.slice(0, OPEN_ROWS);
  const rest = weighty.slice(OPEN_ROWS);
  const legal = [...new Set(findings.flatMap((finding) => finding.legal))];
  const severity = findings[0]?.severity ?? "info";
  return html`<section class="rule" id="${id}">
    <header>
      <h3>${rule?.title[lang] ?? id}</h3>
      ${badge(severity, lang)} <span>${findings.length} ×</span> <code class="id">${id}</code>
    </header>
    <div class="meaning">
      <div>
        <h4>${texts.law}</h4>
        <ul>
          ${legal.map((ref) => html`<li>${provision(ref, lang)}</li>`)}
        </ul>
      </div>
      ${
        rule === undefined
          ? null
          : html`<div>
              <h4>${texts.action}</h4>
              <p>${rule.remediation[lang]}</p>
            </div>`
      }
    </div>
    ${open.length === 0 ? null : table(open, lang)}
    ${rest.length === 0 ? null : folded(`${texts.more} (${rest.length})`, table(rest, lang))}
    ${hints.length === 0 ? null : folded(`${texts.hints} (${hints.length})`, table(hints, lang))}
  </section> `;
}

export function badge(severity: Severity, lang: ReportLanguage): Markup {
  return html`<span class="badge ${severity}">${SEVERITY_NAMES[lang][severity]}</span>`;
}

export function weight(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function provision(ref: string, lang: ReportLanguage): Markup {
  if (!Object.hasOwn(PROVISIONS, ref)) return html`${ref}`;
  const { instrument, article, title } = PROVISIONS[ref as LegalRef];
  const { short, title: law } = INSTRUMENTS[instrument];
  // A standard and a guideline have a number and no articles.
  const cited = /^(?:NEN|EDPB|EDPB_CB|EDPB_5_3|EDPB_DDP|AP_CB)$/.test(instrument)
    ? ` ${article}`
    : `, ${TEXTS[lang].article} ${article}`;
  return html`<span title="${law}">${short[lang]}${cited}</span>: ${title[lang]}`;
}

function folded(label: string, content: Markup): Markup {
  return html`<details>
    <summary>${label}</summary>
    ${content}
  </details>`;
}

function table(findings: readonly ReportedFinding[], lang: ReportLanguage): Markup {
  const texts = TEXTS[lang];
  const hasValues = findings.some(({ value }) => value !== undefined);
  // Of what was seen rather than found there is no value.
  const hasPreviews = hasValues || findings.some(({ category }) => category !== "observation");
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th>${texts.severity}</th>
          <th>${texts.place}</th>
          <th>${texts.type}</th>
          ${hasPreviews ? html`<th>${hasValues ? texts.value : texts.preview}</th>` : null}
          <th class="number">${texts.confidence}</th>
          <th>${texts.reasons}</th>
        </tr>
      </thead>
      <tbody>
        ${findings.map((finding) => row(finding, lang, hasPreviews))}
      </tbody>
    </table>
  </div>`;
}

/** `<bdi>`: a name in Hebrew or Arabic does not turn its surroundings. */
function row(finding: ReportedFinding, lang: ReportLanguage, hasPreviews: boolean): Markup {
  const { severity, location, entityType, confidence, reasons, value, preview } = finding;
  const spot = spotIn(location, TEXTS[lang].at);
  // An address has colons of its own.
  const mark = location.table !== undefined ? "." : location.url !== undefined ? " · " : ":";
  const commit = location.commit === undefined ? "" : ` @ ${location.commit.slice(0, 12)}`;
  return html`<tr>
    <td>${badge(severity, lang)}</td>
    <td class="place mono"><bdi>${fileOf(location)}</bdi>${spot === "" ? "" : `${mark}${spot}`}${commit}</td>
    <td class="type">${entityName(entityType, lang)}</td>
    ${hasPreviews ? html`<td class="${value === undefined ? "mono whole" : "mono"}"><bdi>${value ?? preview}</bdi></td>` : null}
    <td class="number">${Math.round(confidence * 100)}%</td>
    <td class="why">${reasons.map((reason, i) => [i === 0 ? "" : "; ", reasonText(reason, lang)])}</td>
  </tr> `;
}
