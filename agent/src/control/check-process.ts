/** Entry of the process that tries to get into one database: a file of a stranger's, or a server's answer, may do to it what it will. */
import { type CheckFromChild, checkStart } from "./check-ipc.ts";
import { tryDatabase } from "./database-verdict.ts";
import { PoolClient } from "./pool-client.ts";

const tell = (message: CheckFromChild) => void process.send?.(message);

process.once("disconnect", () => process.exit());
process.once("message", (raw) => {
  const { access, isPooled } = checkStart.parse(raw);
  const permits = isPooled ? new PoolClient(tell) : undefined;
  if (permits) process.on("message", (more) => permits.hear(more));
  void tryDatabase(access, permits).then(
    ({ check }) => process.send?.({ t: "checked", check }, () => process.exit()),
    () => process.exit(1),
  );
});
