import { z } from "zod";

/** A text and how it goes on, which nobody can guess: a model that writes the end has seen the text. */
export const canary = z.strictObject({
  /** For the report; never a value. */
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, "must be a short name without spaces"),
  prefix: z.string().min(8).max(2_000),
  suffix: z.string().min(8).max(500),
});
export type Canary = z.infer<typeof canary>;

/** The customer's file: `canaries: [{ id, prefix, suffix }]`. */
export const canaryFile = z.strictObject({
  canaries: z
    .array(canary)
    .min(1)
    .max(200)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "must have an id of its own each")
    .refine(
      (all) => all.every(({ prefix, suffix }) => !plain(prefix).includes(plain(suffix))),
      "must not have the suffix in the prefix",
    ),
});

/** Whether an answer goes on as the text did; white space and case are how it is set, not what it says. */
export function repeats({ prefix, suffix }: Canary, answer: string): boolean {
  const said = plain(answer);
  const begun = plain(prefix);
  const rest = said.startsWith(begun) ? said.slice(begun.length) : said;
  return rest.includes(plain(suffix));
}

const plain = (text: string) => text.replace(/\s+/g, "").toLowerCase();
