import type { QueueReply } from "@dataguardian/shared/api";
import type { Call } from "../call.ts";
import { priorityName } from "../scan/view.ts";

/** A person reads the head of a queue; its length is in the numbers. */
const MAX_ITEMS = 200;

/** The hub knows all of it: D1 is not asked. */
export async function readQueue({ hub }: Call): Promise<QueueReply> {
  const { running, waiting, head } = await hub.queueHead(MAX_ITEMS);
  return {
    running,
    waiting,
    items: head.map(({ band, ...item }) => ({ ...item, priority: priorityName(band) })),
  };
}
