/** A call that did not work: the public code and sentence of the API, or `network` when nothing answered. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;

/** The API speaks `{error: {code, message}}`, better-auth `{code, message}`; a proxy in between speaks HTML. */
export function errorFromReply(status: number, body: unknown): ApiError {
  const outer = isRecord(body) ? body : {};
  const inner = isRecord(outer["error"]) ? outer["error"] : outer;
  const code = typeof inner["code"] === "string" ? inner["code"] : `http_${status}`;
  const message = typeof inner["message"] === "string" ? inner["message"] : "";
  return new ApiError(status, code, message);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
