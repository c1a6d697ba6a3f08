/** Logs in as a person did once: the steps were written down, the secrets stay with the agent (P4). */
import { z } from "zod";
import { Sensitive } from "../../../detection/sensitive.ts";
import { placeInScope, type Scope } from "./site.ts";

const selector = z.string().min(1).max(500);

/** One step. A value to fill in may be `env:NAME` or `file:PATH`, as every credential. */
const loginStep = z.union(
  [
    z.strictObject({ goto: z.url({ protocol: /^https?$/ }).max(2_048) }),
    z.strictObject({ fill: selector, value: z.string().min(1).max(4_096) }),
    z.strictObject({ click: selector }),
    z.strictObject({ waitFor: selector }),
  ],
  "must be one of goto, fill with value, click and waitFor",
);
export type LoginStep = z.infer<typeof loginStep>;
export const loginSteps = z.array(loginStep).min(1).max(50);

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
 * Takes the steps one by one. `secretOf` reads a value, or gives null where it cannot be read. The reason says which step
 * failed, by its number: a browser's own words may hold what was filled in.
 */
export async function logIn(
  page: LoginPage,
  steps: readonly LoginStep[],
  scope: Scope,
  secretOf: (setting: string) => Promise<Sensitive<string> | null>,
  timeout = STEP_MS,
): Promise<LoginOutcome> {
  for (const [index, step] of steps.entries()) {
    const failed = (why: string): LoginOutcome => ({ ok: false, reason: `login step ${index + 1}: ${why}` });
    // Secrets are for this site alone, wherever a step before may have led.
    const isHere = placeInScope(new URL("goto" in step ? step.goto : page.url()), scope) === "own";
    if (!isHere) return failed("leads to another site");
    try {
      if ("goto" in step) await page.goto(step.goto, { timeout });
      else if ("click" in step) await page.click(step.click, { timeout });
      else if ("waitFor" in step) await page.waitForSelector(step.waitFor, { timeout });
      else {
        const secret = await secretOf(step.value);
        if (secret === null) return failed("its value cannot be read");
        await page.fill(step.fill, Sensitive.reveal(secret), { timeout });
      }
    } catch {
      return failed("goto" in step ? "the page does not load" : "its element is not there");
    }
  }
  return { ok: true };
}
