import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Another scanner or redactor: which stretches of a text it takes for sensitive, as texts. */
export interface Peer {
  name: string;
  finds: "secrets" | "personal data";
  /** The values that it reports or replaces. */
  find(text: string): Promise<string[]>;
}

interface SecretlintMessage {
  range: [number, number];
}

/** The peers that are installed below a folder. */
export async function loadPeers(folder: string): Promise<Peer[]> {
  const require = createRequire(join(folder, "package.json"));
  const load = async <T>(name: string) => (await import(pathToFileURL(require.resolve(name)).href)) as T;
  const esm = async <T>(name: string) => {
    const home = join(folder, "node_modules", name);
    const { exports, module, main } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
      exports?: { "."?: { import?: { default?: string } | string } };
      module?: string;
      main?: string;
    };
    const entry = exports?.["."]?.import;
    const file = typeof entry === "string" ? entry : (entry?.default ?? module ?? main ?? "index.js");
    return (await import(pathToFileURL(join(home, file)).href)) as T;
  };

  const { lintSource } = await esm<{
    lintSource: (input: object) => Promise<{ messages: SecretlintMessage[] }>;
  }>("@secretlint/core");
  const preset = await esm<{ creator: object }>("@secretlint/secretlint-rule-preset-recommend");
  const rules = [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: preset.creator }];
  const { OpenRedaction } = await esm<{
    OpenRedaction: new (options: object) => {
      detect: (text: string) => Promise<{ detections: { value: string }[] }>;
    };
  }>("openredaction");
  const open = new OpenRedaction({ redactionMode: "placeholder" });
  const pii = await load<{ default: { SyncRedactor: new () => { redact: (text: string) => string } } }>(
    "redact-pii",
  );
  const redactPii = new pii.default.SyncRedactor();
  const redactpii = await load<{ Redactor?: new () => Redacts; default?: { Redactor: new () => Redacts } }>(
    "@redactpii/node",
  );
  const Redactor = redactpii.Redactor ?? redactpii.default?.Redactor;

  const peers: Peer[] = [
    {
      name: "secretlint",
      finds: "secrets",
      async find(text) {
        const source = { content: text, filePath: "/x.txt", ext: ".txt", contentType: "text" };
        const { messages } = await lintSource({ source, options: { config: { rules } } });
        return messages.map(({ range: [from, to] }) => text.slice(from, to));
      },
    },
    {
      name: "openredaction",
      finds: "personal data",
      find: async (text) => (await open.detect(text)).detections.map(({ value }) => value),
    },
    {
      name: "redact-pii",
      finds: "personal data",
      find: (text) => Promise.resolve(replaced(text, redactPii.redact(text))),
    },
  ];
  if (Redactor) {
    const one = new Redactor();
    peers.push({
      name: "@redactpii/node",
      finds: "personal data",
      find: (text) => Promise.resolve(replaced(text, one.redact(text))),
    });
  }
  return peers;
}

interface Redacts {
  redact: (text: string) => string;
}

/** What a redactor has put a placeholder for: the text between the parts that both have, placeholder by placeholder. */
function replaced(before: string, after: string): string[] {
  const values: string[] = [];
  const parts = after.split(/\b[A-Z]{2,}(?:_[A-Z]+)+\b|\[[A-Z_]+\]/);
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const place = i === 0 ? 0 : part === "" ? before.length : before.indexOf(part, at);
    if (place < 0) break;
    if (i > 0 && place > at) values.push(before.slice(at, place));
    at = place + part.length;
  }
  return values;
}
