/** Entry of the console's worker: the engine in the browser, so that what is typed to try a rule with stays there. */
import type { RuleTestReply, RuleTestRequest } from "@dataguardian/shared/rule-test";
import { tryRule } from "./try-rule.ts";

interface WorkerScope {
  addEventListener(type: "message", listen: (event: { data: RuleTestRequest }) => void): void;
  postMessage(reply: RuleTestReply): void;
}

const scope = globalThis as unknown as WorkerScope;
scope.addEventListener("message", ({ data }) => scope.postMessage(tryRule(data)));
