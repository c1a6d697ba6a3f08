import type { z } from "zod";
import { MAX_FRAME_BYTES, PROTOCOL_VERSION, type ErrorCode, fromAgent, fromHub } from "./messages.ts";

export type Decoded<T> = { ok: true; message: T } | { ok: false; code: ErrorCode };

/** Parses one frame. It never throws, and what it says of a bad frame holds nothing of the frame's content. */
function decode<T>(schema: z.ZodType<T>, known: ReadonlySet<string>, frame: string): Decoded<T> {
  if (frame.length > MAX_FRAME_BYTES) return { ok: false, code: "too_large" };
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch {
    return { ok: false, code: "bad_frame" };
  }
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return { ok: false, code: "bad_frame" };
  const { v, t } = json as { v?: unknown; t?: unknown };
  if (v !== PROTOCOL_VERSION) return { ok: false, code: "unsupported_version" };
  if (typeof t !== "string" || !known.has(t)) return { ok: false, code: "unknown_type" };
  const parsed = schema.safeParse(json);
  return parsed.success ? { ok: true, message: parsed.data } : { ok: false, code: "bad_frame" };
}

const typesOf = (union: { options: readonly { shape: { t: { value: string } } }[] }) =>
  new Set(union.options.map((option) => option.shape.t.value));

const AGENT_TYPES = typesOf(fromAgent);
const HUB_TYPES = typesOf(fromHub);

export const decodeFromAgent = (frame: string) => decode(fromAgent, AGENT_TYPES, frame);
export const decodeFromHub = (frame: string) => decode(fromHub, HUB_TYPES, frame);
