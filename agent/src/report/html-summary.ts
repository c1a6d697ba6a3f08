import { type Coverage, type ScanReport, SEVERITIES, type Severity } from "@dataguardian/shared/domain";
import { entityName } from "./entity-name.ts";
import { badge, weight } from "./html-rule.ts";
import { KIND_NAMES, SEVERITY_NAMES, TEXTS } from "./html-texts.ts";
import { html, type Markup } from "./markup.ts";
import { reasonText } from "./reason-text.ts";
import type { ReportLanguage } from "./report.ts";

/** What kind of scan it was, when and with what. */
export function metaBlock({ scan }: ScanReport, lang: ReportLanguage): Markup {
  const texts = TEXTS[lang];
  const seconds = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(scan.durationMs / 1000);
  const rows = [
    [texts.kind, KIND_NAMES[lang][scan.kind]],
    [texts.when, dateAndTime(scan.startedAt, lang)],
    [texts.took, `${seconds} s`],
    [texts.engine, scan.engineVersion],
    [texts.rulesVersion, scan.rulesVersion],
    ...(scan.evidence === undefined ? [] : [[texts.evidence, scan.evidence] as const]),
  ] as const;
  return html`<dl class="meta">
    ${rows.map(
      ([label, text]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl> `;
}

export function severityTiles({ summary }: ScanReport, lang: ReportLanguage): Markup {
  const tile = (severity: Severity) => {
    const count = summary.bySeverity[severity] ?? 0;
    return html`<li class="${count === 0 ? "none" : severity}">
      <b>${count}</b><span>${SEVERITY_NAMES[lang][severity]}</span>
    </li>`;
  };
  return html`<ul class="tiles" aria-label="${TEXTS[lang].bySeverity}">
    ${SEVERITIES.map(tile)}
  </ul> `;
}

/** The gravest kind of data first. */
export function typeTable({ findings }: ScanReport, lang: ReportLanguage): Markup {
  const texts = TEXTS[lang];
  const kinds = [...Map.groupBy(findings, ({ entityType }) => entityType)].map(([type, found]) => ({
    type,
    count: found.reduce((sum, finding) => sum + finding.count, 0),
    severity: SEVERITIES[Math.min(...found.map(({ severity }) => weight(severity)))] ?? "info",
  }));
  kinds.sort((a, b) => weight(a.severity) - weight(b.severity) || b.count - a.count);
  const row = ({ type, count, severity }: (typeof kinds)[number]) =>
    html`<tr>
      <td>${entityName(type, lang)} <code class="id">${type}</code></td>
      <td class="number">${count}</td>
      <td>${badge(severity, lang)}</td>
    </tr>`;
  return html`<h2>${texts.byType}</h2>
    <table>
      <thead>
        <tr>
          <th>${texts.type}</th>
          <th class="number">${texts.count}</th>
          <th>${texts.severity}</th>
        </tr>
      </thead>
      <tbody>
        ${kinds.map(row)}
      </tbody>
    </table> `;
}

export function coverageBlock(
  { unitsSeen, unitsScanned, bytes, skipped }: Coverage,
  lang: ReportLanguage,
): Markup {
  const texts = TEXTS[lang];
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const size =
    bytes < 1_000_000 ? `${number.format(bytes / 1000)} kB` : `${number.format(bytes / 1_000_000)} MB`;
  const row = ({ reason, count, examples }: Coverage["skipped"][number]) =>
    html`<tr>
      <td class="number">${number.format(count)}</td>
      <td>${reasonText(reason, lang)}</td>
      <td class="place mono">${examples.map((path) => html`<bdi>${path}</bdi><br />`)}</td>
    </tr>`;
  return html`<h2>${texts.coverage}</h2>
    <p>
      ${texts.scanned}: ${number.format(unitsScanned)} ${texts.of} ${number.format(unitsSeen)} (${size}).
      ${skipped.length === 0 ? texts.complete : null}
    </p>
    ${
      skipped.length === 0
        ? null
        : html`<table>
            <thead>
              <tr>
                <th class="number">${texts.notScanned}</th>
                <th>${texts.reason}</th>
                <th>${texts.examples}</th>
              </tr>
            </thead>
            <tbody>
              ${skipped.map(row)}
            </tbody>
          </table>`
    } `;
}

function dateAndTime(iso: string, lang: ReportLanguage): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const format = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat(lang === "en" ? "en-GB" : "nl-NL", format).format(date)} UTC`;
}
