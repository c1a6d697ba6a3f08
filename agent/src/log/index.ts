export { errorCode, type LogFields } from "./fields.ts";
export { createLog, type Log, stderrLog } from "./logger.ts";
export { LOG_LEVELS, type LogLevel } from "./events.ts";
