/** Worlds of our own in a page and its frames: scripts there see the elements, and no script of the page sees them. */
import type { CDPSession, Frame, Page } from "playwright-core";
import { sessionOf } from "./tab-session.ts";

export interface FrameWorld {
  isMain: boolean;
  /** In our own world; whatever it gives is the page's word no more than its elements are. */
  run(expression: string): Promise<unknown>;
  /** In the page's world, for what only its scripts know. */
  runInPage(code: string): Promise<unknown>;
}

/** Of what the browser's protocol says of frames (Page.getFrameTree). */
interface FrameTree {
  frame: { id: string; url: string };
  childFrames?: FrameTree[];
}

const MAX_FRAMES = 20;

/** The page itself first. Frames that are gone meanwhile are left out. */
export async function frameWorlds(page: Page, name: string): Promise<FrameWorld[]> {
  const session = await sessionOf(page);
  const worlds: FrameWorld[] = [];
  const add = async (own: CDPSession, tree: FrameTree, frame: Frame): Promise<void> => {
    if (worlds.length >= MAX_FRAMES) return;
    const world = await worldIn(own, tree.frame.id, frame, name).catch(() => null);
    if (world !== null) worlds.push(world);
    const left = [...(tree.childFrames ?? [])];
    for (const child of frame.childFrames()) {
      // A frame of another site has a process of its own, and is in no other's tree.
      const apart = await page
        .context()
        .newCDPSession(child)
        .catch(() => null);
      const at = left.findIndex(({ frame: { url } }) => url === child.url());
      const inner = apart === null ? left.splice(at, at < 0 ? 0 : 1)[0] : await treeOf(apart);
      if (inner !== undefined) await add(apart ?? own, inner, child);
    }
  };
  const tree = await treeOf(session);
  if (tree !== undefined) await add(session, tree, page.mainFrame());
  return worlds;
}

async function treeOf(session: CDPSession): Promise<FrameTree | undefined> {
  return session.send("Page.getFrameTree").then(
    ({ frameTree }) => frameTree,
    () => undefined,
  );
}

async function worldIn(
  session: CDPSession,
  frameId: string,
  frame: Frame,
  worldName: string,
): Promise<FrameWorld> {
  // The content security policy of the page does not reach here.
  const { executionContextId: contextId } = await session.send("Page.createIsolatedWorld", {
    frameId,
    worldName,
  });
  return {
    isMain: frame.parentFrame() === null,
    async run(expression) {
      const { result } = await session.send("Runtime.evaluate", {
        expression,
        contextId,
        returnByValue: true,
      });
      return result.value;
    },
    runInPage: (code) => frame.evaluate(code),
  };
}
