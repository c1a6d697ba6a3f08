import { z } from "zod";

export const TERM_KINDS = ["bsn", "email", "phone", "iban", "name", "birthDate", "text"] as const;
/** `text`: a number or code of the organisation's own. */
export type TermKind = (typeof TERM_KINDS)[number];

/** What lies in the box of a subject search: what a person is recognised by, as it was typed. */
export const subjectTerms = z.strictObject({
  v: z.literal(1),
  /** When it was sealed: an old box is not searched for again. */
  madeAt: z.int().nonnegative(),
  terms: z
    .array(z.strictObject({ kind: z.enum(TERM_KINDS), value: z.string().min(1).max(200) }))
    .min(1)
    .max(12),
});
export type SubjectTerms = z.infer<typeof subjectTerms>;

/** An agent opens no box that is older, so that nobody can keep it and ask again. */
export const BOX_LIFETIME_MS = 7 * 86_400_000;
