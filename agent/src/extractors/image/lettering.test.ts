import sharp from "sharp";
import { expect, test } from "vitest";
import { letteringOf } from "./lettering.ts";

const WORDS = "Geachte mevrouw, op uw verzoek bevestigen wij de afspraak van dinsdag bij de huisarts".split(
  " ",
);

async function look(degrees: number, fontSize = 24) {
  const lines = Array.from({ length: 14 }, (_, line) =>
    Array.from({ length: 8 }, (__, at) => WORDS[(line * 5 + at * 3) % WORDS.length]).join(" "),
  );
  const texts = lines.map(
    (line, at) =>
      `<text x="40" y="${60 + at * 50}" font-family="sans-serif" font-size="${fontSize}">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="800"><rect width="100%" height="100%" fill="white"/>${texts.join("")}</svg>`;
  const { data, info } = await sharp(await sharp(Buffer.from(svg)).flatten().png().toBuffer())
    .rotate(degrees, { background: "white" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return letteringOf({ data, width: info.width, height: info.height });
}

test("which way up a page lies shows in its letters, before they are read", async () => {
  const turns = await Promise.all([0, 90, 180, 270].map(async (degrees) => (await look(degrees)).turn));
  expect(turns).toEqual([0, 270, 180, 90]);
});

test("by how much its lines are not level", async () => {
  for (const degrees of [-5, -2, 3, 92, 184]) {
    const { turn, skew } = await look(degrees);
    // Turned by both together, it stands straight.
    expect(Math.abs((((turn ?? 0) + skew + degrees + 540) % 360) - 180)).toBeLessThan(0.25);
  }
  expect((await look(0)).skew).toBe(0);
});

test("how large its letters are", async () => {
  const [small, large] = await Promise.all([look(0, 16), look(0, 32)]);
  expect(large.size / small.size).toBeCloseTo(2, 0);
});

test("where there are no letters, nothing is said of lines", () => {
  const flat = { data: new Uint8Array(300 * 200).fill(255), width: 300, height: 200 };
  expect(letteringOf(flat)).toEqual({ letters: 0, size: 0, turn: null, skew: 0 });
  let state = 1;
  const noise = Uint8Array.from(
    { length: 300 * 200 },
    () => (state = (state * 48_271) % 2_147_483_647) >> 20,
  );
  expect(letteringOf({ data: noise, width: 300, height: 200 }).turn).toBeNull();
});
