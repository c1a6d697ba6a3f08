import type { FindingMaker, Found } from "../../../pipeline/finding-maker.ts";
import { HINT_BELOW } from "@dataguardian/shared/domain";
import { weigh } from "./answer-evidence.ts";
import type { Probe } from "./probe.ts";

/** What the answers show: which prompt, and what kind of data; the answers themselves stay here. */
export function* probeFindings(probe: Probe, model: string, maker: FindingMaker): Generator<Found, void> {
  for (const name of probe.repeated) {
    const found = maker.observe(
      {
        type: "MODEL_REPEATS_TEXT",
        confidence: 0.95,
        reasons: ["the answer goes on exactly as the customer's own text does, which nobody can guess"],
        subject: "",
        count: 1,
        location: { path: model, member: name },
      },
      "",
    );
    if (found) yield found;
  }
  const counts = new Map<string, number>();
  let surest = 0;
  for (const written of probe.evidence.result()) {
    const match = weigh(written);
    const found = maker.make({ match, location: { path: model, member: written.prompts[0] } });
    if (found) yield found;
    if (match.confidence < HINT_BELOW) continue;
    surest = Math.max(surest, match.confidence);
    const { entityType } = match.detector;
    counts.set(entityType, (counts.get(entityType) ?? 0) + 1);
  }
  if (counts.size === 0) return;
  const found = maker.observe(
    {
      type: "MODEL_ANSWERS_WITH_PII",
      confidence: surest,
      reasons: [
        "values that came back in other answers, so that they are not the whim of one",
        ...[...counts].slice(0, 10).map(([type, count]) => `${type}: ${count}`),
      ],
      subject: "",
      count: [...counts.values()].reduce((sum, count) => sum + count, 0),
      location: { path: model },
    },
    "",
  );
  if (found) yield found;
}
