import { describe, expect, it } from "vitest";
import { foundIn } from "../../pipeline/found-in.ts";
import { leavesOf, textOf } from "./leaves-of.ts";

const BSN = "231480003";
const lines = (...all: string[]) => `${all.join("\r\n")}\r\n`;
const card = (...all: string[]) => lines("BEGIN:VCARD", "VERSION:3.0", ...all, "END:VCARD");
const event = (...all: string[]) =>
  lines("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", ...all, "END:VEVENT", "END:VCALENDAR");

/** The characters of the file that a place points at. */
function pointedAt(
  file: string,
  place: { offset?: number | undefined; length?: number | undefined },
): string {
  return file.slice(place.offset, (place.offset ?? 0) + (place.length ?? 0));
}

describe("a contact", () => {
  it("gives its properties in words, an address as on an envelope", async () => {
    const text = textOf(
      await leavesOf(
        "a.vcf",
        card(
          "N:de Vries;Jan;;Dr.;",
          "FN:Jan\\, de Vries",
          "item1.TEL;TYPE=CELL:+31612345678",
          "ADR;TYPE=home:;;Damrak 1;Amsterdam;;1012 LG;Nederland",
          "BDAY:19800203",
          "NOTE:regel een\\nregel twee\\; drie",
        ),
      ),
    );
    expect(text).toBe(
      "Last name: de Vries\nFirst name: Jan\nTitle: Dr.\nFull name: Jan, de Vries\nPhone: +31612345678\n" +
        "Address: Damrak 1, 1012 LG Amsterdam, Nederland\nDate of birth: 1980-02-03\nNote: regel een\nregel twee; drie\n",
    );
  });

  it("decodes vCard 2.1: quoted-printable over lines, a charset, types without a name", async () => {
    const text = textOf(
      await leavesOf(
        "a.vcf",
        lines(
          "BEGIN:VCARD",
          "VERSION:2.1",
          "N;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Gr=F6=",
          "ot;Ren=E9e",
          "ADR;HOME;ENCODING=QUOTED-PRINTABLE:;;Dam 1;Gr=C3=B6n;;1234 AB;NL",
          "TEL;HOME;VOICE:020 1234567",
          "END:VCARD",
        ),
      ),
    );
    expect(text).toBe(
      "Last name: Gröot\nFirst name: Renée\nAddress: Dam 1, 1234 AB Grön, NL\nPhone: 020 1234567\n",
    );
  });

  it("points at the value in the file, also where the line is folded", async () => {
    const file = card(
      `NOTE:Dit is het BSN van Jan: ${BSN.slice(0, 4)}`,
      ` ${BSN.slice(4)}`,
      "EMAIL:jan@voorbeeld.nl",
    );
    const { found } = await foundIn("a.vcf", file);
    const bsn = found.find(({ type }) => type === "NL_BSN");
    expect(bsn).toMatchObject({ value: BSN, key: "NOTE", line: 3 });
    expect(pointedAt(file, bsn ?? {}).replace("\r\n ", "")).toBe(BSN);
    const mail = found.find(({ type }) => type === "EMAIL_ADDRESS");
    expect(mail).toMatchObject({ key: "EMAIL", line: 5, column: 7 });
    expect(pointedAt(file, mail ?? {})).toBe("jan@voorbeeld.nl");
  });

  it("gives what is written into it as a file", async () => {
    const text = Buffer.from(`BSN ${BSN}`).toString("base64");
    const leaves = await leavesOf(
      "a.vcf",
      card(
        `KEY;ENCODING=b;TYPE=text:${text.slice(0, 8)}`,
        ` ${text.slice(8)}`,
        `PHOTO:data:text/plain;base64,${text}`,
      ),
    );
    expect(textOf(leaves, "key-1.text")).toBe(`BSN ${BSN}`);
    expect(textOf(leaves, "photo-2.plain")).toBe(`BSN ${BSN}`);
  });

  it("is one of many in an address book", async () => {
    const book = Array.from({ length: 40 }, (_, i) =>
      card(`FN:Persoon ${i}`, `EMAIL:persoon${i}@voorbeeld.nl`),
    ).join("");
    expect((await leavesOf("a.vcf", book)).texts).toHaveLength(40);
    const { found } = await foundIn("a.vcf", book);
    expect(found.filter(({ type }) => type === "EMAIL_ADDRESS")).toHaveLength(40);
  });
});

