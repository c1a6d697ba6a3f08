/**
 * Traces across the wire: enqueue → lease → scan → commit, by W3C trace context. What travels and what is kept is the trace's id; the
 * ids of the spans follow from what they are about, so that a hub that has lost its memory and an agent that was restarted still name the
 * same ones.
 */
import type { RandomBytes } from "../domain/index.ts";

export interface TraceContext {
  traceId: string;
  /** The span that caused this. */
  parentId: string;
  sampled: boolean;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])$/;

/** Null for a header that breaks the standard, which says to begin a new trace then. */
export function parseTraceparent(text: string | null | undefined): TraceContext | null {
  const [, traceId, parentId, flag] = TRACEPARENT.exec(text ?? "") ?? [];
  if (traceId === undefined || parentId === undefined) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(parentId)) return null;
  return { traceId, parentId, sampled: flag === "1" };
}

export const formatTraceparent = ({ traceId, parentId, sampled }: TraceContext): string =>
  `00-${traceId}-${parentId}-0${sampled ? 1 : 0}`;

/** A trace of our own, for a scan that nobody else's trace asked for: the scan's first span is its root. */
export function newTrace(scanId: string, random: RandomBytes): TraceContext {
  const traceId = Array.from(random(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { traceId, parentId: spanIdOf.enqueue(scanId), sampled: true };
}

/** Of each span, from what it is about. */
export const spanIdOf = {
  enqueue: (scanId: string) => hash64(`enqueue/${scanId}`),
  lease: (jobId: string, epoch: number) => hash64(`lease/${jobId}/${epoch}`),
  scan: (jobId: string, epoch: number) => hash64(`scan/${jobId}/${epoch}`),
  commit: (jobId: string, epoch: number) => hash64(`commit/${jobId}/${epoch}`),
};

/** FNV-1a, 64 bits: https://www.rfc-editor.org/rfc/rfc9923. It names things and protects nothing. */
function hash64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of text) hash = BigInt.asUintN(64, (hash ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n);
  return (hash === 0n ? 1n : hash).toString(16).padStart(16, "0");
}
