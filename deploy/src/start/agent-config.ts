import { join } from "node:path";
import { DEMO_DATABASE, DEMO_READER, type DemoLogin } from "./demo-database.ts";

/** The sample database: its file's name in the samples' folder, and the source that the agent calls it by. */
export const DATABASE_FILE = "webshop.sqlite";
export const DATABASE_SOURCE = "webshop";

/** The answers that `agent.yaml` of the local agent holds. */
export interface LocalAgent {
  url: string;
  name: string;
  dataDir: string;
  tenantKeyFile: string;
  /** The only folder this agent may be asked to scan. */
  root: string;
  /** Those of the sample site. */
  hosts: readonly string[];
  /** Where the sample database is on a server; null where it is a file. */
  database: DemoLogin | null;
}

/** `agent.yaml` as a person would write it. JSON strings are YAML strings, so paths need no rules of their own. */
export function agentYaml(agent: LocalAgent): string {
  const text = (value: string) => JSON.stringify(value);
  return `# Written by npm start; the agent reads it at every start. See README.md, "Adding an agent".
controlPlane:
  url: ${text(agent.url)}
name: ${text(agent.name)}
labels: [local]
slots: 2
dataDir: ${text(agent.dataDir)}
tenantKeyFile: ${text(agent.tenantKeyFile)}

# A database is scanned by the name of its source: where it is, and how to get in, stays here.
sources:
  - name: ${DATABASE_SOURCE}
    kind: database
${place(agent)}

# What this agent may be asked for. Nothing else runs, whatever the control plane says.
policy:
  kinds: [code, document, image, database, website, ai-model]
  sources: [${DATABASE_SOURCE}]
  subjectSearch: true
  roots:
    - ${text(agent.root)}
  hosts:
${agent.hosts.map((host) => `    - ${text(host)}`).join("\n")}
`;
}

function place({ root, database }: LocalAgent): string {
  if (database === null) return `    path: ${JSON.stringify(join(root, DATABASE_FILE))}`;
  const dsn = `postgres://${DEMO_READER}@127.0.0.1:${database.port}/${DEMO_DATABASE}`;
  return `    dsn: ${JSON.stringify(dsn)}
    credentials: { password: ${JSON.stringify(database.password)} }
    limits: { connections: 2 }`;
}
