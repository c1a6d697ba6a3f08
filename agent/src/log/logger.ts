import { EVENTS, LOG_LEVELS, type LogEvent, type LogLevel } from "./events.ts";
import { admit, type LogFields } from "./fields.ts";

export type Log = (event: LogEvent, fields?: LogFields) => void;

export interface LogOutput {
  write(line: string): void;
  /** True prints a short line for people, false one JSON object a line. */
  human: boolean;
  minLevel: LogLevel;
  /** Milliseconds since 1970, for the time stamp only. */
  wallClock: () => number;
}

/** A logger that can say nothing but the events of `EVENTS` with the fields of `FIELDS` (P5). */
export function createLog(output: LogOutput): Log {
  const least = LOG_LEVELS.indexOf(output.minLevel);
  return (event, fields = {}) => {
    const [level, sentence] = EVENTS[event];
    if (LOG_LEVELS.indexOf(level) < least) return;
    const admitted = admit(fields);
    const time = new Date(output.wallClock()).toISOString();
    if (output.human) {
      const rest = Object.entries(admitted).map(([name, value]) => `${name}=${value}`);
      output.write([time.slice(11, 19), level.padEnd(5), sentence, ...rest].join(" ") + "\n");
    } else {
      output.write(JSON.stringify({ time, level, event, ...admitted }) + "\n");
    }
  };
}

/** Logs to standard error: short lines on a terminal, JSON lines elsewhere. */
export function stderrLog(minLevel: LogLevel = "info"): Log {
  return createLog({
    write: (line) => void process.stderr.write(line),
    human: process.stderr.isTTY === true,
    minLevel,
    wallClock: Date.now,
  });
}
