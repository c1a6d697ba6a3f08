import { createHash } from "node:crypto";
import type { DataMap, MappedCategory, MappedColumn, MappedTable, Spread } from "@dataguardian/shared/domain";
import { DATA_MAP_TEXTS } from "./data-map-texts.ts";
import { entityName } from "./entity-name.ts";
import { STYLE } from "./html-style.ts";
import { html, Markup } from "./markup.ts";
import type { ReportLanguage } from "./report.ts";

const STYLE_ELEMENT = new Markup(`<style>${STYLE}</style>`);
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** One file to read, send and print: no script, and nothing is loaded from elsewhere. */
export function dataMapHtml(map: DataMap, lang: ReportLanguage = "en"): string {
  const texts = DATA_MAP_TEXTS[lang];
  const { database, tables, tablesSeen, spread, recordWithoutColumns = [], leftOut = 0 } = map;
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${texts.title}: ${database}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <h1>${texts.title}: <bdi>${database}</bdi></h1>
          <p class="lead">${texts.lead}</p>
          <p>
            ${texts.tables}: ${tables.length} ${texts.ofTables} (${tablesSeen}). ${map.madeAt.slice(0, 10)}
          </p>
          ${tables.length === 0 ? html`<p>${texts.nothing}</p>` : null}
          ${tables.map((table) => tableBlock(table, lang))}
          <h2>${texts.spread}</h2>
          ${spread.length === 0 ? html`<p>${texts.noSpread}</p>` : html`<p>${texts.spreadLead}</p>`}
          ${spread.map(spreadBlock)}
          ${leftOut === 0 ? null : html`<p>+ ${count(leftOut, lang)} ${texts.leftOut}</p>`}
          ${
            recordWithoutColumns.length === 0
              ? null
              : html`<h2>${texts.unused}</h2>
                  <ul>
                    ${recordWithoutColumns.map((name) => html`<li>${name}</li>`)}
                  </ul>`
          }
        </main>
      </body>
    </html> `.source;
}

function tableBlock(mapped: MappedTable, lang: ReportLanguage) {
  const { table, comment, rows, unseenBelow, persons, columns, columnsLeftOut = 0, refersTo } = mapped;
  const texts = DATA_MAP_TEXTS[lang];
  return html`<section class="rule">
    <header>
      <h3><bdi class="mono">${table}</bdi></h3>
      <span class="id">
        ${texts.rows}: ${rows === null ? texts.unknown : count(rows, lang)}
        ${persons ? html`· ${texts.persons} ${count(persons.about, lang)} (${texts.by} ${persons.by})` : null}
        ${unseenBelow ? html`· ${texts.unseen}: ${(unseenBelow * 100).toFixed(2)} %` : null}
      </span>
    </header>
    ${comment === undefined ? null : html`<p>${comment}</p>`}
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>${texts.column}</th>
            <th>${texts.category}</th>
            <th class="number">${texts.where}</th>
            <th class="number">${texts.sure}</th>
            <th>${texts.purpose}</th>
          </tr>
        </thead>
        <tbody>
          ${columns.map((column) => columnRows(column, lang))}
        </tbody>
      </table>
    </div>
    ${columnsLeftOut === 0 ? null : html`<p class="id">+ ${count(columnsLeftOut, lang)} ${texts.columnsLeftOut}</p>`}
    ${
      refersTo.length === 0
        ? null
        : html`<p class="id">
            ${texts.refersTo}: ${refersTo.map((key) => `${key.columns.join(", ")} → ${key.table}`).join("; ")}
          </p>`
    }
  </section>`;
}

function columnRows({ column, type, purposes = [], categories }: MappedColumn, lang: ReportLanguage) {
  return categories.map(
    (category, i) =>
      html`<tr>
        <td>${i === 0 ? html`<bdi class="mono">${column}</bdi> <span class="id">${type}</span>` : null}</td>
        <td>${entityName(category.entityType, lang)} ${noteOf(category, lang)}</td>
        <td class="number">${category.byNameOnly ? "–" : count(category.rows, lang)}</td>
        <td class="number">${Math.round(category.confidence * 100)} %</td>
        <td>${i === 0 ? purposes.join("; ") : null}</td>
      </tr>`,
  );
}

function noteOf({ key, byNameOnly, files, different }: MappedCategory, lang: ReportLanguage): Markup | null {
  const texts = DATA_MAP_TEXTS[lang];
  const notes = [
    ...(key === undefined ? [] : [`${texts.keys} ${key}`]),
    ...(byNameOnly ? [texts.nameOnly] : []),
    ...(files === undefined ? [] : [texts.inFiles]),
    ...(different > 1 ? [`${count(different, lang)} ${texts.different}`] : []),
  ];
  return notes.length === 0 ? null : html`<span class="id">${notes.join(", ")}</span>`;
}

const spreadBlock = ({ from, to }: Spread) =>
  html`<h3><bdi class="mono">${from}</bdi></h3>
    <ul>
      ${to.map(({ table, path }) => html`<li><bdi class="mono">${table}</bdi> <span class="id">${path.join(", ")}</span></li>`)}
    </ul>`;

const count = (value: number, lang: ReportLanguage) =>
  value.toLocaleString(lang === "nl" ? "nl-NL" : "en-GB");
