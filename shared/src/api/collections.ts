/** Lists as the API returns them. `next` is the cursor of the following page; null on the last one. */
import { z } from "zod";
import { agentView, auditEntry, scanListItem, sourceView, tokenCreated, tokenView } from "./resources.ts";

const next = z.string().nullable();

export const scanPage = z.object({ scans: z.array(scanListItem), next });
export const agentList = z.object({ agents: z.array(agentView) });
export const sourceList = z.object({ sources: z.array(sourceView) });
export const auditPage = z.object({ entries: z.array(auditEntry), next });

const usesLeft = z.int();
export const enrolmentTokenView = tokenView.extend({ usesLeft });
export const enrolmentTokenCreated = tokenCreated.extend({ usesLeft });
export const enrolmentTokenList = z.object({ tokens: z.array(enrolmentTokenView) });

const role = z.enum(["owner", "admin", "member"]);
export const apiTokenView = tokenView.extend({ role });
export const apiTokenCreated = tokenCreated.extend({ role });
export const apiTokenList = z.object({ tokens: z.array(apiTokenView) });
