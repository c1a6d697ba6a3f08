/** How to log in to a website: what a person did once, step by step. */
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import { ConfigError, type Fault, faultsOf, yamlFault } from "./faults.ts";
import { readSecret } from "./secret.ts";

/** As CSS has it. */
const selector = z.string().min(1, "must not be empty").max(500);

/** A value to fill in may be `env:NAME` or `file:PATH`, as every credential (P4). */
export const loginStep = z.union(
  [
    z.strictObject({ goto: z.url({ protocol: /^https?$/ }).max(2_048) }),
    z.strictObject({ fill: selector, value: z.string().min(1).max(4_096) }),
    z.strictObject({ click: selector }),
    z.strictObject({ expect: selector }),
  ],
  "must be one of goto, fill with value, click and expect",
);
export const loginSteps = z
  .array(loginStep)
  .min(2, "needs a step that goes to the login page, and one that tells that it worked")
  .max(50)
  .refine((steps) => steps[0] !== undefined && "goto" in steps[0], "must begin with goto")
  .refine((steps) => {
    const last = steps.at(-1);
    return last !== undefined && "expect" in last;
  }, "must end with expect: an element that only someone who is logged in sees");
/** A step with its value as it is to be filled in. */
export type PlainLoginStep = z.infer<typeof loginStep>;

/** Reads the values of the steps. The fault names the step, never what was to be read. */
export async function readLogin(
  steps: readonly PlainLoginStep[],
  baseDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ ok: true; steps: PlainLoginStep[] } | { ok: false; faults: Fault[] }> {
  const faults: Fault[] = [];
  const read: PlainLoginStep[] = [];
  for (const [index, step] of steps.entries()) {
    if (!("value" in step)) {
      read.push(step);
      continue;
    }
    const secret = await readSecret(step.value, baseDir, env);
    if (secret.ok) read.push({ ...step, value: secret.value });
    else faults.push({ path: `[${index}].value`, sentence: secret.sentence });
  }
  return faults.length === 0 ? { ok: true, steps: read } : { ok: false, faults };
}

/** The steps in a file of their own, for the command line. Throws `ConfigError`. */
export async function loadLogin(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<PlainLoginStep[]> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new ConfigError(file, [{ path: "", sentence: "cannot be read. Give its place with --login." }]);
  });
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) throw new ConfigError(file, document.errors.map(yamlFault));
  const parsed = loginSteps.safeParse(document.toJS() ?? [], { reportInput: true });
  if (!parsed.success) throw new ConfigError(file, faultsOf(parsed.error));
  const read = await readLogin(parsed.data, dirname(resolve(file)), env);
  if (!read.ok) throw new ConfigError(file, read.faults);
  return read.steps;
}
