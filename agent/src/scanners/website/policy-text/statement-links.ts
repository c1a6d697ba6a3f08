/** Which link leads to a privacy statement. Pure. Words of Dutch, English, German and French. */
const TEXT =
  /privacy(?:[ -]?(?:verklaring|statement|policy|beleid|notice|voorwaarden|reglement))?|datenschutz|(?:politique de )?confidentialit[eé]|donn[eé]es personnelles|persoonsgegevens|gegevensbescherming|data protection|\bavg\b|\bgdpr\b/i;
const PATH =
  /privacy|datenschutz|confidentialite|donnees-personnelles|gegevensbescherming|persoonsgegevens|data-?protection|(?:^|[/-])(?:avg|gdpr)(?:[/.-]|$)/i;
/** About settings, or another matter that only has the word in it. */
const OTHER =
  /privacy[ -]?(?:instellingen|settings|voorkeuren|preferences|filter|glas|scherm|screen|folie)|pseudo/i;

/** Where many sites have it. */
export const USUAL_PATHS = [
  ..."/privacy /privacyverklaring /privacy-verklaring /privacystatement /privacy-statement".split(" "),
  ..."/privacybeleid /privacy-policy /privacy-notice /datenschutz /politique-de-confidentialite".split(" "),
  "/cookies-en-privacy",
] as const;

export function isStatementLink({ href, text }: { href: string; text: string }): boolean {
  if (/^(?:javascript|mailto|tel):/i.test(href) || OTHER.test(text)) return false;
  const path = URL.parse(href, "http://x.invalid/")?.pathname ?? "";
  return TEXT.test(text) || (PATH.test(path) && !OTHER.test(path));
}

/** The better ones first: what says so in words, then what says so in its address. */
export function statementLinks(links: readonly { href: string; text: string }[]): string[] {
  const found = links.filter(isStatementLink);
  const weight = ({ href, text }: { href: string; text: string }) =>
    (/verklaring|statement|policy|beleid|notice|erkl[aä]rung|politique/i.test(`${text} ${href}`) ? 2 : 0) +
    (TEXT.test(text) ? 1 : 0) -
    (/cookie/i.test(text) && !/privacy/i.test(text) ? 2 : 0);
  return [...new Set(found.toSorted((a, b) => weight(b) - weight(a)).map(({ href }) => href))];
}
