import type { Smell, SmellFinder } from "./smell.ts";

/** A score of a person, compared with a number. */
const SCORE =
  /\b[\w.$>-]*(?:credit|risk|fraud|trust|eligibility|candidate|applicant|kandidaat|krediet|risico|fraude)[_]?(?:score|rating|level|probability|prediction|class)\b\s*(?:<=?|>=?)\s*[\w.]+/gi;
/** The part of it that no text is without which holds one: most texts are told by it in one go. */
const MAY_SCORE =
  /(?:credit|risk|fraud|trust|eligibility|candidate|applicant|kandidaat|krediet|risico|fraude)_?(?:score|rating|level|probability|prediction|class)/i;
/** What then happens to that person. */
const OUTCOME =
  /\b(?:reject(?:ed|Application|Candidate)?|den(?:y|ied)|declined?|approved?|refused?|block(?:User|Account|ed)|suspend(?:ed)?|terminate|afwijzen|afgewezen|weigeren|geweigerd|goedgekeurd|toekennen|blokkeren)\b/i;
const REVIEW = /\b(?:review|manual|human|queueFor|handmatig|beoordelaar|escalate)\w*/i;
const BLOCK_CHARS = 300;

/** A decision about a person that a program takes by a score. An indication: whether it has legal effect, code does not say. */
export const automatedDecision: SmellFinder = function* (source): Generator<Smell, void, undefined> {
  const { text } = source;
  if (!MAY_SCORE.test(text)) return;
  for (const { 0: comparison, index } of source.code.matchAll(SCORE)) {
    const block = text.slice(index, index + BLOCK_CHARS);
    const outcome = OUTCOME.exec(block);
    if (!outcome || REVIEW.test(block)) continue;
    yield {
      type: "AUTOMATED_DECISION",
      confidence: 0.6,
      offset: index,
      length: comparison.length,
      reasons: [`a score decides on '${outcome[0].toLowerCase()}', with no review by a person near`],
    };
  }
};
