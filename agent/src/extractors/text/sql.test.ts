import { expect, test } from "vitest";
import { foundIn } from "../../pipeline/found-in.ts";

const sure = ({ found }: Awaited<ReturnType<typeof foundIn>>) =>
  found.filter(({ type, confidence }) => type === "NL_BSN" && confidence > 0.9).map(({ value }) => value);

const DUMP = `-- a dump
CREATE TABLE \`klanten\` (
  \`id\` int NOT NULL AUTO_INCREMENT,
  \`naam\` varchar(80) DEFAULT 'x,y', -- a, comment (with brackets
  \`bsn\` decimal(9,0),
  \`order_nr\` char(9),
  PRIMARY KEY (\`id\`), KEY \`k\` (\`bsn\`)
);
INSERT INTO \`klanten\` VALUES (1,'O\\'Neill, (fictief)',231480003,'231480015'),
(2,'Jansen''s; x',231480027,concat('231480039', 1));
`;

test("an INSERT that names no columns has those of the table's definition", async () => {
  expect(sure(await foundIn("a.sql", DUMP))).toEqual(["231480003", "231480027"]);
});

test("an INSERT that names them, over several lines and in any quotation marks", async () => {
  const text = `insert into "hr"."medewerkers" ("id", [bsn],\n "order")\nvalues\n(1, N'231480003', '231480015');\n`;
  expect(sure(await foundIn("a.sql", text))).toEqual(["231480003"]);
});

test("a COPY block, and what comes after it", async () => {
  const text = `COPY public.m (id, burgerservicenummer, ref) FROM stdin;\n1\t231480003\t231480015\n2\t\\N\t\n\\.\nINSERT INTO t (bsn) VALUES ('231480027');\n`;
  expect(sure(await foundIn("x", text))).toEqual(["231480003", "231480027"]);
});

test("rows that go on through many windows", async () => {
  const rows = Array.from({ length: 2_000 }, (_, i) => `(${i},'231480015','231480003')`);
  const text = `INSERT INTO t (id, order_nr, bsn) VALUES ${rows.join(",\n")};\n`;
  for (const chunkChars of [5_000, 20_000, 1_000_000])
    expect(sure(await foundIn("a.sql", text, chunkChars))).toHaveLength(2_000);
});

test("text that only speaks of statements, or breaks off within one", async () => {
  for (const text of [
    "Insert into the form what you want to copy from stdin. bsn 231480003\n",
    "INSERT INTO t (bsn) VALUES ('231480003",
    "CREATE TABLE t (bsn int, (((\nINSERT INTO u (bsn) VALUES (231480003)",
    `CREATE TABLE t (${"(".repeat(100_000)}\nbsn 231480003`,
    `${"INSERT INTO t (a) VALUES (\n".repeat(20_000)}bsn 231480003`,
  ])
    expect(sure(await foundIn("a.sql", text))).toEqual(["231480003"]);
});
