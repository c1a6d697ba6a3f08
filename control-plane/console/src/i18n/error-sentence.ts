import { ApiError } from "../api/errors.ts";
import type { Text } from "./text.tsx";

/** What went wrong and what to do: by public code where we know it, else in the server's own English words. */
export function errorSentence({ t }: Pick<Text, "t">, error: unknown): string {
  if (!(error instanceof ApiError)) return t.errors.unexpected;
  if (error.code === "network") return t.errors.network;
  const { title: _title, actionTitle: _actionTitle, ...byCode } = t.errors;
  const known = Object.hasOwn(byCode, error.code) ? byCode[error.code as keyof typeof byCode] : undefined;
  if (error.code === "invalid_request" && error.message !== "")
    return `${t.errors.invalid_request} ${error.message}`;
  if (known !== undefined) return known;
  if (error.status >= 500) return t.errors.server;
  return error.message === "" ? t.errors.server : error.message;
}
