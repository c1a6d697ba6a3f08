import MsgReader from "@kenjiuno/msgreader";
import CFB from "cfb";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foundIn } from "../../pipeline/found-in.ts";
import { leavesOf, textOf } from "./leaves-of.ts";
import { type MsgSpec, writeMsg } from "./msg-writer.ts";

const BSN = "231480003";
const SENT = new Date("2026-01-05T09:30:00Z");
const message: MsgSpec = {
  strings: {
    "0037001F": "Ziekmelding Renée",
    "0C1A001F": "Jan Jansen",
    "0C1F001F": "/O=ORG/CN=JANSEN",
    "5D01001F": "jan@voorbeeld.nl",
    "1000001F": `Het BSN van Renée is ${BSN}.`,
    "007D001F": "Received: from a\r\n by b; Mon\r\nX-Mailer: =?utf-8?Q?Ren=C3=A9e?=\r\n",
    "8005001F": "prive@voorbeeld.nl",
  },
  times: { "00390040": SENT },
  recipients: [
    { strings: { "3001001F": "Piet de Vries", "39FE001F": "piet@voorbeeld.nl" }, numbers: { "0C150003": 1 } },
    {
      strings: { "3001001F": "Stille Getuige", "3003001F": "stil@voorbeeld.nl" },
      numbers: { "0C150003": 3 },
    },
  ],
  attachments: [
    {
      strings: { "3707001F": "lijst.csv" },
      binaries: { "37010102": Buffer.from(`naam,bsn\nJan,${BSN}\n`) },
      numbers: { "37050003": 1 },
    },
    {
      strings: { "3001001F": "Doorgestuurd" },
      numbers: { "37050003": 5 },
      embedded: { strings: { "0037001F": "Binnen", "1000001F": `BSN ${BSN}` } },
    },
  ],
};

describe("a message of Outlook's", () => {
  const bytes = writeMsg(message);

  it("is one for another reader too", () => {
    const data = new MsgReader(Uint8Array.from(bytes).buffer).getFileData();
    expect(data.subject).toBe("Ziekmelding Renée");
    expect(data.body).toContain(BSN);
    expect(data.recipients?.map(({ name }) => name)).toEqual(["Piet de Vries", "Stille Getuige"]);
    expect(data.attachments).toHaveLength(2);
  });

  it("gives who wrote what to whom", async () => {
    const leaves = await leavesOf("a.msg", bytes);
    expect(textOf(leaves)).toBe(
      "From: Jan Jansen jan@voorbeeld.nl /O=ORG/CN=JANSEN\nTo: Piet de Vries piet@voorbeeld.nl\nBcc: Stille Getuige stil@voorbeeld.nl\n" +
        `Subject: Ziekmelding Renée\nDate: 2026-01-05T09:30:00Z\nOther: prive@voorbeeld.nl\n\nHet BSN van Renée is ${BSN}.`,
    );
    expect(textOf(leaves, "headers")).toBe("Received: from a by b; Mon\nX-Mailer: Renée\n");
  });

  it("gives attachments, and the message in the message", async () => {
    const leaves = await leavesOf("a.msg", bytes);
    expect(textOf(leaves, "lijst.csv")).toContain(BSN);
    expect(textOf(leaves, "Doorgestuurd")).toBe(`Subject: Binnen\n\nBSN ${BSN}`);
    expect(leaves.skips).toEqual([]);
  });

  it("is found by the scan", async () => {
    const { found } = await foundIn("a.msg", bytes);
    const members = found.filter(({ value }) => value === BSN).map(({ member }) => member);
    expect(new Set(members)).toEqual(new Set([undefined, "lijst.csv", "Doorgestuurd"]));
  });

  it("decodes 8-bit strings by their code page, and HTML that is alone", async () => {
    const old = writeMsg({
      strings: { "0037001E": "\xcf\xf0\xe8\xe2\xe5\xf2" },
      binaries: { "10130102": Buffer.from(`<p>BSN ${BSN}</p>`) },
      numbers: { "3FFD0003": 1251, "3FDE0003": 65001 },
    });
    const leaves = await leavesOf("a.msg", old);
    expect(textOf(leaves)).toContain("Subject: Привет");
    expect(textOf(leaves, "body.html")).toContain(BSN);
  });

  it("reads a contact", async () => {
    const contact = writeMsg({
      strings: {
        "3A11001F": "de Vries",
        "3A06001F": "Jan",
        "3A1C001F": "+31612345678",
        "3A29001F": "Damrak 1",
      },
      times: { "3A420040": new Date("1980-02-03T00:00:00Z") },
    });
    expect(textOf(await leavesOf("a.msg", contact))).toBe(
      "Date of birth: 1980-02-03\nFirst name: Jan\nLast name: de Vries\nPhone: +31612345678\nStreet: Damrak 1\n\n",
    );
  });

  it("reads attachments of many sectors", async () => {
    const large = Buffer.from(`BSN ${BSN}\n`.repeat(200_000));
    const file = writeMsg({
      attachments: [{ strings: { "3707001F": "groot.txt" }, binaries: { "37010102": large } }],
    });
    expect(textOf(await leavesOf("a.msg", file), "groot.txt")).toBe(large.toString());
  });
});

describe("a compound file that was made to break its reader", () => {
  const bytes = writeMsg(message);

  it("is counted as damaged where it is cut off", async () => {
    for (const length of [513, 1_024, 2_048, Math.floor(bytes.length / 2)]) {
      const { skips, texts } = await leavesOf("a.msg", bytes.subarray(0, length));
      expect(skips[0]?.reason, `${length} ${texts.length}`).toBe("damaged, or not what it says it is");
    }
  });

  it("ends where its storages or its sectors go round in a circle", async () => {
    const directory = (bytes.readUInt32LE(48) + 1) * 512;
    const isStorage = (at: number) => bytes[at + 66] === 1;
    for (let at = directory + 128; at + 128 <= directory + 128 * 30; at += 128) {
      if (!isStorage(at)) continue;
      const circular = Buffer.from(bytes);
      circular.writeUInt32LE(bytes.readUInt32LE(directory + 76), at + 76);
      const { skips, texts } = await leavesOf("a.msg", circular);
      expect(skips.length + texts.length).toBeGreaterThan(0);
    }
    const table = (bytes.readUInt32LE(76) + 1) * 512;
    const circular = Buffer.from(bytes);
    for (let sector = 0; sector < 128; sector++) circular.writeUInt32LE(0, table + sector * 4);
    expect((await leavesOf("a.msg", circular)).skips[0]?.reason).toBe("damaged, or not what it says it is");
  });

  it("throws nothing and ends, whatever bytes are changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 9), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (changes) => {
          const changed = Buffer.from(bytes);
          for (const [at, value] of changes) changed[at + 8] = value;
          await leavesOf("a.msg", changed);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("a compound file that is no message", () => {
  const written = (streams: Record<string, string>) => {
    const file = CFB.utils.cfb_new({ root: "R" });
    for (const [name, content] of Object.entries(streams))
      CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content));
    return Buffer.from(CFB.write(file, { type: "buffer", fileType: "cfb" }) as Uint8Array);
  };

  it("is counted as encrypted where Office has encrypted it", async () => {
    const { skips } = await leavesOf("a.docx", written({ EncryptionInfo: "x", EncryptedPackage: "y" }));
    expect(skips).toEqual([{ reason: "encrypted: its password is not known here", member: undefined }]);
  });
});
