import { isPlaceholder } from "../../../checks/placeholder.ts";
import { standsForSomething } from "../../../checks/secret-value.ts";
import type { Verdict } from "../../../detector.ts";

/** Passwords of manuals and of a product's first start, which stand in every example. */
const OF_MANUALS =
  /^(?:p(?:ass)?|pass(?:wo?r)?d?|pwd?|secret|user|username|your[-_]?pass(?:word)?|my[-_]?pass(?:word)?|mysecretpassword|some[-_]?password|token|key|auth|credentials?|abc|xyz|foo|bar|baz|hunter|db[-_]?pass(?:word)?|tiger|letmein|b|x|y|z)$/i;
export const HERE = /^\[?(?:localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|host\.docker\.internal)\b/i;
const RESERVED =
  /(?:^|\.)(?:example|test|invalid)(?:\.(?:com|org|net))?$|^(?:host|hostname|server|myhost|yourhost|db-?host|domain|ip|address)$/i;

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a password in an address or a connection string is worth by itself and by the host that it opens; null: none. */
export function connectionVerdict(encoded: string, host: string, reasons: readonly string[]): Verdict | null {
  const password = percentDecoded(encoded);
  if (password === "" || password.startsWith("{")) return null;
  if (/^[$%{<[(#]|[{}<>]|\$\{|^\*+$|^x+$|^\.+$|^%[A-Za-z_]+%$|^:[a-z]/.test(password)) {
    if (!/^[$%{<[(#].*[^\w)\]}>-].*\d/.test(password) || /\$\{|\{\{|^<|^%\w+%$|^%s/.test(password))
      return null;
  }
  if (OF_MANUALS.test(password)) return { reasons, known: "password of a manual" };
  if (standsForSomething(password) && !/\d/.test(password))
    return { reasons, known: "placeholder, not a credential" };
  if (isPlaceholder(password)) return { reasons, known: "placeholder, not a credential" };
  if (HERE.test(host))
    return { reasons: [...reasons, "on this very machine"], severity: "medium", confidence: 0.8 };
  if (RESERVED.test(host))
    return { reasons: [...reasons, "reserved host name"], severity: "medium", confidence: 0.7 };
  return { reasons };
}
