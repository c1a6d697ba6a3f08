import { ImportLog } from "./import-log.ts";
import { OP } from "./opcodes.ts";
import { type PickleEvents, PickleWalker } from "./walker.ts";

const HEAD_BYTES = 64 * 1024;
/** So many opcodes without a fault are no coincidence where the pickle's head says that it is one. */
const FEW = 3;
const MANY = 12;

export const NO_EVENTS: PickleEvents = {
  text: () => {},
  storage: () => {},
  bytes: () => {},
  long: () => null,
};

/** Whether the bytes begin a pickle: with the head of protocol 2 and later, or with opcodes that make sense together. */
export function isPickle(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, HEAD_BYTES));
  const hasHead = bytes[0] === OP.PROTO && (bytes[1] ?? 9) <= 5;
  if (!hasHead && bytes.length < 2) return false;
  const log = new ImportLog();
  const walker = new PickleWalker(log, NO_EVENTS, null);
  const at = walker.walk(bytes, 0, 0);
  if (walker.machine.faults > 0 && log.size === 0) return false;
  if (hasHead) return walker.state !== "broken" || walker.opcodes >= FEW || log.size > 0;
  if (!hasPlainNames(log)) return false;
  if (walker.state === "ended")
    return walker.machine.faults === 0 && walker.opcodes > 1 && isAllOrImports(at, bytes, log);
  if (log.size > 0) return walker.opcodes >= 2 && (walker.machine.faults === 0 || log.hasDanger);
  // It goes on behind the head, or behind bytes that are not there.
  return walker.state === "running" && walker.opcodes >= MANY && bytes.length === HEAD_BYTES;
}

/** A short text can be read as a pickle of a number; it then goes on. */
function isAllOrImports(end: number, bytes: Buffer, log: ImportLog): boolean {
  return log.size > 0 || bytes.length - end < 2;
}

function hasPlainNames(log: ImportLog): boolean {
  return log
    .names()
    .every(({ module, name }) => /^[\w.]*$/.test(module ?? "") && /^[\w.]+$/.test(name ?? "x"));
}
