export { loadAiUse } from "./ai-use.ts";
export { loadCanaries } from "./canaries.ts";
export { ConfigError } from "./faults.ts";
export { loadDetectionConfig } from "./detection-config.ts";
export { controlPlaneUrlFault } from "./cross-checks.ts";
export { loadLogin } from "./login-steps.ts";
export { type AgentConfig, loadConfig } from "./load.ts";
export { loadProcessingRecord } from "./processing-record.ts";
export { readSecret } from "./secret.ts";
