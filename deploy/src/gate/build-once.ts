/** Before the tests of this folder, which run side by side: none of them builds what another one serves. */
import { buildConsole, buildWorker } from "../stack/build.ts";

export async function setup(): Promise<void> {
  await Promise.all([buildWorker(), buildConsole()]);
}
