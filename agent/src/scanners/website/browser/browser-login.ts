/** A login in a browser's profile, which the crawl's visits and fetches then share. */
import type { BrowserContext } from "playwright-core";
import { logIn, type LoginOutcome, type LoginStep } from "../crawl/login.ts";
import type { Scope } from "../crawl/site.ts";
import type { Session } from "../network/cookie-jar.ts";
import { keepCalm } from "./clean-context.ts";

/** Many sites set their session after the page that says that all is well has been shown. */
const SETTLE_MS = 2_000;

export async function logInHere(
  context: BrowserContext,
  steps: readonly LoginStep[],
  scope: Scope,
): Promise<LoginOutcome> {
  const page = await context.newPage();
  try {
    keepCalm(page, () => {});
    const outcome = await logIn(page, steps, scope);
    if (outcome.ok) await page.waitForLoadState("networkidle", { timeout: SETTLE_MS }).catch(() => {});
    return outcome;
  } finally {
    await page.close().catch(() => {});
  }
}

/** The profile's cookies, as they are by then; it keeps what the browser is told itself, and no more. */
export class ProfileSession implements Session {
  readonly #profile: () => BrowserContext | null;

  constructor(profile: () => BrowserContext | null) {
    this.#profile = profile;
  }

  async cookiesFor(url: URL): Promise<string> {
    const cookies = (await this.#profile()?.cookies(url.href)) ?? [];
    return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  }

  keep(): void {}
}
