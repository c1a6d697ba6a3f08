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

# What this agent may be asked for. Nothing else runs, whatever the control plane says.
policy:
  kinds: [code, document, image, website]
  roots:
    - ${text(agent.root)}
  hosts:
${agent.hosts.map((host) => `    - ${text(host)}`).join("\n")}
`;
}
