import { expect, test } from "vitest";
import { judgeStatement, namesVendor, type SiteFacts } from "./judge-statement.ts";
import { languageOf } from "./language.ts";
import { readStatement } from "./read-statement.ts";
import { writtenAt } from "./written-at.ts";
import { isStatementLink, statementLinks } from "./statement-links.ts";

const DUTCH = `Privacyverklaring
Fictief Fietsen B.V., Voorbeeldstraat 1 te Utrecht, is verantwoordelijk voor de verwerking van persoonsgegevens zoals in deze verklaring beschreven.
Wij verwerken persoonsgegevens voor de volgende doelen: het leveren van uw bestelling en het beantwoorden van vragen.
De grondslag is de uitvoering van de overeenkomst, en voor de nieuwsbrief uw toestemming.
U kunt uw toestemming op elk moment intrekken.
Wij delen gegevens met derden zoals de bezorger en onze hostingpartij, met wie wij een verwerkersovereenkomst hebben.
Wij bewaren bestellingen zeven jaar vanwege de fiscale bewaarplicht.
U heeft recht op inzage, correctie, verwijdering, beperking en overdracht van uw gegevens, en het recht om bezwaar te maken.
U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.
Laatst gewijzigd: 3 februari 2026.`;

const ENGLISH = `Privacy notice
Fictional Bikes Ltd is the controller for the personal data described here and can be reached at the address below this page.
We use your data for these purposes: to deliver what you ordered and to answer what you asked of us.
The legal basis is the performance of the contract with you.
We share data with service providers such as carriers.
We keep orders for seven years.
You have the right to access, rectification, erasure, restriction, portability and to object.
You may lodge a complaint with a supervisory authority. Last updated 2026-03-01.`;

const states = (text: string) =>
  Object.fromEntries(
    (readStatement("https://example.nl/p", text)?.items ?? []).map(({ item, state }) => [item, state]),
  );
const now = new Date("2026-11-01");
const facts: SiteFacts = {
  now,
  handlesData: true,
  language: "nl",
  vendors: [],
  statementText: DUTCH,
  pages: 10,
};

test("a full Dutch statement is full, with the sentence for each item", () => {
  const statement = readStatement("https://example.nl/privacy", DUTCH)!;
  expect(statement).toMatchObject({ language: "nl", date: { text: "3 februari 2026" }, missingRights: [] });
  expect(statement.items.filter(({ state }) => state === "missing")).toEqual([]);
  expect(statement.items.find(({ item }) => item === "retention")?.sentence).toBe(
    "Wij bewaren bestellingen zeven jaar vanwege de fiscale bewaarplicht.",
  );
  expect(judgeStatement(statement, facts)).toBeNull();
});

test("a full English one too; on a Dutch site its language is told", () => {
  const statement = readStatement("https://example.nl/privacy", ENGLISH)!;
  expect(statement).toMatchObject({
    language: "en",
    date: { text: "2026-03-01", day: new Date("2026-03-01") },
  });
  expect(statement.items.filter(({ state }) => state === "missing")).toEqual([]);
  expect(judgeStatement(statement, { ...facts, language: "en" })).toBeNull();
  expect(judgeStatement(statement, facts)).toMatchObject({
    reasons: ["in en, while the site is in nl", expect.anything()],
  });
});

test("German and French statements are read as well", () => {
  const german = `Datenschutzerklärung. Verantwortlicher im Sinne der DSGVO ist die Fiktiv GmbH. Wir verarbeiten personenbezogene Daten zu folgenden Zwecken: Lieferung und Beratung.
    Rechtsgrundlage ist Art. 6 DSGVO. Empfänger sind unsere Versanddienstleister. Die Speicherdauer beträgt zehn Jahre. Sie haben ein Recht auf Auskunft, Berichtigung, Löschung, Einschränkung, Widerspruch und Übertragbarkeit.
    Sie können sich bei einer Aufsichtsbehörde beschweren. Stand: 1. März 2026.`;
  const french = `Politique de confidentialité. Le responsable du traitement est Fictif SARL, qui traite vos données à caractère personnel. Les finalités sont la livraison de vos commandes et le service aux clients.
    La base légale est le contrat avec vous. Les destinataires sont nos transporteurs. La durée de conservation est de dix ans. Vous disposez du droit d'accès, de rectification, d'effacement, de limitation, d'opposition et de portabilité de vos données.
    Vous pouvez introduire une réclamation auprès de la CNIL.`;
  for (const [language, text] of Object.entries({ de: german, fr: french })) {
    const statement = readStatement("https://example.nl/p", text)!;
    expect(statement.language).toBe(language);
    expect(statement.items.filter(({ state }) => state === "missing")).toEqual([]);
  }
});

test("what is taken out is missing, each item by itself", () => {
  const without = (pattern: RegExp) =>
    states(
      DUTCH.split("\n")
        .filter((line) => !pattern.test(line))
        .join("\n"),
    );
  expect(without(/Autoriteit/)["complaint"]).toBe("missing");
  expect(without(/bewaren/)["retention"]).toBe("missing");
  expect(without(/recht op/)["rights"]).toBe("missing");
  expect(without(/delen/)["recipients"]).toBe("missing");
  expect(without(/intrekken/)["withdrawal"]).toBe("missing");
  expect(without(/intrekken|toestemming/)["withdrawal"]).toBe("not needed");
  expect(without(/grondslag/)["legal-basis"]).toBe("missing");
  expect(without(/doelen/)["purposes"]).toBe("missing");
  expect(without(/verantwoordelijk/)["controller"]).toBe("missing");
  expect(states(`${DUTCH}\nWij gebruiken Google Analytics.`)["transfers"]).toBe("missing");
  expect(
    states(`${DUTCH}\nGoogle verwerkt gegevens buiten de EU, met standaardcontractbepalingen.`)["transfers"],
  ).toBe("present");
});

