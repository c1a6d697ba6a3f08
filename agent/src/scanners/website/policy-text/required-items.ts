/**
 * What a privacy statement must say (art. 13(1) and (2) GDPR), and the phrases by which it says it. Our own phrases, in
 * Dutch, English, German and French.
 */
export const ITEMS = [
  "controller",
  "dpo",
  "purposes",
  "legal-basis",
  "legitimate-interest",
  "recipients",
  "transfers",
  "retention",
  "rights",
  "withdrawal",
  "complaint",
  "obligation",
  "automated-decisions",
] as const;
export type Item = (typeof ITEMS)[number];

interface ItemRule {
  /** Where it stands in the GDPR. */
  article: string;
  en: string;
  /**
   * `always`: every statement says it. `if`: only where something else is so, which the text itself shows; the pattern
   * finds that.
   */
  needed: "always" | RegExp;
  says: RegExp;
}

export const ITEM_RULES: Readonly<Record<Item, ItemRule>> = {
  controller: {
    article: "13(1)(a)",
    en: "who the controller is and how to reach it",
    needed: "always",
    says: /verwerkingsverantwoordelijke|(?:is|zijn) verantwoordelijk voor (?:de|het) verwerk|(?:data )?controller\b|responsible for (?:the )?processing|verantwortlich(?:er|e)? (?:f[üu]r|im sinne|stelle)|responsable (?:du|de) traitement/i,
  },
  dpo: {
    article: "13(1)(b)",
    en: "the data protection officer",
    // Not everyone has one: it is told where the text mentions one, and missing it is no fault.
    needed: /(?!)/,
    says: /functionaris (?:voor )?(?:de )?gegevensbescherming|\bFG\b|data protection officer|\bDPO\b|datenschutzbeauftragte|d[eé]l[eé]gu[eé]e? [àa] la protection des donn[eé]es/i,
  },
  purposes: {
    article: "13(1)(c)",
    en: "the purposes of the processing",
    needed: "always",
    says: /doeleinden|(?:met|voor) (?:het|de|welk|volgende) (?:volgende )?doel(?:en)?\b|waarvoor (?:wij|we) (?:uw |je )?(?:persoons)?gegevens|(?:om|voor) (?:uw|je) (?:bestelling|account|vraag)|(?:gebruiken|verwerken) (?:wij |we )?(?:uw |je |deze )?(?:persoons)?gegevens (?:om|voor)|purposes?\b|zwecken?\b|finalit[eé]s?\b/i,
  },
  "legal-basis": {
    article: "13(1)(c)",
    en: "the legal basis",
    needed: "always",
    says: /grondslag(?:en)?|op basis van (?:uw |je )?(?:toestemming|een overeenkomst|een wettelijke|gerechtvaardigd)|(?:uitvoering|uitvoeren) van (?:de|een|onze) overeenkomst|wettelijke (?:plicht|verplichting)|legal (?:basis|bases|ground)|lawful basis|performance of (?:a|the|our) contract|rechtsgrundlage|art(?:ikel|icle|\.)? ?6\b|base (?:l[eé]gale|juridique)/i,
  },
  "legitimate-interest": {
    article: "13(1)(d)",
    en: "which legitimate interest",
    needed:
      /gerechtvaardigd(?:e)? belang|legitimate interest|berechtigte?s? interesse|int[eé]r[eê]ts? l[eé]gitimes?/i,
    says: /(?:gerechtvaardigde?|legitimate|berechtigte?n?|l[eé]gitimes?)[^.!?]{0,30}(?:belang(?:en)?|interests?|interessen?|int[eé]r[eê]ts?)?[^.!?]{0,60}(?:namelijk|zoals|bestaat|om (?:te |onze )|bij (?:het|de)|to (?:protect|improve|prevent|keep|run)|such as|namely|in (?:improving|protecting|keeping|running)|an der|notamment)/i,
  },
  recipients: {
    article: "13(1)(e)",
    en: "who receives the data",
    needed: "always",
    says: /ontvangers|(?:delen|verstrekken|geven|verkopen)[^.!?]{0,50}(?:aan |met )?(?:derden|derde partijen|anderen|dienstverleners)|(?:door)?gegeven aan derden|verwerkers?(?:overeenkomst)?\b|recipients?\b|shar(?:e|ed|ing)[^.!?]{0,50}(?:third part|partners|processors|others|providers)|service providers|empf[äa]nger|weitergegeben|dritte[nr]?\b|destinataires?|sous-traitants?/i,
  },
  transfers: {
    article: "13(1)(f)",
    en: "transfers outside the EEA and the safeguards for them",
    // Whether there are any is shown by the text, or by vendors that were seen.
    needed:
      /verenigde staten|united states|\bU\.S\.|\bUSA\b|google|facebook|\bmeta\b|microsoft|amazon|hubspot|mailchimp|linkedin|tiktok|vereinigte[nr]? staaten|[eé]tats-unis/i,
    says: /buiten (?:de )?(?:EU|EER|Europese)|doorgifte|outside (?:of )?(?:the )?(?:EU|EEA|European)|third countr|international transfer|standard contractual|(?:standaard|model)(?:contract)?(?:bepalingen|clausules)|adequa(?:cy|at)|data privacy framework|drittl[äa]nder|drittstaat|hors (?:de )?l'(?:UE|EEE|Union)|pays tiers/i,
  },
  retention: {
    article: "13(2)(a)",
    en: "how long the data is kept",
    needed: "always",
    says: /bewaartermijn(?:en)?|(?:bewaren|bewaard)[^.!?]{0,80}(?:jaar|jaren|maand(?:en)?|dagen|weken|zolang|niet langer)|niet langer (?:bewaard|dan)|retention|(?:keep|kept|store|stored|retain|retained)[^.!?]{0,80}(?:years?|months?|days|as long as|no longer|until)|speicherdauer|aufbewahrung|(?:gespeichert|l[öo]schen)[^.!?]{0,80}(?:jahre?|monate?|tage|solange)|dur[eé]e de conservation|conserv[eé]e?s?/i,
  },
  rights: {
    article: "13(2)(b)",
    en: "the rights to access, rectification, erasure, restriction, objection and portability",
    needed: "always",
    says: /recht (?:om|op)[^.!?]{0,80}(?:inzage|inzien|in te zien|correctie|rectificatie|verwijder|wissen|gegevens)|(?:inzage|inzien)[^.!?]{0,80}(?:verwijder|corrig|rectific|wijzig|aanpass)|right (?:to|of)[^.!?]{0,60}(?:access|erasure|rectif|delet|object|portab)|auskunft[^.!?]{0,80}(?:berichtigung|l[öo]schung)|droit (?:d'acc[eè]s|de rectification|[àa] l'effacement|d'opposition)/i,
  },
  withdrawal: {
    article: "13(2)(c)",
    en: "that consent can be withdrawn at any time",
    needed: /toestemming|consent|einwilligung|consentement/i,
    says: /toestemming[^.!?]{0,80}(?:intrekken|in te trekken|ingetrokken)|(?:intrekken|in te trekken)[^.!?]{0,60}toestemming|withdraw[^.!?]{0,60}consent|consent[^.!?]{0,80}withdraw|einwilligung[^.!?]{0,80}widerruf|widerruf[^.!?]{0,80}einwilligung|retirer[^.!?]{0,60}consentement|consentement[^.!?]{0,80}retir/i,
  },
  complaint: {
    article: "13(2)(d)",
    en: "that a complaint can be lodged with the supervisory authority",
    needed: "always",
    says: /autoriteit persoonsgegevens|klacht[^.!?]{0,80}(?:toezichthouder|toezichthoudende|autoriteit|AP\b)|supervisory authority|lodge a complaint|complain[^.!?]{0,60}(?:authority|regulator|commissioner)|aufsichtsbeh[öo]rde|beschwerderecht|\bCNIL\b|autorit[eé] de (?:contr[oô]le|protection)|gegevensbeschermingsautoriteit|r[eé]clamation/i,
  },
  obligation: {
    article: "13(2)(e)",
    en: "whether one must give the data, and what happens otherwise",
    needed: /(?!)/,
    says: /(?:verplicht|noodzakelijk)[^.!?]{0,80}(?:gegevens te (?:verstrekken|geven)|verstrekken)|zonder deze gegevens|(?:required|obliged|necessary) to provide|if you do not provide|nicht bereitstell|verpflichtet[^.!?]{0,60}bereitzustellen|obligatoire[^.!?]{0,60}fourni/i,
  },
  "automated-decisions": {
    article: "13(2)(f)",
    en: "automated decisions and their logic",
    needed:
      /profiler|profiel (?:opstellen|opbouwen|maken)|profiling|profilage|kredietwaardigheid|credit ?scor|bonit[äa]t/i,
    says: /geautomatiseerde (?:individuele )?besluit|automatische besluit|automated (?:individual )?decision|automatisierte[nr]? entscheidung|d[eé]cision[^.!?]{0,20}automatis[eé]e/i,
  },
};

/** The rights by themselves; a statement that names few of them is incomplete. */
export const RIGHTS: Readonly<Record<string, RegExp>> = {
  access: /inzage|inzien|in te zien|access|auskunft|acc[eè]s/i,
  rectification: /rectificatie|rectificeren|corrig|correctie|wijzig|aanpass|rectif|correct|berichtig/i,
  erasure: /verwijder|wissen|wissing|erase|erasure|delet|l[öo]schung|l[öo]schen|effacement|supprim/i,
  restriction: /beperk(?:ing|en)|restrict|einschr[äa]nk|limitation/i,
  objection: /bezwaar|object|widersprech|widerspruch|oppos/i,
  portability: /overdraag|overdracht|dataportabiliteit|portab|[üu]bertragbar/i,
};
