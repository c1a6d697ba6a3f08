const MAGIC = Buffer.from("%PDF-");
/** Readers look for the magic among the first 1,024 bytes (ISO 32000-1, annex H, 3.4.1). */
const MAGIC_WITHIN = 1_024 + MAGIC.length;

export function isPdf(head: Uint8Array): boolean {
  return Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, MAGIC_WITHIN)).includes(MAGIC);
}
