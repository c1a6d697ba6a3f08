/** Plays days through beside the page: a large organisation takes seconds. One question, one answer, by its number. */
import { planFleet, planInput } from "@dataguardian/shared/capacity";

addEventListener("message", ({ data }: MessageEvent<{ id: number; input: unknown }>) => {
  postMessage({ id: data.id, plan: planFleet(planInput.parse(data.input)) });
});
