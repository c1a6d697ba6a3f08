import { readFileSync } from "node:fs";
import { join } from "node:path";
import MailComposer from "nodemailer/lib/mail-composer";
import { describe, expect, it } from "vitest";
import { foundIn } from "../../pipeline/found-in.ts";
import { isMessage } from "./eml.ts";
import { leavesOf, textOf } from "./leaves-of.ts";

const BSN = "231480003";
const lines = (...all: string[]) => all.join("\r\n");
const HEAD = ["From: Jan <jan@voorbeeld.nl>", "To: piet@voorbeeld.nl", "Subject: Test", "MIME-Version: 1.0"];
const message = (headers: string[], ...body: string[]) => lines(...HEAD, ...headers, "", ...body);

describe("a message as a mail program sends it", async () => {
  const mail = new MailComposer({
    from: { name: "Zoë de Gröot", address: "zoe@voorbeeld.nl" },
    to: "piet@voorbeeld.nl",
    bcc: "geheim@voorbeeld.nl",
    subject: "Ziekmelding van Renée — dossier",
    text: `Beste Piet,\n\nHet BSN van Renée is ${BSN}.\n`,
    html: `<p>Beste Piet,</p><p>Het BSN van <b>Renée</b> is ${BSN}.</p>`,
    attachments: [
      {
        filename: "lijst met één naam, en een erg lange naam die over meer regels gaat.csv",
        content: `naam,bsn\nJan,${BSN}\n`,
      },
      {
        filename: "verslag.eml",
        content: message([], `Doorgestuurd: ${BSN}`),
        contentType: "message/rfc822",
      },
    ],
  }).compile();
  mail.keepBcc = true;
  const bytes = await mail.build();

  it("gives the header, decoded, and the text that stands under it", async () => {
    const text = textOf(await leavesOf("bericht.eml", bytes));
    expect(text).toContain("From: Zoë de Gröot <zoe@voorbeeld.nl>\n");
    expect(text).toContain("Bcc: geheim@voorbeeld.nl\n");
    expect(text).toContain("Subject: Ziekmelding van Renée — dossier\n");
    expect(text).toContain(`Het BSN van Renée is ${BSN}.`);
  });

  it("leaves out HTML that says what the text says", async () => {
    expect((await leavesOf("bericht.eml", bytes)).texts.map(({ member }) => member)).not.toContain(
      "body.html",
    );
  });

  it("gives attachments by their names, and a message in the message", async () => {
    const leaves = await leavesOf("bericht.eml", bytes);
    const name = "lijst met één naam, en een erg lange naam die over meer regels gaat.csv";
    expect(textOf(leaves, name)).toBe(`naam,bsn\nJan,${BSN}\n`);
    expect(textOf(leaves, "verslag.eml")).toContain(`Doorgestuurd: ${BSN}`);
    expect(leaves.skips).toEqual([]);
  });

  it("is found by the scan, with the member it is in", async () => {
    const { found, outcome } = await foundIn("bericht.eml", bytes);
    const members = found.filter(({ value }) => value === BSN).map(({ member }) => member);
    expect(new Set(members).size).toBe(3);
    expect(outcome).toMatchObject({ bytes: bytes.length, members: { read: 1, skipped: [] } });
  });

  it("gives the same whatever pieces it comes in", async () => {
    const whole = await leavesOf("bericht.eml", bytes);
    for (const size of [1, 2, 3, 7, 64, 1_000])
      expect((await leavesOf("bericht.eml", bytes, size)).texts.map(({ text }) => text)).toEqual(
        whole.texts.map(({ text }) => text),
      );
  });
});