describe("a calendar", () => {
  it("gives who takes part by name and address, and what is said", async () => {
    const text = textOf(
      await leavesOf(
        "a.ics",
        event(
          'ORGANIZER;CN="Jansen; Jan":mailto:jan@voorbeeld.nl',
          "ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=TRUE;CN=Piet de Vries:mailto:piet@voorbeeld.nl",
          "DTSTAMP:20260105T093000Z",
          `DESCRIPTION:Verzuim\\nBSN ${BSN}`,
          "BEGIN:VALARM",
          "DESCRIPTION:Herinnering",
          "END:VALARM",
          "LOCATION:Damrak 1\\, Amsterdam",
        ),
      ),
    );
    expect(text).toBe(
      "Organizer: Jansen; Jan mailto:jan@voorbeeld.nl\nAttendee: Piet de Vries mailto:piet@voorbeeld.nl\n" +
        `Description: Verzuim\nBSN ${BSN}\nDescription: Herinnering\nLocation: Damrak 1, Amsterdam\n`,
    );
  });
});

describe("a directory", () => {
  const entry = lines(
    "version: 1",
    "# dump",
    "dn: cn=Jan,dc=voorbeeld",
    `cn:: ${Buffer.from("Jan Gröot").toString("base64")}`,
    "postalAddress: Damrak 1$1012 LG Amsterdam",
    "mail: jan@voor",
    " beeld.nl",
    `jpegPhoto:: ${Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0]).toString("base64")}`,
    "",
    "dn: cn=Piet,dc=voorbeeld",
    `description: BSN ${BSN}`,
  );

  it("gives an entry at a time, decoded", async () => {
    const { texts, skips } = await leavesOf("a.ldif", entry);
    expect(texts.map(({ text }) => text)).toEqual([
      "version: 1\nText: # dump\ndn: cn=Jan,dc=voorbeeld\nFull name: Jan Gröot\nAddress: Damrak 1, 1012 LG Amsterdam\nEmail: jan@voorbeeld.nl\n",
      `dn: cn=Piet,dc=voorbeeld\ndescription: BSN ${BSN}\n`,
    ]);
    expect(skips.map(({ member }) => member)).toEqual(["jpegPhoto-1.jpg"]);
  });
});

describe("lines that were made to break their reader", () => {
  it.each([
    ["without an end", "BEGIN:VCARD\r\nFN:Jan"],
    ["of parameters only", `BEGIN:VCARD\r\n${"A;".repeat(50_000)}:x\r\n`],
    ["of quotation marks", `BEGIN:VCARD\r\nTEL;X="${'"'.repeat(50_001)}\r\n`],
    ["of backslashes", `BEGIN:VCARD\r\nNOTE:${"\\".repeat(100_001)}\r\n`],
    ["of folds", `BEGIN:VCARD\r\nNOTE:x\r\n${" y\r\n".repeat(50_000)}`],
    ["of soft line breaks", `BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:x=\r\n${"y=\r\n".repeat(50_000)}`],
  ])("%s are read in good time", async (_what, file) => {
    const started = performance.now();
    const { texts } = await leavesOf("a.vcf", file);
    expect(texts.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("that are longer than can be held are counted", async () => {
    const { skips } = await leavesOf(
      "a.vcf",
      card(`PHOTO;ENCODING=b:${"A".repeat(26_000_000)}`, `NOTE:BSN ${BSN}`),
    );
    expect(skips.map(({ reason }) => reason)).toContain(
      "larger than its format can be read within the memory limit",
    );
  });
});
