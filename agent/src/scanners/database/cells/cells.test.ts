import fc from "fast-check";
import { expect, test } from "vitest";
import { cellReading } from "./cell-reading.ts";
import { jsonLeaves } from "./json-cell.ts";
import { nameOn, REST } from "./leaf.ts";
import { arrayElements, hstoreLeaves } from "./postgres-cells.ts";
import { xmlLeaves } from "./xml-cell.ts";

const shown = (leaves: readonly { path: string; value: string }[] | null) =>
  leaves?.map(({ path, value }) => `${path}=${value}`).sort();

test("JSON: values by the keys that lead to them; lists, JSON in strings, keys that are data, long numbers", () => {
  expect(
    shown(
      jsonLeaves(
        `{"contact": {"phones": ["0612345678", "0201234567"], "ok": true, "x": null}, "extra": "{\\"bsn\\": 231480003}",
          "by": {"jan@example.org": {"n": 1}, "10045": "a"}, "card": 4111111111111111119}`,
      ),
    ),
  ).toEqual([
    "by.*.n=1",
    "by.*=10045",
    "by.*=a",
    "by.*=jan@example.org",
    "card=4111111111111111119",
    "contact.phones[]=0201234567",
    "contact.phones[]=0612345678",
    "extra.bsn=231480003",
  ]);
  expect(jsonLeaves('{"a": "cut of')).toBeNull();
  expect(nameOn("contact.phones[]")).toBe("phones");
  expect(nameOn("by.*.[]")).toBe("by");
  expect(nameOn("[]")).toBeNull();
});

test("JSON that is nested a hundred thousand times costs no stack, and ends under the rest", () => {
  const deep = `${'{"a":'.repeat(50_000)}"x"${"}".repeat(50_000)}`;
  expect(jsonLeaves(deep)).toEqual([{ path: REST, value: "x" }]);
});

test("XML: text and attributes by their elements, the five entities, comments and CDATA; a page is no XML", () => {
  const xml = `<?xml version="1.0"?><!DOCTYPE k [<!ENTITY x "y">]><k xmlns="urn:x"><naam soort='v > w'>Jan &amp; Fatima &#233;&x;</naam>
    <bsn><![CDATA[231480003]]></bsn><leeg/><!-- oud: 0612345678 --></k>`;
  expect(shown(xmlLeaves(xml))).toEqual([
    "k.bsn=231480003",
    "k.naam.soort=v > w",
    "k.naam=Jan & Fatima é&x;",
    "k=oud: 0612345678",
  ]);
  expect(xmlLeaves("no < tag")).toBeNull();
  const text = cellReading({ name: "n", type: "text", nature: "text" });
  expect(text?.("<p>Jan <b>de Vries</b></p>")).toBeNull();
  expect(shown(text?.("<klant><bsn>1</bsn></klant>") ?? null)).toEqual(["klant.bsn=1"]);
});

test("XML of a hundred thousand tags that nothing closes, or that close nothing, takes no time that squares", () => {
  const before = process.cpuUsage();
  xmlLeaves("<a>".repeat(100_000));
  xmlLeaves(`${"<a>".repeat(1_000)}${"</b>".repeat(100_000)}`);
  xmlLeaves(`<a b="${"<".repeat(500_000)}`);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000);
});

test("PostgreSQL's arrays and hstore, quoted and not", () => {
  expect(arrayElements('{a,"b, \\"c\\"",NULL,{d,"NULL"}}')).toEqual(["a", 'b, "c"', "d", "NULL"]);
  expect(arrayElements("[0:1]={x,y}")).toEqual(["x", "y"]);
  expect(arrayElements("{}")).toEqual([]);
  expect(arrayElements('{"open')).toBeNull();
  expect(
    shown(hstoreLeaves('"bsn"=>"231480003", "a\\"b"=>"a=>b", "leeg"=>NULL, "06-12345678"=>"x"')),
  ).toEqual(["*=06-12345678", '*=a"b', "*=a=>b", "*=x", "bsn=231480003"]);
  expect(hstoreLeaves("no hstore")).toBeNull();
});

test("no text makes a reading throw, and every string of JSON comes out of it", () => {
  const readings = ["json", "text[]", "jsonb[]", "hstore", "text"].map((type) =>
    cellReading({ name: "n", type, nature: "text" }),
  );
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("", "{", "[", "<a ", '"'), (text, start) => {
      for (const read of readings) read?.(start + text);
    }),
  );
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string(),
        fc.string().filter((text) => !/^\s*[[{]/.test(text)),
      ),
      (object) => {
        const values = jsonLeaves(JSON.stringify(object))?.map(({ value }) => value) ?? [];
        for (const value of Object.values(object)) expect(values).toContain(value);
      },
    ),
  );
});
