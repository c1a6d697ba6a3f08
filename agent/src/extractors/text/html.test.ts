import fc from "fast-check";
import { expect, test } from "vitest";
import { foundIn } from "../../pipeline/found-in.ts";
import { htmlExtractor } from "./html.ts";
import { htmlText } from "./html-text.ts";
import { jsonExtractor } from "./json.ts";
import { settingsExtractor, yamlExtractor } from "./settings.ts";
import { xmlExtractor } from "./xml.ts";

const BSN = "231480003";

const visible = (source: string) => htmlText(source)?.visible.textFrom(0);

test("a page reads as it is seen", () => {
  expect(visible("<h1>Kop</h1><p>een\n   twee &amp; <b>dr</b>ie<br>vier</p><ul><li>a<li>b</ul>")).toBe(
    "Kop\neen twee & drie\nvier\na\nb\n",
  );
  expect(visible("<pre>a\n  b</pre>")).toBe("a\n  b\n");
});

test("values have their places in the source, and the heading of their column", async () => {
  const page = `<!DOCTYPE html>
<html><head><title>Personeel</title><meta name="author" content="Jan de Vries"></head><body>
<table><tr><th>Naam</th><th>BSN</th></tr>
<tr><td>Jan</td><td>${BSN}</td></tr><tr><td>Zo&euml; x</td><td>2&#51;1480003</td></tr></table>
<table><tr><th>bsn</th><td><i>${BSN}</i></td></tr></table>
<form><label>BSN</label><input name="f1" value="${BSN}"><a href="mailto:jan@bedrijf.nl" data-bsn='${BSN}'>x</a></form>
<script type="application/json">{"bsn": "${BSN}"}</script>
<!-- bsn ${BSN} --><div style="display: none">bsn <b>${BSN}</b></div><input type="hidden" name="bsn" value="${BSN}">
</body></html>`;
  const { found } = await foundIn("index", page);
  const bsns = found.filter(({ type }) => type === "NL_BSN");
  expect(
    bsns.map(({ line, reasons }) => [line, reasons.filter((reason) => reason.startsWith("in "))]),
  ).toEqual([
    [4, []],
    [4, []],
    [5, []],
    [6, []],
    [6, []],
    [7, []],
    [8, ["in comment"]],
    [8, ["in hidden element"]],
    [8, ["in hidden element"]],
  ]);
  for (const { confidence } of bsns) expect(confidence).toBe(0.95);
  for (const [i, { line = 0, column = 0, offset = 0, length = 0 }] of bsns.entries()) {
    const raw = i === 1 ? "2&#51;1480003" : BSN;
    expect(page.slice(offset, offset + length)).toBe(raw);
    expect(page.split("\n")[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^${raw}`));
  }
  expect(found.filter(({ type }) => type === "EMAIL_ADDRESS")).toMatchObject([
    { line: 6, column: (page.split("\n")[5] ?? "").indexOf("jan@") + 1 },
  ]);
  expect(found.filter(({ type }) => type === "AUTHOR_METADATA")).toMatchObject([
    { line: 2, value: "Jan de Vries" },
  ]);
});

test("a picture in a page is a file in it", async () => {
  const gif = Buffer.alloc(400, "GIF89a").toString("base64");
  const { outcome } = await foundIn("x.html", `<p>a</p><img src="data:image/gif;base64,${gif}">`);
  expect(outcome.members).toBeDefined();
});

test("a page that is nested without end, or too large, is read as text", async () => {
  for (const page of [
    `<html>${"<div>".repeat(100_000)}bsn: ${BSN}${"</p>".repeat(100_000)}`,
    `<html><p>bsn: ${BSN}</p>${"<p>abcdefgh ijklmnop</p>\n".repeat(1_100_000)}`,
  ]) {
    const { found } = await foundIn("x.html", page);
    expect(found.filter(({ type }) => type === "NL_BSN")).toHaveLength(1);
  }
});

test("what begins like a page, or like settings, is told apart in no time", () => {
  const startedAt = performance.now();
  for (const text of [
    "<!-- -->".repeat(500),
    "\n".repeat(4_000),
    "[ ".repeat(2_000),
    "<a ".repeat(1_300),
    "#\n".repeat(2_000),
  ])
    for (const one of [htmlExtractor, xmlExtractor, jsonExtractor, yamlExtractor, settingsExtractor])
      one.matches(Buffer.from(text), "x.dat");
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test("many attributes, comments and cells take no longer than their length", () => {
  const startedAt = performance.now();
  htmlText(
    `<p ${"a=&amp;x value=y ".repeat(100_000)}>${"<!>".repeat(100_000)}${"<table><tr><td>".repeat(1_000)}`,
  );
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test("what is no page does not throw", () => {
  const token = fc.constantFrom(
    "<",
    ">",
    "</",
    "<table>",
    "<td>",
    "<tr>",
    "</table>",
    "<!--",
    "-->",
    "<p hidden>",
    "&#",
    "a",
    '"',
    "=",
    "<script>",
    "<input value=",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
      const page = htmlText(tokens.join(""));
      expect(page).not.toBeNull();
    }),
    { numRuns: 500 },
  );
});
