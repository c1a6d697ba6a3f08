import { describe, expect, test } from "vitest";
import { boxKeyOf, canSeal, openBox, seal, SEAL_KEY, SEALED_BOX, sealFingerprint } from "./box.ts";
import { fromBase64, subtle, toBase64 } from "./host.ts";

async function aPair() {
  const pair = await subtle().generateKey("X25519", true, ["deriveBits"]);
  const publicKey = toBase64(new Uint8Array(await subtle().exportKey("raw", pair.publicKey)));
  return { publicKey, privateKey: new Uint8Array(await subtle().exportKey("pkcs8", pair.privateKey)) };
}
const pair = await aPair();
const context = { tenantId: "tenant_1", agentId: "agent_1", kind: "database", source: "crm" };
const TEXT = '{"value":"Zoë van der Müller"}';

const flipped = (box: string, at: number) => {
  const bytes = fromBase64(box);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return toBase64(bytes);
};

describe("P9", () => {
  test("what is sealed to a key opens with it and says what was sealed", async () => {
    expect(await canSeal()).toBe(true);
    const box = await seal(pair.publicKey, context, TEXT);
    expect(await openBox(box, await boxKeyOf(box, pair, context))).toBe(TEXT);
  });

  test("every box is of one length, holds nothing readable and is another each time", async () => {
    const texts = ["", "a", TEXT, "x".repeat(4_094)];
    const boxes = await Promise.all(texts.map((text) => seal(pair.publicKey, context, text)));
    for (const box of boxes) expect(box).toMatch(SEALED_BOX);
    expect(pair.publicKey).toMatch(SEAL_KEY);
    expect(String.fromCharCode(...fromBase64(boxes[2] ?? ""))).not.toContain("value");
    expect(await seal(pair.publicKey, context, TEXT)).not.toBe(boxes[2]);
    await expect(seal(pair.publicKey, context, "x".repeat(4_095))).rejects.toThrow(RangeError);
  });

  test.each([{ tenantId: "tenant_2" }, { agentId: "agent_2" }, { kind: "document" }, { source: "hr" }])(
    "does not open for another purpose: %o",
    async (change) => {
      const box = await seal(pair.publicKey, context, TEXT);
      await expect(openBox(box, await boxKeyOf(box, pair, { ...context, ...change }))).rejects.toThrow();
    },
  );

  test("does not open with another key, nor when a byte of it has changed", async () => {
    const box = await seal(pair.publicKey, context, TEXT);
    const other = await aPair();
    await expect(openBox(box, await boxKeyOf(box, other, context))).rejects.toThrow();
    for (const at of [0, 40, 4_143]) {
      const changed = flipped(box, at);
      await expect(
        boxKeyOf(changed, pair, context).then((key) => openBox(changed, key)),
        `byte ${at}`,
      ).rejects.toThrow();
    }
    const another = await seal(pair.publicKey, context, TEXT);
    await expect(openBox(another, await boxKeyOf(box, pair, context))).rejects.toThrow();
  });

  test("a public key of low order is refused", async () => {
    await expect(seal(toBase64(new Uint8Array(32)), context, TEXT)).rejects.toThrow();
  });

  test("a key's fingerprint is short enough to read out, and of that key alone", async () => {
    const shown = await sealFingerprint(pair.publicKey);
    expect(shown).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/);
    expect(await sealFingerprint(pair.publicKey)).toBe(shown);
    expect(await sealFingerprint((await aPair()).publicKey)).not.toBe(shown);
  });
});
