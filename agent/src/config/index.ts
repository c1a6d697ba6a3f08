export { ConfigError } from "./faults.ts";
export { controlPlaneUrlFault } from "./cross-checks.ts";
export { type AgentConfig, loadConfig } from "./load.ts";
export { readSecret } from "./secret.ts";
