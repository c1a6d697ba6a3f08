import type { CDPSession, Page } from "playwright-core";

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** One for each page, for all who ask: each takes its listeners away again, and what it turned on stays on for the next visit. */
export function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? opened(page);
  sessions.set(page, known);
  return known;
}

/** What it asks for is told to whoever listens. */
async function opened(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  return session;
}
