import fc from "fast-check";
import { BSON } from "mongodb";
import { expect, test } from "vitest";
import { columnsOf, leavesOf, OTHER_FIELDS, rowOf } from "./document-columns.ts";

const { Binary, Decimal128, Long, ObjectId, UUID } = BSON;
/** As it is after the wire. */
const overTheWire = (document: Record<string, unknown>): unknown =>
  BSON.deserialize(BSON.serialize(document), { promoteLongs: true });

test("paths of keys are columns, with the types and the nature of what stands there", () => {
  const documents = [
    {
      _id: new ObjectId("65f000000000000000000001"),
      naam: { voor: "Jan", achter: "de Vries" },
      emails: ["jan@example.org", "j@example.org"],
      bestellingen: [{ bedrag: Decimal128.fromString("12.50"), op: new Date(0) }, { bedrag: 3 }],
      groot: Long.fromString("9007199254740993"),
      bsn: 231480003,
      foto: new Binary(Buffer.from([1, 2, 255])),
      leeg: null,
    },
    { _id: new UUID("550e8400-e29b-41d4-a716-446655440000"), bsn: "231480003", naam: { voor: "An" } },
  ].map(overTheWire);
  const columns = columnsOf(documents);
  expect(columns.map(({ name, type, nature }) => [name, type, nature])).toEqual([
    ["_id", expect.stringMatching(/^objectId \| /), "text"],
    ["naam.voor", "string", "text"],
    ["naam.achter", "string", "text"],
    ["emails", "string", "text"],
    ["bestellingen.bedrag", "decimal | number", "number"],
    ["bestellingen.op", "date", "time"],
    ["groot", "long", "number"],
    ["bsn", "number | string", "text"],
    ["foto", "binData", "binary"],
    ["leeg", "null", "text"],
    [OTHER_FIELDS, "object", "document"],
  ]);
  const names = columns.map(({ name }) => name);
  const row = rowOf(documents[0], new Set(names), names);
  expect(row[0]).toBe("65f000000000000000000001");
  expect(row[3]).toBe("jan@example.org\nj@example.org");
  expect(row[4]).toBe("12.50\n3");
  expect(row[5]).toBe("1970-01-01T00:00:00.000Z");
  expect(row[6]).toBe("9007199254740993");
  expect(row[8]).toEqual(Buffer.from([1, 2, 255]));
  expect(row.slice(9)).toEqual([null, null]);
});

test("what no column stands for is not lost", () => {
  const known = new Set(["a", OTHER_FIELDS]);
  expect(rowOf({ a: 1, b: { c: "x" } }, known, ["a", OTHER_FIELDS])).toEqual(["1", '{"b.c": "x"}']);
  // A column that nobody wants is none of the others.
  expect(rowOf({ a: 1 }, known, [OTHER_FIELDS])).toEqual([null]);
});

test("every value of any document is in some column", () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("tree"), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), tree, { maxKeys: 5 }),
      fc.dictionary(fc.string(), tree, { maxKeys: 5 }),
      (learnt, read) => {
        const names = columnsOf([learnt]).map(({ name }) => name);
        const row = rowOf(read, new Set(names), names);
        const text = row.map((value) => (typeof value === "string" ? value : "")).join("\n");
        for (const { value } of leavesOf(read)) {
          if (typeof value !== "string") continue;
          expect(text.includes(value) || text.includes(JSON.stringify(value))).toBe(true);
        }
      },
    ),
  );
});

test("a document that is very deep, or full of keys, is looked at in bounds", () => {
  let deep: unknown = "diep";
  for (let i = 0; i < 50; i++) deep = { a: deep };
  const [{ value } = { value: "" }] = [...leavesOf(deep)];
  expect(value).toContain("diep");
  const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, i]));
  const names = columnsOf([wide]).map(({ name }) => name);
  expect(names).toHaveLength(501);
  expect(rowOf(wide, new Set(names), names).at(-1)).toContain('"k4999": "4999"');
});
