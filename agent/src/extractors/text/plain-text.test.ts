import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, decodeWhole, isText } from "./plain-text.ts";

/** Encodes by what `TextDecoder` reads: each character of the text in one, two or (for UTF-16) all its bytes. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  const learn = (bytes: number[]) => {
    const read = decoder.decode(Uint8Array.from(bytes));
    if ([...read].length === 1 && read !== "\ufffd" && !table.has(read)) table.set(read, bytes);
  };
  for (let a = 0; a < 256; a++) learn([a]);
  if (/^(?:shift_jis|euc-|gb|big5)/.test(encoding))
    for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) learn([a, b]);
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? []));
}

function encodeUnicode(text: string, size: 2 | 4, littleEndian: boolean): Uint8Array {
  const units =
    size === 2 ? text.split("").map((u) => u.charCodeAt(0)) : [...text].map((c) => c.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(units.length * size));
  for (const [i, unit] of units.entries())
    if (size === 2) view.setUint16(i * 2, unit, littleEndian);
    else view.setUint32(i * 4, unit, littleEndian);
  return new Uint8Array(view.buffer);
}

async function inPieces(bytes: Uint8Array, size: number): Promise<string | null> {
  const pieces = (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  })();
  const text = decodeText(pieces, bytes.subarray(0, size));
  if (!text) return null;
  let all = "";
  for await (const piece of text) all += piece;
  return all;
}

describe("an encoding is told by the content", () => {
  test.each([
    ["windows-1252", "Geachte mevrouw Böhm, de coördinator heeft de reünie geïnformeerd. Prijs € 12,50."],
    ["windows-1252", "Zoë"],
    ["windows-1250", "Łukasz Wiśniewski; ulica Żółta 5, Kraków"],
    ["iso-8859-2", "Łukasz Wiśniewski; ulica Żółta 5, Kraków, zażółć gęślą jaźń"],
    ["windows-1251", "Иванов Иван Иванович, паспорт 4510 123456, город Москва"],
    ["koi8-r", "Иванов Иван Иванович, паспорт 4510 123456, город Москва"],
    ["iso-8859-5", "Иванов Иван Иванович, паспорт 4510 123456, город Москва"],
    ["windows-1253", "Γιώργος Παπαδόπουλος, οδός Ερμού 12, Αθήνα"],
    ["windows-1255", "שלום עולם זה טקסט בעברית לבדיקה של הקידוד"],
    ["windows-1256", "محمد أحمد، تاريخ الميلاد، مدينة القاهرة مصر العربية"],
    ["windows-1257", "Jānis Bērziņš, dzīvesvieta Rīga, Latvija; Žemaitė gyvena Šiauliuose"],
    ["shift_jis", "山田太郎さんの住所は東京都千代田区です。電話番号"],
    ["euc-jp", "山田太郎さんの住所は東京都千代田区です。電話番号"],
    ["gb18030", "张伟的身份证号码是多少，住在北京市朝阳区"],
    ["big5", "王小明的身分證字號，住在台北市中正區"],
    ["euc-kr", "김철수의 주민등록번호는 서울특별시 강남구"],
  ])("%s", async (encoding, text) => {
    const bytes = encode(`${text}\nregel 2: 231480003\n`, encoding);
    expect(decodeWhole(bytes)).toBe(`${text}\nregel 2: 231480003\n`);
    const late = Buffer.concat([Buffer.from("plain line\n".repeat(100)), bytes]);
    expect(await inPieces(late, 1_100)).toBe(new TextDecoder(encoding).decode(late));
  });

  test("Unicode of two and four bytes, with and without a byte order mark", async () => {
    for (const text of ["Zoë heeft BSN 231480003 📎 en meer\r\n", "Иванов Иван, 231480003\n"])
      for (const size of [2, 4] as const)
        for (const littleEndian of [true, false])
          for (const mark of ["", "\ufeff"]) {
            const bytes = encodeUnicode(mark + text, size, littleEndian);
            expect(isText(bytes)).toBe(true);
            expect(decodeWhole(bytes)).toBe(text);
            expect(await inPieces(bytes, bytes.length - 5)).toBe(text);
          }
  });

  test("a text that says its encoding is believed, unless it is UTF-8 after all", () => {
    const page = '<?xml version="1.0" encoding="ISO-8859-2"?><a>Łódź</a>';
    expect(decodeWhole(encode(page, "iso-8859-2"))).toBe(page);
    expect(decodeWhole(Buffer.from(page))).toBe(page);
    expect(decodeWhole(encode("<meta charset=nonsense>Zoë", "windows-1252"))).toBe(
      "<meta charset=nonsense>Zoë",
    );
  });

  test("seven-bit Japanese", () => {
    const bytes = Buffer.from("\u001b$B;3ED\u001b(B 231480003\n", "latin1");
    expect(decodeWhole(bytes)).toBe("山田 231480003\n");
  });

  test("UTF-8 stays UTF-8, cut inside a character or marked", async () => {
    const bytes = Buffer.from("\ufeffZoë 📎 €".repeat(50));
    expect(decodeWhole(bytes)).toBe("Zoë 📎 €".concat("\ufeffZoë 📎 €".repeat(49)));
    for (let size = 3; size < 12; size++)
      expect(await inPieces(Buffer.from("Zoë 📎 €!"), size)).toBe("Zoë 📎 €!");
  });
});

test.each([
  ["zero bytes", new Uint8Array(500)],
  ["numbers of two bytes", Uint8Array.from({ length: 512 }, (_, i) => (i % 2 === 0 ? i / 2 : 0))],
  ["text with a zero byte", Buffer.from("abc\0def ghi jkl")],
  [
    "noise without a zero byte",
    Uint8Array.from({ length: 2_000 }, (_, i) => ((i * 7_919 + (i >> 3) * 104_729) % 255) + 1),
  ],
])("no text: %s", (_what, bytes) => {
  expect(isText(bytes)).toBe(false);
  expect(decodeWhole(bytes)).toBeNull();
});

test("no bytes throw, and text is what decodes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.integer({ min: 1, max: 40 }),
      async (bytes, size) => {
        expect(decodeWhole(bytes) !== null).toBe(isText(bytes));
        await inPieces(bytes, size);
      },
    ),
    { numRuns: 500 },
  );
});
