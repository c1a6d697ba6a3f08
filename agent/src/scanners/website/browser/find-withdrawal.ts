/** Whether a visitor who has agreed finds a way back on the page. */
import type { Page } from "playwright-core";
import { z } from "zod";
import { shownFrames } from "./find-banner.ts";
import { PAGE_TOOLS } from "./page-tools.ts";

const found = z.object({ control: z.boolean(), statement: z.string().max(2_048).nullable() });

const FIND = `(() => {
  const NAMED = /$^/; ${PAGE_TOOLS}
  const THING = /cookie|consent|toestemming|privacy|einwilligung|tracking|datenschutz|consentement|confidentialité|traceur/i;
  const ACT = /setting|preference|choice|manage|change|withdraw|revoke|instelling|voorkeur|keuze|beheer|wijzig|aanpassen|intrekken|einstellung|ändern|widerruf|verwalten|paramètre|préférence|gérer|modifier|retirer|choix/i;
  const BUTTONS = "#ot-sdk-btn-floating, .ot-floating-button, .ot-sdk-show-settings, .optanon-show-settings, .cky-btn-revisit-wrapper, .cky-revisit-bottom-left, #CookiebotWidget, #CybotCookiebotWidget, .cmplz-manage-consent, .cmplz-show-banner, #tarteaucitronIcon, #tarteaucitronManager, #ccc-icon, .brlbs-cookie-widget, #BorlabsCookieWidget, [data-cc*=show], #uc-privacy-button, #teconsent, .cc-revoke, .cookie-settings, #cookie-settings, [href*=cookie-settings], .didomi-consent-popup__reopen, [onclick*=showPreferences], [onclick*=Didomi], [onclick*=renew]";
  const said = (element) => [words(element), element.getAttribute("aria-label") || "", element.title || ""].join(" ").slice(0, 200);
  const shown = pressables();
  const control = shown.some((element) => words(element).length <= 80 && THING.test(said(element)) && ACT.test(said(element)))
    || all.some((element) => visible(element) && element.matches(BUTTONS));
  const links = shown.filter((element) => element.matches("a[href]") && element.origin === location.origin && words(element).length <= 80);
  const statement = links.find((element) => /cookie/i.test(said(element))) || links.find((element) => THING.test(said(element)));
  return { control, statement: statement ? statement.href.slice(0, 2048) : null };
})()`;

/** `statement`: a page of the site that may hold it, where this one does not. */
export async function findWithdrawal(page: Page): Promise<{ control: boolean; statement: string | null }> {
  let statement: string | null = null;
  for (const frame of await shownFrames(page)) {
    const seen = found.safeParse(await frame.evaluate(FIND).catch(() => null));
    if (!seen.success) continue;
    if (seen.data.control) return { control: true, statement: null };
    if (frame === page.mainFrame()) statement = seen.data.statement;
  }
  return { control: false, statement };
}
