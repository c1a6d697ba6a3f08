import { createApp } from "./app.ts";
import { systemDeps } from "./deps.ts";

export { TenantHub } from "./hub/tenant-hub.ts";

export default createApp(systemDeps);
