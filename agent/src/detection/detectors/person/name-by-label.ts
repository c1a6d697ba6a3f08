import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { readNamed, WORDS_OF_NAME } from "./name-form.ts";
import { givenName } from "./name-words.ts";
import { spelled, terms } from "../../words/terms.ts";
import { PERSON_NAME } from "./person-name.ts";

/** A key of a program: without quotes its value is a type or a variable, and no name. */
const IN_CODE = /\p{Ll}\p{Lu}/u;
/** What stands behind a whole value. `\\` begins an escaped line end. */
const ENDS_VALUE = /^[ \t]{0,4}(?:$|[\r\n,;|<"'`\t&)\]}\\(/.#]|-\s|[a-z])/u;
const LABEL_WORDS =
  /^(?:Column|Label|Heading|Header|Full|First|Last|Given|Family|Your|Enter|Mr|Mrs|Ms|Dhr|Mevr|Herr|Frau)$/;

function check({ value, name, quote, text, start, before }: Candidate): Verdict | null {
  // A documentation comment behind a parameter of this name.
  if (/["'`]{3}$|\)\s{0,2}[:{]/.test(before.slice(-8))) return null;
  const reading = readNamed(value, 4);
  if (!reading) return null;
  const row = value.slice(0, reading.length);
  if (LABEL_WORDS.test(row) || (quote !== "" && /^\p{Lu}{2,}$/u.test(row) && reading.confidence < 0.9))
    return null;
  // `givenName: Jan` alone on its line is a directory's entry; a member of a program's type is indented.
  const isEntry =
    />\s{0,4}$|(?:^|[\n;&])\w{1,30}(?:: ?|=)$/.test(before.slice(-40)) &&
    !/^[ ]?[,;]/.test(text.slice(start + value.length, start + value.length + 2));
  if (quote === "" && !isEntry && IN_CODE.test(name) && (reading.words < 2 || reading.confidence < 0.9))
    return null;
  if (
    !ENDS_VALUE.test(text.slice(start + reading.length, start + reading.length + 6)) &&
    reading.confidence < 0.9
  )
    return null;
  return { reasons: ["in a field for a name"], confidence: 0.9, length: reading.length };
}

/** The same in the languages of the north, the east and the south-east. */
const OTHER_LABELS = spelled(
  terms(`
  imię i nazwisko, imię, imiona, nazwisko, jméno a příjmení, příjmení, křestní jméno, meno a priezvisko, priezvisko,
  név, vezetéknév, keresztnév, teljes név, nume și prenume, numele și prenumele, nume, prenume, ime i prezime, prezime,
  ime in priimek, priimek, ad soyad, adı soyadı, soyadı, soyad, fornavn, etternavn, efternavn, fulde navn, förnamn,
  efternamn, för- och efternamn, etunimi, sukunimi, koko nimi, eesnimi, perekonnanimi, vardas ir pavardė, pavardė,
  vārds, uzvārds, фио, ф.и.о., фамилия, имя, отчество, фамилия имя отчество, прізвище, ім'я, піб, име, име и фамилия,
  презиме, име и презиме, όνομα, επώνυμο, ονοματεπώνυμο, nafn, emri, mbiemri, họ và tên, họ tên, nama lengkap, nama,
`),
);

/** Fields that hold nothing but somebody's name. */
export const personNameByLabel: Detector = {
  ...PERSON_NAME,
  id: "person-name-label",
  format: "Capitalised words in a field, column or label for somebody's name.",
  names: [
    "first name",
    "last name",
    "middle name",
    "full name",
    "given name",
    "given names",
    "family name",
    "surname",
    "maiden name",
    "patient name",
    "employee name",
    "client name",
    "customer name",
    "contact name",
    "contact person",
    "person name",
    "applicant name",
    "applicant",
    "cardholder",
    "cardholder name",
    "card holder",
    "account holder",
    "name of patient",
    "name of employee",
    "student name",
    "teacher name",
    "guest name",
    "member name",
    "legal name",
    "signed by",
    "next of kin",
    "emergency contact",
    "beneficiary",
    "policyholder",
    "tenant name",
    "recipient name",
    "name of child",
    "mother's maiden name",
    "mother maiden name",
    "fname",
    "lname",
    "firstname",
    "lastname",
    "voornaam",
    "voornamen",
    "achternaam",
    "volledige naam",
    "roepnaam",
    "tussenvoegsel",
    "geslachtsnaam",
    "meisjesnaam",
    "geboortenaam",
    "naam patiënt",
    "naam medewerker",
    "naam werknemer",
    "naam klant",
    "naam cliënt",
    "naam leerling",
    "naam kind",
    "naam partner",
    "contactpersoon",
    "ondertekend door",
    "tenaamstelling",
    "t.n.v.",
    "voor- en achternaam",
    "naam en voornaam",
    "rekeninghouder",
    "kaarthouder",
    "verzekerde",
    "huisarts",
    "behandelaar",
    "vorname",
    "vornamen",
    "nachname",
    "familienname",
    "geburtsname",
    "vor- und nachname",
    "vollständiger name",
    "name des patienten",
    "ansprechpartner",
    "kontoinhaber",
    "karteninhaber",
    "rufname",
    "versicherter",
    "prénom",
    "prénoms",
    "nom de famille",
    "nom complet",
    "nom et prénom",
    "nom du patient",
    "nom de naissance",
    "titulaire",
    "prenom",
    "nombre completo",
    "apellido",
    "apellidos",
    "nombre y apellidos",
    "nome completo",
    "cognome",
    "nome e cognome",
    "sobrenome",
    "apelido",
    "titular",
    "primer apellido",
    "segundo apellido",
    "nombres",
    "apellidos y nombre",
    "cognome e nome",
    "nome e sobrenome",
    "nome do paciente",
    ...OTHER_LABELS,
  ],
  looseName: true,
  pattern: new RegExp(String.raw`[OD]['’]\p{Lu}{2,20}(?![\p{L}])|${WORDS_OF_NAME.source}`, "u"),
  check,
  confidence: { bare: 0.9, context: 0.9 },
  examples: {
    match: [
      "Voornaam: Tjalke",
      '{"lastName": "Whitcombe"}',
      "first_name=Priyasha",
      "Patient name: Obermoser, Anneliese",
      "Achternaam\tVan der Wielstra",
      "Nachname: Kötterheinrich",
      "full name: Geneviève Lachapelle",
      "Contactpersoon: Obermoser",
      "<FirstName>Priyasha</FirstName>",
      "ФИО: Иванов Иван Иванович",
      "Név: Nagy István",
      "Surname: O'BRIEN",
    ],
    ignore: [
      "firstName: String",
      "lastName: Props;",
      "first name: required",
      'lastName: "Last Name"',
      "full name: <name>",
      "surname is missing",
      "firstName: user.firstName",
    ],
  },
};

const ROLES = terms(`
  display name, real name, user.name, user full name, sollicitant, bewerber, bewerberin, mieter, mieterin, vermieter,
  locataire, bailleur, salarié, salariée, employé, employée, paciente, paziente, dipendente, empleado, trabajador,
  funcionário, candidat, candidato, pacjent, pracownik, attending, attending physician, referring physician, nurse,
  ansprechperson, sachbearbeiter, sachbearbeiterin, betreuer, ontvanger, opdrachtgever, contactpersonen, begeleider,
  mentor, directeur, gérant, demandeur, assuré, asegurado, assicurato, intestatario, firmante, firmato da, signataire,
`);

const GIVEN_NAME_BEHIND =
  /^[\s,;|/"']{1,8}(?:pr[ée]noms?|given names?|first name|voorna(?:am|men)|vornamen?|nombres?|nome|fornavn|förnamn|imię)\s?[:=]/iu;

function checkCommon({ value, quote, name, text, start }: Candidate): Verdict | null {
  const reading = readNamed(value, 4);
  if (!reading) return null;
  // `Nom : DUPONT  Prénom : Marie`
  const isSurname =
    reading.words === 1 &&
    GIVEN_NAME_BEHIND.test(text.slice(start + reading.length, start + reading.length + 40));
  if (isSurname)
    return {
      reasons: ["in a field for names, before one for given names"],
      confidence: 0.8,
      length: reading.length,
    };
  if (reading.words < 2) return null;
  if (quote === "" && IN_CODE.test(name)) return null;
  const [first = ""] = value.split(/[ \u00a0,]/);
  const initials = /^\p{Lu}\./u.test(first);
  const isPerson = PERSONS.test(name) && quote === "" && reading.words <= 3;
  if (!initials && givenName(first) === null && !isPerson) return null;
  if (!ENDS_VALUE.test(text.slice(start + reading.length, start + reading.length + 6))) return null;
  const confidence = initials || givenName(first) !== null ? 0.8 : 0.6;
  return { reasons: ["in a field for names"], confidence, length: reading.length };
}

/** Of these names, the ones of nothing but people. */
const PERSONS =
  /^(?:patient|patiënt|cliënt|employee|medewerker|werknemer|mitarbeiter(?:in)?|student|leerling|huurder|bewoner|tenant|passenger|witness|attendee|sollicitant|bewerber(?:in)?|mieter(?:in)?|locataire|salariée?|employée?|paciente|paziente|dipendente|empleado|trabajador|funcionário|candidat|candidate|candidato|pacjent|pracownik)$/iu;

/** Fields that hold names of whatever: the value must look like a person's. */
export const personNameByCommonLabel: Detector = {
  ...PERSON_NAME,
  id: "person-name-field",
  format:
    "Initials or a known given name, and more capitalised words, in a field that holds names of any kind.",
  names: [
    "name",
    "naam",
    "nom",
    "nombre",
    "nome",
    "contact",
    "patient",
    "employee",
    "customer",
    "client",
    "author",
    "patiënt",
    "cliënt",
    "klant",
    "medewerker",
    "werknemer",
    "werkgever",
    "kunde",
    "mitarbeiter",
    "auteur",
    "assignee",
    "owner",
    "manager",
    "sender",
    "recipient",
    "attendee",
    "student",
    "teacher",
    "leerling",
    "docent",
    "arts",
    "doctor",
    "physician",
    "lawyer",
    "witness",
    "defendant",
    "plaintiff",
    "guest",
    "passenger",
    "driver",
    "tenant",
    "landlord",
    "reported by",
    "created by",
    "prepared by",
    "approved by",
    "submitted by",
    "seller",
    "buyer",
    "attn",
    "candidate",
    "bewoner",
    "huurder",
    "verhuurder",
    "eigenaar",
    "afzender",
    "geadresseerde",
    "aanvrager",
    "behandelend arts",
    ...ROLES,
  ],
  looseName: true,
  pattern: WORDS_OF_NAME,
  check: checkCommon,
  confidence: { bare: 0.8, context: 0.8 },
  examples: {
    match: [
      "Name: Rose Kwabenasson",
      "Naam: Mark Overwinkel",
      '"patient": "Rose Tinderholt"',
      "Owner: Grant Wielstra",
    ],
    ignore: [
      '"name": "Visual Studio"',
      "name: Continuous Integration",
      "Name: String Value",
      "contact: Support Team",
    ],
  },
};
