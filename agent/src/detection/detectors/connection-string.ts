import type { Detector, Verdict } from "../detector.ts";

/** A place for a password, not one: `${DB_PASSWORD}`, `<password>`, `{{ pass }}`, `%s`, `$PASS`, `***`, `...`. */
const PLACEHOLDER = /^(?:\$.*|<.*|\{.*|%[sdv]|%[A-Za-z_]+%|\*+|x+|\.+|…|\[.*|#\{.*|process\.env.*)$/i;
/** A password that everybody knows: the default of an image or a manual. */
const DEFAULT =
  /^(?:admin|change-?_?me|changeit|demo|dev|development|dummy|example|foo|bar|guest|letmein|mypass(?:word)?|mysecret(?:password)?|pass|passwd|password|postgres|pw|pwd|root|sa|sample|secret|test|testing|user|wachtwoord|your-?_?(?:password|secret)|1234(?:5(?:6(?:78)?)?)?)[\d!]*$/i;
const EXAMPLE_HOST = /^(?:[\w.-]+\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|host|hostname|server)$/i;
const THIS_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal)$/i;

const URI = /^([a-z][a-z0-9+.-]*):\/\/([^:@/\s]*):([^@/\s]+)@(\[[0-9a-f:.]+\]|[^:/?#\s"'`,;)}\]]+)/i;
const PAIR = /(?:^|[;?&])\s*(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*("[^"]*"|'[^']*'|[^;&"'\s]+)/i;
const PAIR_HOST =
  /(?:(?:^|;)\s*(?:server|data source|host|addr|address|endpoint|accountname)\s*=\s*|^jdbc:[a-z0-9:]+\/\/)([^;,:/?\s]+)/i;

function parts(value: string): { password: string; host: string; user: string; form: string } | null {
  const uri = URI.exec(value);
  if (uri) {
    const [, scheme = "", user = "", password = "", host = ""] = uri;
    return { password, host, user, form: `password in a ${scheme.toLowerCase().slice(0, 20)} address` };
  }
  const password = PAIR.exec(value)?.[1]?.replace(/^["']|["']$/g, "");
  const host = PAIR_HOST.exec(value)?.[1];
  return password && host ? { password, host, user: "", form: "password in a list of settings" } : null;
}

function check({ value }: { value: string }): Verdict | null {
  const found = parts(value);
  if (!found || PLACEHOLDER.test(found.password)) return null;
  const reasons = [found.form];
  if (DEFAULT.test(found.password) || found.password === found.user)
    return { reasons, known: "password is a well-known default or placeholder" };
  if (EXAMPLE_HOST.test(found.host)) return { reasons, known: "host reserved for documentation" };
  if (THIS_MACHINE.test(found.host))
    return { reasons: [...reasons, "for the same machine only"], severity: "medium" };
  return { reasons };
}

export const connectionString = {
  id: "connection-string",
  entityType: "CONNECTION_STRING",
  rule: "secret.connection_string",
  category: "credential",
  severity: "critical",
  trigger: /:\/\/[^\s/@:]{0,80}:|(?:password|pwd|accountkey|sharedaccesskey)\s?=/gi,
  reach: { before: 300, after: 400 },
  pattern:
    /(?<![A-Za-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/"'`<>]{0,80}:[^\s@/"'`]{1,200}@[^\s"'`<>,;)}]{1,200}|(?<![A-Za-z])(?:server|data source|host|addr|address|endpoint|accountname|defaultendpointsprotocol)\s?=[^;\n"'`]{1,120}(?:;[^;=\n"'`]{1,40}=(?:[^;\n"'`]{0,120})){1,12}|jdbc:[a-z0-9:]{1,40}\/\/[^\s"'`?;]{1,200}[?;][^\s"'`<>]{1,300}/gi,
  contextWords: [],
  check,
  confidence: { bare: 0.92, context: 0.92 },
  visible: { head: 0, tail: 0 },
  references: [
    "RFC 3986 section 3.2.1",
    "learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax",
  ],
  examples: {
    match: [
      "DATABASE_URL=postgres{{join}}://winkel:{{password:a}}@db.fictief.nl:5432/winkel",
      "redis{{join}}://:{{password:b}}@cache.fictief.nl:6379/0",
      "Server=db.fictief.nl;Database=hr;User Id=hr;Password={{password:c}};",
      "jdbc:postgresql://db.fictief.nl:5432/hr?user=hr&password={{password:d}}",
      "postgres{{join}}://app:changeme@db.fictief.nl/x",
    ],
    ignore: [
      "postgres://app:${DB_PASSWORD}@db.fictief.nl/x",
      "mysql://root:<password>@db.fictief.nl/x",
      "https://fictief.nl:8080/pad@1.2",
      "https://fictief.nl/a:b@c",
      "Server=db.fictief.nl;Database=hr;Integrated Security=true;",
      "password=geheim",
    ],
  },
} as const satisfies Detector;
