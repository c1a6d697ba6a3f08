import type { ObservationPart } from "../part.ts";

/** Signs of an identity document, in the languages of those that are shown most here. */
const TITLES =
  /\b(?:PASPOORT|PASSPORT|PASSEPORT|REISEPASS|PASAPORTE|IDENTITEITSKAART|IDENTITY CARD|PERSONALAUSWEIS|CARTE (?:NATIONALE )?D['’]IDENTIT[EÉ]|RIJBEWIJS|DRIVING LICEN[CS]E|F[ÜU]HRERSCHEIN|PERMIS DE CONDUIRE|VERBLIJFSDOCUMENT|RESIDENCE PERMIT|AUFENTHALTSTITEL)\b/i;
const STATES =
  /\b(?:KONINKRIJK DER NEDERLANDEN|KINGDOM OF THE NETHERLANDS|ROYAUME DES PAYS-BAS|BUNDESREPUBLIK DEUTSCHLAND|R[ÉE]PUBLIQUE FRAN[ÇC]AISE|ROYAUME DE BELGIQUE|KONINKRIJK BELGI[ËE])\b/i;
const LABELS: readonly RegExp[] = [
  /\b(?:documentnummer|document no|passport no|paspoortnummer|dokumentennummer|num[ée]ro du document)\b/i,
  /\b(?:geboortedatum|date of birth|geburtsdatum|date de naissance|geboorteplaats|place of birth)\b/i,
  /\b(?:nationaliteit|nationality|staatsangeh[öo]rigkeit|nationalit[ée])\b/i,
  /\b(?:persoonsnummer|personal no|burgerservicenummer|BSN)\b/i,
  /\b(?:geldig tot|date of expiry|date d['’]expiration|g[üu]ltig bis|datum van afgifte|date of issue)\b/i,
];
/** Two lines of a machine-readable zone (ICAO 9303): 30, 36 or 44 characters with fillers, the first naming document and state. */
const MRZ = /^\s*[PIACV][A-Z<][A-Z<]{3}[A-Z0-9<]{20,39}\s*\n\s*[A-Z0-9<]{28,44}\s*$/m;

/** Whether a text is that of an identity document, by how many of its signs are there. */
export function identityDocument(text: string, page: number, hasFace = false): ObservationPart | null {
  const hasMrz = MRZ.test(text.replaceAll("«", "<").replace(/(?<=[A-Z0-9<]) (?=[A-Z0-9<])/g, ""));
  const signs = [
    ...(hasMrz ? ["machine-readable zone"] : []),
    ...(TITLES.test(text) ? ["title of a document"] : []),
    ...(STATES.test(text) ? ["name of the state"] : []),
    ...LABELS.filter((label) => label.test(text)).map((_, at) => `label ${at + 1} of its fields`),
    ...(hasFace ? ["face"] : []),
  ];
  const isOne = hasMrz || (TITLES.test(text) && signs.length >= 3) || signs.length >= 4;
  if (!isOne) return null;
  return {
    t: "observation",
    type: "IDENTITY_DOCUMENT",
    confidence: hasMrz ? 0.95 : Math.min(0.9, 0.5 + 0.1 * signs.length),
    reasons: [hasMrz ? "machine-readable zone" : `${signs.length} signs of an identity document`],
    subject: `page ${page}`,
    count: 1,
    place: { page },
  };
}
