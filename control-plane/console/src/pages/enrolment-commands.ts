/** What an administrator types on the machine of a new agent. */

const KEY_FILE = "tenant.key";

/** A configuration to start from: it allows two folders, and nothing else. */
export function agentConfig(origin: string): string {
  return `controlPlane:
  url: ${origin}
dataDir: ./agent-data
tenantKeyFile: ./${KEY_FILE}
policy:
  kinds: [code, document, image]
  roots:
    - /srv/repositories
    - /srv/shares
`;
}

export const COMMANDS = {
  createKey: `npx dataguardian key create --file ${KEY_FILE}`,
  enrol: (origin: string, token: string) =>
    `npx dataguardian agent enroll --config agent.yaml --url ${origin} --token ${token}`,
  run: "npx dataguardian agent run --config agent.yaml",
} as const;
