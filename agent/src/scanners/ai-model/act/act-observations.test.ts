import { ANNEX_III, type HighRiskArea, OBSERVATIONS } from "@dataguardian/shared/catalog";
import { expect, test } from "vitest";
import { actObservations } from "./act-observations.ts";
import { type CardFacts, NO_CARD } from "./facts-of-card.ts";

const FULL = Object.fromEntries(
  Object.entries(NO_CARD).map(([field, value]) => [field, typeof value === "boolean" ? true : value]),
) as unknown as CardFacts;
const seen = (facts: Partial<CardFacts>, more: { hasCard?: boolean; generative?: string | null } = {}) =>
  actObservations({
    facts: { ...FULL, ...facts },
    hasCard: true,
    generative: null,
    isDerived: false,
    ...more,
  });
const rules = (...given: Parameters<typeof seen>) =>
  seen(...given).map(({ type }) => OBSERVATIONS[type].rule);

test("a full card gives nothing, also of a model that makes content", () => {
  expect(rules({})).toEqual([]);
  expect(rules({}, { generative: "makes text" })).toEqual([]);
});

test("without a card there is one finding; what a generative model owes besides is of its own", () => {
  expect(rules(NO_CARD, { hasCard: false })).toEqual(["ai.model_card_missing"]);
  expect(rules(NO_CARD, { hasCard: false, generative: "makes text" })).toEqual([
    "ai.model_card_missing",
    "ai.training_summary_missing",
    "ai.no_marking",
  ]);
});

test("each thing that is missing is named, with its article and from when it applies", () => {
  const [incomplete] = seen({ limitations: false, metrics: false });
  expect(incomplete?.reasons).toEqual([
    "the card does not say: limitations, evaluation results",
    "article 13 of the AI Act, from 2027-12-02: instructions for use, if the model is part of a high-risk system",
  ]);
  expect(seen({ bias: false })[0]?.reasons[1]).toContain("article 10(2)(f) of the AI Act, from 2027-12-02");
  expect(seen({ licence: false })[0]?.reasons[1]).toContain(
    "article 53(1)(c) of the AI Act, from 2025-08-02",
  );
  const generative = { generative: "makes text" };
  expect(seen({ marking: false }, generative)[0]?.reasons).toContain(
    "article 50(2) of the AI Act, from 2026-08-02: marking of output",
  );
  expect(rules({ marking: false, trainingSummary: false })).toEqual([]);
});

test("no reason is longer or more than a finding may hold, and none is a verdict", () => {
  const everything = seen(
    { ...NO_CARD, areas: Object.keys(ANNEX_III) as HighRiskArea[] },
    { generative: "its configuration names a class that makes content" },
  );
  for (const { reasons } of everything) {
    expect(reasons.length).toBeLessThanOrEqual(12);
    for (const reason of reasons) {
      expect(reason.length).toBeLessThanOrEqual(160);
      expect(reason).not.toMatch(/prohibited|is (?:a )?high-risk|violat|illegal/i);
    }
  }
});
