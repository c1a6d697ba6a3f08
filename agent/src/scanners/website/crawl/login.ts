/** Logs in as a person did once: the steps were written down, the secrets stay with the agent (P4). */
import type { PlainLoginStep } from "../../../config/login-steps.ts";
import { Sensitive } from "../../../detection/sensitive.ts";
import { placeInScope, type Scope } from "./site.ts";

/** One step, its value ready to be filled in. */
export type LoginStep =
  | { goto: string }
  | { fill: string; value: Sensitive<string> }
  | { click: string }
  | { expect: string };

export function loginStepsOf(steps: readonly PlainLoginStep[]): LoginStep[] {
  return steps.map((step) => ("value" in step ? { ...step, value: new Sensitive(step.value) } : step));
}

/** What a browser's page can do, as Playwright has it. */
export interface LoginPage {
  goto(url: string, options: { timeout: number }): Promise<unknown>;
  fill(selector: string, value: string, options: { timeout: number }): Promise<void>;
  click(selector: string, options: { timeout: number }): Promise<void>;
  waitForSelector(selector: string, options: { timeout: number }): Promise<unknown>;
  url(): string;
}

const STEP_MS = 15_000;

export type LoginOutcome = { ok: true } | { ok: false; reason: string };

/**
 * Takes the steps one by one. The reason says which step failed, by its number: a browser's own words may hold what was
 * filled in.
 */
export async function logIn(
  page: LoginPage,
  steps: readonly LoginStep[],
  scope: Scope,
  timeout = STEP_MS,
): Promise<LoginOutcome> {
  let isSecure = false;
  for (const [index, step] of steps.entries()) {
    const failed = (why: string): LoginOutcome => ({ ok: false, reason: `step ${index + 1}: ${why}` });
    // Secrets are for this site alone, wherever a step before may have led.
    const at = new URL("goto" in step ? step.goto : page.url());
    if (placeInScope(at, scope) !== "own") return failed("leads to another site");
    if ("fill" in step && isSecure && at.protocol === "http:") return failed("leads to a page without TLS");
    try {
      if ("goto" in step) await page.goto(step.goto, { timeout });
      else if ("click" in step) await page.click(step.click, { timeout });
      else if ("expect" in step) await page.waitForSelector(step.expect, { timeout });
      else await page.fill(step.fill, Sensitive.reveal(step.value), { timeout });
      isSecure = at.protocol === "https:";
    } catch {
      return failed("goto" in step ? "the page does not load" : "its element is not there");
    }
  }
  return { ok: true };
}

const PASSWORD_FIELD = /pass|wacht|pwd|word|pin|secret|geheim|kenn|otp/i;
/** Shorter ones stand in any text. */
const MIN_SECRET_CHARS = 4;
const LONG_CHARS = 12;

/** A user's name such as `admin` is a word like any other, and stands in many an address. */
function isTelling(field: string, value: string): boolean {
  if (value.length < MIN_SECRET_CHARS) return false;
  return PASSWORD_FIELD.test(field) || value.length >= LONG_CHARS || /[^\p{Ll}]/u.test(value);
}

/** What was filled in, to be kept out of all that is told. */
export class FilledIn {
  readonly #values: readonly string[];

  constructor(steps: readonly LoginStep[]) {
    const filled = steps.flatMap((step) =>
      "value" in step ? [{ field: step.fill, value: Sensitive.reveal(step.value) }] : [],
    );
    this.#values = filled
      .filter(({ field, value }) => isTelling(field, value))
      .flatMap(({ value }) => [
        value,
        encodeURIComponent(value),
        new URLSearchParams({ v: value }).toString().slice(2),
        JSON.stringify(value).slice(1, -1),
      ]);
  }

  standsIn(text: string): boolean {
    return this.#values.some((value) => text.includes(value));
  }
}
