import { createHash } from "node:crypto";
import { ruleSection, weight } from "./html-rule.ts";
import { STYLE } from "./html-style.ts";
import { coverageBlock, metaBlock, severityTiles, typeTable } from "./html-summary.ts";
import { TEXTS, TITLES } from "./html-texts.ts";
import { html, Markup } from "./markup.ts";
import type { ReportedFinding, ReportWriter } from "./report.ts";
import { suppressedLine } from "./suppressed-line.ts";

// In one piece: the hash is of all that stands between the tags.
const STYLE_ELEMENT = new Markup(`<style>${STYLE}</style>`);
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** One file to read, send and print: no script, and nothing is loaded from elsewhere. */
export const writeHtml: ReportWriter = (report, { lang = "en" }) => {
  const texts = TEXTS[lang];
  const { scan, findings, coverage, summary } = report;
  const title = TITLES[scan.kind][lang];
  const withValues = findings.some(({ value }) => value !== undefined);
  const rules = [...Map.groupBy(findings, ({ rule }) => rule)].sort(gravestFirst);
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}: ${scan.target}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p class="lead">${texts.target}: <bdi>${scan.target}</bdi></p>
          ${withValues ? html`<p class="note warn">${texts.valuesShown}</p>` : null}
          ${metaBlock(report, lang)}
          <p class="note">${texts.disclaimer}</p>
          <h2>${texts.bySeverity}</h2>
          ${severityTiles(report, lang)}
          ${findings.length === 0 ? html`<p>${texts.nothing}</p>` : typeTable(report, lang)}
          ${findings.length === 0 ? null : html`<h2>${texts.findings}</h2>`}
          ${rules.map(([id, found]) => ruleSection(id, found, lang))} ${coverageBlock(coverage, lang)}
          <h2>${texts.leftOut}</h2>
          <p>${suppressedLine(summary.suppressed, lang) ?? texts.nothingLeftOut}</p>
          <footer>DataGuardian ${scan.engineVersion}</footer>
        </main>
      </body>
    </html> `.source;
};

type RuleFindings = [string, ReportedFinding[]];

function gravestFirst([idA, a]: RuleFindings, [idB, b]: RuleFindings): number {
  const gravest = (found: ReportedFinding[]) => Math.min(...found.map(({ severity }) => weight(severity)));
  return gravest(a) - gravest(b) || b.length - a.length || (idA < idB ? -1 : 1);
}
