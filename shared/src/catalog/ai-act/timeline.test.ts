import { expect, test } from "vitest";
import { PROVISIONS } from "../legal.ts";
import { AI_ACT_DUTIES, AI_ACT_TIMELINE, type AiActDuty, appliesFrom } from "./timeline.ts";

test("the days stand in order, and each duty has one", () => {
  const days = Object.values(AI_ACT_TIMELINE).map(({ date }) => date);
  expect(days).toEqual(days.toSorted());
  for (const day of days) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
  for (const duty of Object.keys(AI_ACT_DUTIES) as AiActDuty[]) expect(days).toContain(appliesFrom(duty));
});

test.each(Object.keys(AI_ACT_DUTIES) as AiActDuty[])(
  "article %s applies from the day its provision says",
  (duty) => {
    const article = /^\d+/.exec(duty)?.[0] ?? "";
    const provision = (PROVISIONS as Record<string, { validFrom: string }>)[`AIA ${article}`];
    expect(appliesFrom(duty)).toBe(provision?.validFrom);
  },
);