test("vendors that were seen are looked for by name", () => {
  const statement = readStatement("https://example.nl/privacy", DUTCH)!;
  const fault = judgeStatement(statement, { ...facts, vendors: ["Hotjar Ltd"] });
  expect(fault?.reasons).toContain("seen on the site and not named: Hotjar Ltd");
  expect(namesVendor("Wij gebruiken hotjar.", "Hotjar Ltd")).toBe(true);
  expect(namesVendor("hot en jarig", "Hotjar Ltd")).toBe(false);
});

test("a third party abroad calls for words on transfers, and an old statement is told to be old", () => {
  const statement = readStatement("https://example.nl/privacy", DUTCH)!;
  const named = { ...facts, statementText: `${DUTCH} Google`, vendors: ["Google Analytics"] };
  expect(judgeStatement(statement, named)?.reasons[0]).toMatch(/^not found: transfers outside the EEA/);
  expect(
    judgeStatement(statement, { ...named, vendors: ["Bezorger Fictief"], statementText: "Bezorger" }),
  ).toBeNull();
  const late = { ...named, now: new Date("2030-02-02") };
  expect(judgeStatement(statement, late)?.reasons).toContain("last changed 3 years ago");
  expect(judgeStatement(statement, { ...late, now: new Date("2030-02-03") })?.reasons).toContain(
    "last changed 4 years ago",
  );
  // Age alone is no fault.
  expect(judgeStatement(statement, { ...facts, now: new Date("2040-01-01") })).toBeNull();
});

test("dates are read as each language writes them, and what is no day is none", () => {
  const day = (text: string) => writtenAt(text)?.day?.toISOString().slice(0, 10) ?? null;
  expect(day("Laatst gewijzigd: 3 februari 2026.")).toBe("2026-02-03");
  expect(day("Versie 2.1, 25-05-2018")).toBe("2018-05-25");
  expect(day("Last updated March 4, 2025")).toBe("2025-03-04");
  expect(day("Effective 12/31/2024")).toBe("2024-12-31");
  expect(day("Stand: 1. März 2026")).toBe("2026-03-01");
  expect(day("Dernière mise à jour : 14 août 2023")).toBe("2023-08-14");
  expect(day("Laatste wijziging: december 2022")).toBe("2022-12-31");
  expect(day("laatst bijgewerkt op 2024-02-30")).toBeNull();
  expect(writtenAt("Opgericht op 1 mei 1999")).toBeNull();
});

test("no statement weighs by what the site does; other texts are none", () => {
  expect(judgeStatement(null, facts)).toMatchObject({ type: "PRIVACY_STATEMENT_MISSING", confidence: 0.9 });
  expect(judgeStatement(null, { ...facts, handlesData: false })?.confidence).toBe(0.5);
  expect(judgeStatement(null, { ...facts, pages: 0 })).toBeNull();
  expect(readStatement("https://example.nl/", "Wij verkopen fietsen in alle maten. ".repeat(40))).toBeNull();
  expect(readStatement("https://example.nl/", "persoonsgegevens")).toBeNull();
});

test("links are known by their words and addresses, and privacy glass is none", () => {
  const yes = [
    ["/x", "Privacyverklaring"],
    ["/x", "Privacy & cookies"],
    ["/datenschutz", "Mehr"],
    ["/nl/privacy-policy.html", ""],
    ["/x", "Politique de confidentialité"],
  ];
  for (const [href = "", text = ""] of yes)
    expect([href, text, isStatementLink({ href, text })]).toEqual([href, text, true]);
  const no = [
    ["/glas", "Privacyfolie voor ramen"],
    ["/x", "Privacy-instellingen"],
    ["javascript:privacy()", "Privacy"],
    ["/contact", "Contact"],
  ];
  for (const [href = "", text = ""] of no)
    expect([href, text, isStatementLink({ href, text })]).toEqual([href, text, false]);
  expect(
    statementLinks([
      { href: "/cookies", text: "Cookies en persoonsgegevens" },
      { href: "/pv", text: "Privacyverklaring" },
    ]),
  ).toEqual(["/pv", "/cookies"]);
});

test("languages are told apart, and a few words are no language", () => {
  expect(languageOf(DUTCH)).toBe("nl");
  expect(languageOf(ENGLISH)).toBe("en");
  expect(
    languageOf(
      "Wir verarbeiten Ihre Daten, um die Bestellung auszuführen, und das ist auch für die Rechnung nötig, die wir mit der Post an Sie senden.",
    ),
  ).toBe("de");
  expect(
    languageOf(
      "Nous traitons vos données pour la livraison de vos commandes et les questions que vous nous posez sur le site.",
    ),
  ).toBe("fr");
  expect(languageOf("Home Shop Contact")).toBeNull();
});
