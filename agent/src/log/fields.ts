/**
 * The fields a log line may carry, each with the test its value must pass (P5). A value that fails is withheld, and a
 * field that is not named here is dropped: what a driver, a file or a peer says in free text can never be logged.
 */
import { constants } from "node:os";
import { CONNECTION_FAULTS, isId, type IdKind, SCAN_KINDS, shortName } from "@dataguardian/shared/domain";
import {
  COMMIT_OUTCOMES,
  ERROR_CODES,
  FAILURE_CODES,
  REFUSAL_CODES,
  REVOKE_REASONS,
} from "@dataguardian/shared/protocol";

const oneOf =
  (...lists: readonly (readonly string[])[]) =>
  (value: unknown): value is string =>
    typeof value === "string" && lists.some((list) => list.includes(value));
const number = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const id =
  (kind: IdKind) =>
  (value: unknown): value is string =>
    typeof value === "string" && isId(kind, value);

/** What Node, undici and OpenSSL call a failed connection. They are names, never texts. */
const NETWORK_CODES = [
  ...Object.keys(constants.errno),
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_SOCKET",
  "UND_ERR_ABORTED",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "TIMEOUT",
  "UNKNOWN",
] as const;

/** The code of an error that Node or a library threw; its message stays behind (P5). */
export function errorCode(error: unknown): string {
  for (let at = error, depth = 0; typeof at === "object" && at !== null && depth < 4; depth++) {
    const { code, cause, name } = at as { code?: unknown; cause?: unknown; name?: unknown };
    if (typeof code === "string" && (NETWORK_CODES as readonly string[]).includes(code)) return code;
    if (name === "TimeoutError") return "TIMEOUT";
    at = cause;
  }
  return "UNKNOWN";
}

const FIELDS = {
  agentId: id("agent"),
  tenantId: id("tenant"),
  scanId: id("scan"),
  jobId: id("job"),
  epoch: number,
  kind: oneOf(SCAN_KINDS),
  source: (value: unknown): value is string => shortName.safeParse(value).success,
  code: oneOf(REFUSAL_CODES, FAILURE_CODES, ERROR_CODES),
  outcome: oneOf(COMMIT_OUTCOMES, ["recorded"]),
  check: oneOf(["ok"], CONNECTION_FAULTS),
  reason: oneOf(REVOKE_REASONS, ["fenced", "not_resumed", "signal", "hub", "local", "deadline"]),
  traceId: (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{32}$/.test(value),
  transport: oneOf(["websocket", "poll"]),
  errno: oneOf(NETWORK_CODES),
  closeCode: number,
  httpStatus: number,
  delayMs: number,
  durationMs: number,
  attempt: number,
  findings: number,
  chunks: number,
  units: number,
  bytes: number,
  running: number,
  slots: number,
  pid: number,
} as const;

export type LogFields = {
  [K in keyof typeof FIELDS]?: (typeof FIELDS)[K] extends ((value: unknown) => value is infer V) ? V : never;
};

/** What of `fields` may be written. It looks at run-time values, so a cast cannot smuggle anything past the types. */
export function admit(fields: LogFields): Record<string, string | number> {
  const admitted: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields as Record<string, unknown>)) {
    if (value === undefined || !Object.hasOwn(FIELDS, name)) continue;
    const passes: (value: unknown) => value is string | number = FIELDS[name as keyof typeof FIELDS];
    admitted[name] = passes(value) ? value : "[withheld]";
  }
  return admitted;
}
