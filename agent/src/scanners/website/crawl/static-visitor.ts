import { CookieJar } from "../network/cookie-jar.ts";
import { logIn, type LoginOutcome, type LoginStep } from "./login.ts";
import type { Scope } from "./site.ts";
import type { SiteFetch, SiteVisitor } from "./site-scan.ts";
import { StaticLoginPage } from "./static-login.ts";
import { STATIC_REASONS, visitStatically } from "./static-visit.ts";

/** Without a browser: what the server sends, and plain forms to log in with. */
export class StaticVisitor implements SiteVisitor {
  readonly notTested = [STATIC_REASONS.noBrowser, STATIC_REASONS.noScripts];
  readonly visit = visitStatically;
  session: CookieJar | undefined;

  logIn(steps: readonly LoginStep[], scope: Scope, fetch: SiteFetch): Promise<LoginOutcome> {
    this.session = new CookieJar();
    return logIn(new StaticLoginPage(fetch), steps, scope);
  }
}
