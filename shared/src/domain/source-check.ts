import { z } from "zod";
import { CONNECTION_DOUBTS, CONNECTION_FAULTS } from "./vocabulary.ts";

/** How a try to get into a database went. Codes alone: where it is, and what its server said, stays with the agent (P4, P5). */
export const sourceCheck = z.strictObject({
  /** Null: it can be read. */
  fault: z.enum(CONNECTION_FAULTS).nullable(),
  doubts: z.array(z.enum(CONNECTION_DOUBTS)).max(CONNECTION_DOUBTS.length),
  /** Tables that the login may read, of those that there are; absent where that cannot be told. */
  tables: z.strictObject({ readable: z.int().nonnegative(), all: z.int().nonnegative() }).optional(),
});
export type SourceCheck = z.infer<typeof sourceCheck>;