describe("bodies", () => {
  it("reads HTML that is alone, and HTML that says more", async () => {
    const html = `<p>Hallo, mijn BSN is ${BSN}</p>`;
    const alone = await leavesOf("a.eml", message(["Content-Type: text/html; charset=utf-8"], html));
    expect(textOf(alone, "body.html")).toContain(BSN);
    const both = await leavesOf(
      "a.eml",
      message(
        ["Content-Type: multipart/alternative; boundary=b"],
        "--b",
        "",
        "Hallo",
        "--b",
        "Content-Type: text/html",
        "",
        html,
        "--b--",
      ),
    );
    expect(textOf(both, "body.html")).toContain(BSN);
  });

  it("reads HTML whose hidden parts hold a value that the text does not", async () => {
    const html = `<p>Hallo</p><!-- ${BSN} -->`;
    const leaves = await leavesOf(
      "a.eml",
      message(
        ["Content-Type: multipart/alternative; boundary=b"],
        "--b",
        "",
        "Hallo",
        "--b",
        "Content-Type: text/html",
        "",
        html,
        "--b--",
      ),
    );
    expect(textOf(leaves, "body.html")).toContain(BSN);
  });

  it.each([
    ["iso-8859-1", "quoted-printable", "Ren=E9e"],
    ["utf-8", "quoted-printable", "Ren=C3=\r\n=A9e"],
    ["windows-1252", "base64", Buffer.from("Renée", "latin1").toString("base64")],
    ["utf-8", "base64", "UmVu\r\nw6ll"],
    ["utf-7", "7bit", "Ren+AOk-e"],
    ["utf-16le", "base64", Buffer.from("Renée", "utf16le").toString("base64")],
    ["no-such-charset", "quoted-printable", "Ren=C3=A9e"],
    ["utf-8", "quoted-printable", "Ren=E9e met genoeg tekst erachter om te raden"],
  ])("decodes %s in %s", async (charset, encoding, body) => {
    const headers = [
      `Content-Type: text/plain; charset="${charset}"`,
      `Content-Transfer-Encoding: ${encoding}`,
    ];
    expect(textOf(await leavesOf("a.eml", message(headers, body)))).toContain("Renée");
  });

  it("joins lines that format=flowed has cut", async () => {
    const body = message(
      ["Content-Type: text/plain; format=flowed"],
      "Mevrouw Anna ",
      "Maria ",
      "Jansen belde.",
      "-- ",
      "Piet",
    );
    expect(textOf(await leavesOf("a.eml", body))).toContain(
      "Mevrouw Anna Maria Jansen belde.\r\n-- \r\nPiet",
    );
  });

  it("hands on a text of many megabytes, and an attachment of many more", async () => {
    const line = "Er is niets te melden over deze dag, en over de volgende ook niet.\r\n";
    const body = `${line.repeat(60_000)}BSN ${BSN}`;
    const { found } = await foundIn("a.eml", message([], body));
    expect(found.map(({ value }) => value)).toContain(BSN);
    const attached = Buffer.from(`${line.repeat(300_000)}BSN ${BSN}`).toString("base64");
    const headers = ["Content-Type: text/plain; name=a.txt", "Content-Transfer-Encoding: base64"];
    const inFile = await foundIn("a.eml", message(headers, attached));
    expect(inFile.found.find(({ value }) => value === BSN)?.member).toBe("a.txt");
  });

  it("decodes words, and characters that are cut over two of them", async () => {
    const subject = "Subject: =?utf-8?B?UmVuw6k=?= =?UTF-8?Q?=C3?=\r\n =?utf-8?Q?=A9_x?= =?bad";
    const text = textOf(await leavesOf("a.eml", lines("From: a@voorbeeld.nl", subject, "", "x")));
    expect(text).toContain("Subject: Renéé x =?bad\n");
  });
});

