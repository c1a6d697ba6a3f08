import { createId } from "@dataguardian/shared/domain";
import { describe, expect, test } from "vitest";
import { createLog, errorCode, type LogFields } from "./index.ts";

const PLANTED = "j.jansen@voorbeeld.example";
const jobId = createId("job", 1_700_000_000_000, (size) => new Uint8Array(size).fill(7));

function capture(human: boolean) {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line), human, minLevel: "debug", wallClock: () => 0 });
  return { lines, log };
}

describe("P5: the logger", () => {
  test("writes one JSON object a line with the allowed fields", () => {
    const { lines, log } = capture(false);
    log("job_started", { jobId, epoch: 3, kind: "code" });
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      time: "1970-01-01T00:00:00.000Z",
      level: "info",
      event: "job_started",
      jobId,
      epoch: 3,
      kind: "code",
    });
    expect(lines[0]?.endsWith("}\n")).toBe(true);
  });

  test.each([true, false])("lets no planted value through, cast or not (human=%s)", (human) => {
    const { lines, log } = capture(human);
    const everyField = [
      ..."agentId tenantId scanId jobId epoch kind source code outcome reason transport errno".split(" "),
      ..."closeCode httpStatus delayMs durationMs attempt findings chunks units bytes running slots pid".split(
        " ",
      ),
      ..."message error stack msg __proto__ toString".split(" "),
    ];
    for (const field of everyField) {
      for (const value of [PLANTED, { toJSON: () => PLANTED }, [PLANTED], new Error(PLANTED)]) {
        log("job_failed", Object.fromEntries([[field, value]]) as unknown as LogFields);
      }
    }
    expect(lines.length).toBe(everyField.length * 4);
    expect(lines.join("")).not.toContain("jansen");
    expect(lines.join("")).toContain("[withheld]");
  });

  test("says less than the minimum level asks for", () => {
    const lines: string[] = [];
    const log = createLog({
      write: (l) => lines.push(l),
      human: false,
      minLevel: "warn",
      wallClock: () => 0,
    });
    log("job_started");
    log("job_failed", { code: "crash" });
    expect(lines).toHaveLength(1);
  });
});

test("errorCode names the cause and never quotes the message", () => {
  const inner = Object.assign(new Error(PLANTED), { code: "ECONNREFUSED" });
  expect(errorCode(new TypeError("fetch failed", { cause: inner }))).toBe("ECONNREFUSED");
  expect(errorCode(Object.assign(new Error("x"), { code: PLANTED }))).toBe("UNKNOWN");
  expect(errorCode("text")).toBe("UNKNOWN");
});
