import { expect, test } from "vitest";
import { foundIn } from "../../pipeline/found-in.ts";

const BSN = "231480003";

test("cells, what came out of them, attachments and authors", async () => {
  const csv = Buffer.from(`naam;bsn\nJan;${BSN}\n`).toString("base64");
  const book = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { authors: [{ name: "Jan de Vries" }] },
    cells: [
      {
        cell_type: "markdown",
        source: ["# Kop\n", `bsn ${BSN}`],
        attachments: { "a.csv": { "application/octet-stream": csv } },
      },
      {
        cell_type: "code",
        source: "df.head()",
        outputs: [
          { output_type: "stream", text: ["x\n", `bsn: ${BSN}\n`] },
          {
            output_type: "execute_result",
            data: {
              "text/plain": `bsn ${BSN}`,
              "text/html": [`<table><tr><th>bsn</th><th>x</th></tr><tr><td>${BSN}</td>`],
            },
          },
        ],
      },
    ],
  };
  const { found } = await foundIn("x.ipynb", JSON.stringify(book, null, 1));
  expect(found.map(({ type, key, member, line }) => [type, key ?? member, line])).toEqual([
    ["AUTHOR_METADATA", "metadata.authors", undefined],
    ["NL_BSN", "cells[0].source", 2],
    ["NL_BSN", "a.csv", 2],
    ["NL_BSN", "cells[1].outputs[0]", 2],
    ["NL_BSN", "cells[1].outputs[1]", 1],
    ["NL_BSN", "cell-2-output-2.html", 1],
  ]);
});

test.each(["{", `{"cells": 3, "bsn": "${BSN}"}`, `{"cells": [{"source": {"a": "bsn ${BSN}"}}]}`])(
  "what is no notebook is read as text: %s",
  async (text) => {
    const { found, outcome } = await foundIn("x.ipynb", text);
    expect(found.map(({ type }) => type)).toEqual(text.includes(BSN) ? ["NL_BSN"] : []);
    expect(outcome).toHaveProperty("bytes");
  },
);

test("Markdown: front matter by keys, the rest as it is written, pictures too", async () => {
  const gif = Buffer.alloc(300, "x").toString("base64");
  const text = `---\nbsn:\n  - ${BSN}\n---\n# Kop\nbsn &#50;31480003 ![](data:image/gif;base64,${gif})\n`;
  const { found, outcome } = await foundIn("x.md", text);
  expect(found.map(({ key, line, column }) => [key, line, column])).toEqual([
    ["bsn[0]", 3, 5],
    [undefined, 6, 5],
  ]);
  expect(outcome.members).toBeDefined();
});
