/** The questions on what an AI model is used for, and what the answers point to. */
export const aiUseEn = {
  ask: "Answer questions on how the model is used",
  intro:
    "With the answers the scan indicates the risk class under the AI Act. Only these choices are sent; there is no room for names.",
  domain: "What is it used for?",
  domainHint: "The areas of Annex III to the AI Act. Choose the one that comes nearest to its purpose.",
  domainPlaceholder: "Choose an area",
  domainMissing: "Choose an area, or the last choice when it is none of these.",
  areas: {
    product: "a safety part of a product, such as a machine, toy, lift or medical device (Annex I)",
    none: "none of these",
  },
  autonomy: "What becomes of its result?",
  autonomies: {
    decides: "It decides by itself",
    advises: "A person decides by it",
    prepares: "It only prepares a task, such as sorting or converting",
  },
  autonomyMissing: "Choose what becomes of its result.",
  persons: "Whom is the result about?",
  personNames: {
    customers: "customers",
    workers: "workers",
    applicants: "job applicants",
    pupils: "pupils and students",
    patients: "patients",
    citizens: "citizens",
    children: "children",
  },
  what: "What does it do?",
  profiling: "It profiles people: it evaluates their work, health, means, interests or behaviour",
  conversation: "People talk with it",
  generates: "It makes text, pictures, sound or film",
  practices: "Does it do any of these?",
  practicesHint: "Article 5 of the AI Act forbids them, with exceptions that a lawyer has to weigh.",
  title: "Risk class of its use",
  subtitle:
    "An indication from the answers given with the scan, and no verdict: exceptions and facts are for a lawyer to weigh.",
  classes: {
    prohibited: "May be a prohibited practice",
    high: "Points to high risk",
    transparency: "Duties of transparency",
    minimal: "No duty that follows from the answers",
  },
  answers: "The answers",
  noAnswers:
    "No questions on its use were answered with this scan, so there is no indication of the risk class. Start a new scan to answer them.",
};
