/** What the shared dispatcher is given here: the hub's own rows. */
import type * as dispatch from "@dataguardian/shared/dispatch";
import type { JobRow } from "../db/ledger/open-jobs.ts";

export type DispatchState = dispatch.DispatchState<JobRow>;
export type PlannedGrant = dispatch.PlannedGrant<JobRow>;
