export { ConfigError } from "./faults.ts";
export { controlPlaneUrlFault } from "./cross-checks.ts";
export { type AgentConfig, loadConfig } from "./load.ts";
export { type Policy, policySchema, type SourceConfig } from "./schema.ts";
export { readSecret } from "./secret.ts";
