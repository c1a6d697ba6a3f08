import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { all, leavesOf, textOf } from "./leaves-of.ts";
import { MboxSplitter } from "./mbox-splitter.ts";

const BSN = "231480003";
const ENVELOPE = "From jan@voorbeeld.nl Mon Jan  5 09:30:00 2026";
const header = (number: number) => `From: jan@voorbeeld.nl\nSubject: bericht ${number}\n`;

async function split(mailbox: string, pieceBytes = 65_536): Promise<string[]> {
  const bytes = Buffer.from(mailbox);
  const splitter = new MboxSplitter(
    (async function* () {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    })(),
  );
  const messages: string[] = [];
  while (await splitter.enter())
    messages.push(`${splitter.envelope}|${Buffer.concat(await all(splitter.message())).toString()}`);
  return messages;
}

describe("a mailbox", () => {
  it("gives message by message, with its attachments", async () => {
    const attached = `Content-Type: multipart/mixed; boundary=b\n\n--b\n\nzie bijlage\n--b\nContent-Type: text/csv; name=a.csv\n\nbsn\n${BSN}\n--b--\n`;
    const leaves = await leavesOf(
      "Inbox",
      `${ENVELOPE}\n${header(1)}\nBSN ${BSN}\n\n${ENVELOPE}\n${header(2)}${attached}\n${ENVELOPE}\n${header(3)}\ndrie\n`,
    );
    expect(textOf(leaves, "message 1")).toBe(`${ENVELOPE}\n${header(1)}\nBSN ${BSN}\n\n`);
    expect(textOf(leaves, "message 2")).toContain("zie bijlage");
    expect(textOf(leaves, "message 2!/a.csv")).toContain(BSN);
    expect(textOf(leaves, "message 3")).toContain("drie");
  });

  it("undoes the quoting of lines that look like an envelope", async () => {
    const [message] = await split(
      `${ENVELOPE}\n${header(1)}\n>From nu af\n>>From toen\n> From hier\nx>From\n`,
    );
    expect(message).toContain("\nFrom nu af\n>From toen\n> From hier\nx>From\n");
  });

  it("takes no sentence for an envelope", async () => {
    expect(
      await split(`${ENVELOPE}\n${header(1)}\na\n\nFrom the start it was clear\n\nFrom: x\nFrom 9 to 5\n`),
    ).toHaveLength(1);
  });

  it.each([
    "From - Mon Jan 05 09:30:00 2026",
    "From jan@voorbeeld.nl Mon Jan  5 09:30:00 +0100 2026",
    "From MAILER-DAEMON Fri Jul  8 12:08:34 2011",
    "From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001",
  ])("knows the envelope %s", async (envelope) => {
    expect(await split(`${envelope}\n${header(1)}\na\n\n${envelope}\n${header(2)}\nb\n`)).toHaveLength(2);
  });

  it("gives the same whatever pieces it comes in", async () => {
    const word = fc.constantFrom("From ", ">", "\n", "\r\n", ENVELOPE, "\n\n", "Fro", "m x", "a", ">From ");
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (words, size) => {
          const mailbox = `${ENVELOPE}\n${words.join("")}`;
          expect(await split(mailbox, size)).toEqual(await split(mailbox));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("has no bound on its messages", async () => {
    const many = 110_000;
    let seen = 0;
    const splitter = new MboxSplitter(
      (async function* () {
        for (let i = 0; i < many; i += 1_000)
          yield Buffer.from(`${ENVELOPE}\n${header(1)}\nx\n\n`.repeat(1_000));
      })(),
    );
    while (await splitter.enter()) seen++;
    expect(seen).toBe(many);
  });
});
