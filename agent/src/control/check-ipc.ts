/** What the agent and the process that tries a database say to each other, besides what a job says of connections. */
import { sourceCheck } from "@dataguardian/shared/domain";
import { z } from "zod";
import { fromJob, type FromJob, jobStart } from "./ipc.ts";

export const checkStart = z.object({ access: jobStart.shape.database.unwrap(), isPooled: z.boolean() });
export type CheckStart = z.infer<typeof checkStart>;

const checked = z.object({ t: z.literal("checked"), check: sourceCheck });
export type CheckFromChild = z.infer<typeof checked> | FromJob;

export const checkFromChild: z.ZodType<CheckFromChild> = z.union([checked, fromJob]);
