import type {
  RuleTestReply,
  RuleTestRequest,
  RuleTestResult,
  RuleTestFault,
} from "@dataguardian/shared/rule-test";
import { useEffect, useRef, useState } from "react";
import RuleEngine from "rule-engine?worker";

/** Typing goes on; what stands there after a moment is tried. */
const AFTER_TYPING_MS = 200;
/** Patterns take time in proportion to the text, so that this is for a text of megabytes. */
const GIVE_UP_MS = 8_000;

export type RuleTest =
  | { state: "idle" | "running" | "slow" | "broken" }
  | { state: "done"; result: RuleTestResult; text: string }
  | { state: "fault"; fault: RuleTestFault };

/** Tries a rule with a text in a worker of this page, which the text does not leave. Null: there is nothing to try yet. */
export function useRuleTest(rule: object | null, text: string): RuleTest {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [test, setTest] = useState<RuleTest>({ state: "idle" });
  const stop = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => stop, []);
  const written = rule === null ? null : JSON.stringify(rule);
  useEffect(() => {
    if (written === null) {
      asked.current++;
      setTest({ state: "idle" });
      return;
    }
    let giveUp: ReturnType<typeof setTimeout> | undefined;
    const start = setTimeout(() => {
      const id = ++asked.current;
      worker.current ??= new RuleEngine();
      const settle = (outcome: RuleTest) => {
        clearTimeout(giveUp);
        setTest(outcome);
      };
      giveUp = setTimeout(() => {
        stop();
        settle({ state: "slow" });
      }, GIVE_UP_MS);
      worker.current.onmessage = ({ data }: MessageEvent<RuleTestReply>) => {
        if (data.id !== asked.current) return;
        settle(
          "fault" in data
            ? { state: "fault", fault: data.fault }
            : { state: "done", result: data.result, text },
        );
      };
      worker.current.onerror = () => {
        stop();
        settle({ state: "broken" });
      };
      setTest((before) => (before.state === "done" ? before : { state: "running" }));
      worker.current.postMessage({ id, rule: JSON.parse(written), text } satisfies RuleTestRequest);
    }, AFTER_TYPING_MS);
    return () => {
      clearTimeout(start);
      clearTimeout(giveUp);
    };
  }, [written, text]);
  return test;
}
