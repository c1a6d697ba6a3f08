import type { z } from "zod";
import type { queueSettingsRequest } from "@dataguardian/shared/api";
import { queueSettings } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";

/** Pausing lets what runs finish; nothing new starts (L14 says so to whoever waits). */
export async function configureQueue(
  call: Call,
  settings: z.infer<typeof queueSettingsRequest>,
): Promise<void> {
  requireRole(call, "admin");
  await call.scope.commit({ action: "queue.configure", subject: call.scope.tenantId }, [
    call.scope.put(queueSettings, settings),
  ]);
  await call.hub.settingsChanged();
}
