import { shannonEntropy } from "./random-looking.ts";

/** What a manual writes into a token's form. Six letters and more, since chance writes shorter words into long tokens. */
const WORDS =
  /exampl[e3]|sample|dummy[-_]|placeholder|change[-_]?me|changeit|replace[-_]?(?:me|this|with)|insert[-_]?(?:your|here)|your[-_](?:[a-z]{2}|own)|your(?:api|secret|token|access|client|password|account)|redacted|masked|not[-_]?a?[-_]?real|invalid[-_]|foobar|deadbeefdead/i;
/** The order of the keyboard, the alphabet and the digits. */
const IN_ORDER = /0123456789|1234567890|9876543210|abcdefghij|qwertyuiop/i;
/** One character over and over. */
const RUN = /(.)\1{3,}/gi;
const RUNS_SHARE = 0.35;
/** A few characters over and over, at the end. */
const REPEATED = /(.{1,8})\1{3,}.{0,7}$/;
const REPEATED_SHARE = 0.6;
const FEWEST_CHARACTERS = 5;
const TAIL = 20;
/** Bits per character. */
const LOW = 2.9;

/** How a token of a provider's own form came to be: drawn at random, of few different characters, or typed to fill the form. */
export function tokenOrigin(token: string): "random" | "monotonous" | "typed" {
  const runs = (token.match(RUN) ?? []).join("").length;
  const repeated = REPEATED.exec(token)?.[0].length ?? 0;
  if (
    new Set(token.slice(-TAIL).toLowerCase()).size < FEWEST_CHARACTERS ||
    runs > token.length * RUNS_SHARE ||
    repeated > token.length * REPEATED_SHARE ||
    WORDS.test(token) ||
    IN_ORDER.test(token)
  )
    return "typed";
  return token.length >= 16 && shannonEntropy(token.slice(-64)) < LOW ? "monotonous" : "random";
}
