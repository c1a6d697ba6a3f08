export { loadAiUse } from "./ai-use.ts";
export { ConfigError } from "./faults.ts";
export { loadDetectionConfig } from "./detection-config.ts";
export { controlPlaneUrlFault } from "./cross-checks.ts";
export { type AgentConfig, loadConfig } from "./load.ts";
export { readSecret } from "./secret.ts";
