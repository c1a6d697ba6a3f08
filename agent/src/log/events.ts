/** Every line the agent can log: an event name for machines, a sentence for people. There is no free-text message. */
export const EVENTS = {
  agent_started: ["info", "agent started"],
  agent_stopped: ["info", "agent stopped"],
  connected: ["info", "connected to the control plane"],
  disconnected: ["warn", "connection to the control plane lost"],
  connect_failed: ["warn", "cannot reach the control plane, trying again"],
  connection_silent: ["warn", "the control plane has gone silent, reconnecting"],
  transport_fallback: ["warn", "WebSockets seem to be blocked, using long polling"],
  transport_upgrade: ["info", "WebSockets work again, leaving long polling"],
  connection_refused: ["error", "the control plane refuses this agent"],
  bad_frame: ["warn", "ignored a frame that breaks the protocol"],
  hub_error: ["warn", "the control plane reports an error"],
  job_granted: ["debug", "job offered"],
  job_refused: ["warn", "job refused by the policy"],
  job_started: ["info", "job started"],
  job_scanned: ["info", "scan finished, uploading"],
  job_checkpoint: ["info", "the control plane knows how far the job is"],
  job_resumed: ["info", "the job goes on where an earlier lease stood"],
  job_settled: ["info", "job settled"],
  job_failed: ["warn", "job failed"],
  job_cancelled: ["info", "job cancelled"],
  job_handed_back: ["info", "job handed back"],
  lease_lost: ["warn", "lease lost, job stopped and its results deleted"],
  lease_recovered: ["info", "a finished result from before the restart waits for upload"],
  upload_retry: ["warn", "upload failed, trying again"],
  spool_cleaned: ["debug", "deleted left-over files"],
  drain_started: ["info", "draining: no new jobs, finishing what runs"],
  drain_deadline: ["warn", "drain deadline reached, handing back what is left"],
  source_checked: ["info", "tried to get into a database, as the control plane asked"],
  local_request: ["debug", "request on the local socket"],
} as const satisfies Record<string, readonly [LogLevel, string]>;

export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogEvent = keyof typeof EVENTS;