describe("what is encrypted", () => {
  it("is counted: PGP in parts and in line", async () => {
    const parts = ['Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b'];
    const encrypted = await leavesOf(
      "a.eml",
      message(parts, "--b", "", "Version: 1", "--b", "", "xxx", "--b--"),
    );
    const armoured = await leavesOf(
      "a.eml",
      message([], "-----BEGIN PGP MESSAGE-----", "", "hQEMA", "-----END PGP MESSAGE-----"),
    );
    for (const { skips } of [encrypted, armoured])
      expect(skips).toEqual([
        { reason: "encrypted: its password is not known here", member: "encrypted body" },
      ]);
  });

  // By OpenSSL 3.0: `cms -encrypt -aes256`, `cms -sign -nodetach` and the same with `-stream -indef`, `-outform DER`.
  const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", name));
  const mime = (bytes: Buffer) =>
    message(
      ["Content-Type: application/pkcs7-mime; name=smime.p7m", "Content-Transfer-Encoding: base64"],
      bytes.toString("base64").replace(/.{76}/g, "$&\r\n"),
    );

  it("is counted: S/MIME", async () => {
    const { skips } = await leavesOf("a.eml", mime(fixture("enveloped.p7m")));
    expect(skips).toEqual([{ reason: "encrypted: its password is not known here", member: "smime.p7m" }]);
  });

  it.each(["signed.p7m", "signed-indef.p7m"])("is not what is only signed: %s", async (name) => {
    const leaves = await leavesOf("a.eml", mime(fixture(name)));
    expect(textOf(leaves, "smime.p7m!/signed message")).toContain(BSN);
    expect(textOf(leaves, "smime.p7m!/signed message!/lijst.csv")).toContain("NL91ABNA0417164300");
  });
});

describe("a message that was made to break its reader", () => {
  it("ends a header without an empty line behind it", async () => {
    const text = textOf(await leavesOf("a.eml", lines(...HEAD, `Mijn BSN is ${BSN}`, "dag")));
    expect(text).toContain(`Mijn BSN is ${BSN}\r\ndag`);
  });

  it("reads on behind a header of many megabytes", async () => {
    const long = lines(...HEAD, `X-Long: ${"a".repeat(6_000_000)}`, "", `BSN ${BSN}`);
    expect(textOf(await leavesOf("a.eml", long))).toContain(`BSN ${BSN}`);
  });

  it("stops at multiparts that are nested too deeply, and counts that", async () => {
    const depth = 1_000;
    const open = Array.from(
      { length: depth },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`,
    );
    const { skips } = await leavesOf("a.eml", lines(...HEAD, ...open, "", `BSN ${BSN}`));
    expect(skips.map(({ reason }) => reason)).toEqual(["nested too deeply in other files"]);
  });

  it("stops at delimiters without end, and counts that", async () => {
    const parts = "--b\r\n".repeat(150_000);
    const { skips } = await leavesOf("a.eml", message(["Content-Type: multipart/mixed; boundary=b"], parts));
    expect(skips.map(({ reason }) => reason)).toEqual(["more files within one file than the limit"]);
  });

  it("reads a multipart that is cut off, and one without its boundary", async () => {
    const cut = message(["Content-Type: multipart/mixed; boundary=b"], "--b", "", `BSN ${BSN}`);
    const lost = message(["Content-Type: multipart/mixed"], "--b", "", `BSN ${BSN}`, "--b--");
    for (const bytes of [cut, lost]) expect(textOf(await leavesOf("a.eml", bytes))).toContain(BSN);
  });

  it("reads what stands among garbage in base64", async () => {
    const coded = Buffer.from(`BSN ${BSN} enzovoort`).toString("base64");
    const body = `${coded.slice(0, 9)}!!\u0000 %%\r\n${coded.slice(9)}==\u00ff`;
    const headers = ["Content-Transfer-Encoding: base64"];
    expect(textOf(await leavesOf("a.eml", message(headers, body)))).toContain(`BSN ${BSN} enzovoort`);
  });

  it("counts a body in uuencode", async () => {
    const { skips } = await leavesOf(
      "a.eml",
      message(["Content-Transfer-Encoding: x-uuencode"], "begin 644 a", "end"),
    );
    expect(skips[0]?.reason).toBe("a format that this version does not read");
  });
});

describe("what is a message", () => {
  it.each([
    ["Received: from a\n by b\nFrom: a@b.nl\nSubject: x\n\nx", true],
    ["1234\nFrom: a@b.nl\nSubject: x\n\nx", true],
    ["Message-ID: <1@x>\r\nDate: Mon\r\n\r\n", true],
    ["Subject: notities\nDate: vandaag\n\ntekst", false],
    ["From: here\nto there\n\n", false],
    ["name: x\nversion: 1\n", false],
    ["<html>", false],
    ["", false],
  ])("%j: %s", (start, expected) => expect(isMessage(start)).toBe(expected));
});
