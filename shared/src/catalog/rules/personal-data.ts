import type { Rule } from "./rule.ts";

/** Personal data, and the numbers of organisations that may be a person's. */
export const PERSONAL_DATA_RULES = {
  "pii.national_id.bsn": {
    severity: "critical",
    legal: ["GDPR 87", "UAVG 46", "WABB 10", "GDPR 5(1)(c)", "GDPR 32"],
    title: { en: "Dutch BSN found", nl: "BSN aangetroffen" },
    remediation: {
      en: "Verify a statutory basis for the BSN (government, healthcare, employer's payroll); otherwise delete it. Encrypt, restrict access, log.",
      nl: "Ga na of er een wettelijke grondslag is voor het BSN (overheid, zorg, loonadministratie); verwijder het anders. Versleutel, beperk de toegang, leg vast.",
    },
  },
  "pii.national_id.other": {
    severity: "high",
    legal: ["GDPR 87", "GDPR 5(1)(c)", "GDPR 32"],
    title: { en: "National identifier found", nl: "Nationaal identificatienummer" },
    remediation: {
      en: "Check the conditions of the national law; delete it where there is no basis. Encrypt it and restrict access.",
      nl: "Toets aan de voorwaarden van de nationale wet; verwijder het zonder grondslag. Versleutel het en beperk de toegang.",
    },
  },
  "pii.tax_number_embeds_bsn": {
    severity: "high",
    legal: ["UAVG 46", "GDPR 5(1)(c)"],
    title: { en: "Pre-2020 VAT number may embed a BSN", nl: "Oud btw-nummer bevat mogelijk BSN" },
    remediation: {
      en: "Replace it by the VAT id issued since 1 January 2020, which does not hold the BSN.",
      nl: "Vervang het door het btw-id dat sinds 1 januari 2020 is uitgegeven; daar zit geen BSN in.",
    },
  },
  "pii.id_document.number": {
    severity: "high",
    legal: ["GDPR 5(1)(c)", "GDPR 32"],
    title: { en: "Identity document number", nl: "Paspoort-/ID-/rijbewijsnummer" },
    remediation: {
      en: "Keep document numbers no longer than the duty to identify asks.",
      nl: "Bewaar documentnummers niet langer dan de identificatieplicht vraagt.",
    },
  },
  "pii.id_document.copy": {
    severity: "critical",
    legal: ["GDPR 5(1)(c)", "UAVG 46", "GDPR 32"],
    title: { en: "Copy of an identity document", nl: "Kopie identiteitsbewijs (MRZ/foto/BSN)" },
    remediation: {
      en: "Keep a full copy only where a law demands one (employer, Wwft); otherwise mask photo and BSN, or delete it.",
      nl: "Bewaar een volledige kopie alleen waar een wet dat eist (werkgever, Wwft); scherm anders foto en BSN af, of verwijder hem.",
    },
  },
  "pii.organisation.number": {
    severity: "low",
    legal: ["GDPR 4(1)"],
    title: { en: "Number of an organisation", nl: "Nummer van een organisatie" },
    remediation: {
      en: "Public register data of an organisation; personal data when it is a sole trader's.",
      nl: "Gegeven uit een openbaar register; een persoonsgegeven bij een eenmanszaak.",
    },
  },
  "pii.contact.email": {
    severity: "low",
    legal: ["GDPR 4(1)"],
    title: { en: "E-mail address", nl: "E-mailadres" },
    remediation: {
      en: "Record it in the register of processing activities; check how long it is kept.",
      nl: "Neem het op in het verwerkingsregister; controleer de bewaartermijn.",
    },
  },
  "pii.contact.phone": {
    severity: "low",
    legal: ["GDPR 4(1)"],
    title: { en: "Phone number", nl: "Telefoonnummer" },
    remediation: {
      en: "Record it in the register of processing activities; check how long it is kept.",
      nl: "Neem het op in het verwerkingsregister; controleer de bewaartermijn.",
    },
  },
  "pii.contact.address": {
    severity: "low",
    legal: ["GDPR 4(1)"],
    title: { en: "Address / postcode + house number", nl: "Adres / postcode + huisnummer" },
    remediation: {
      en: "Record it in the register of processing activities; check how long it is kept.",
      nl: "Neem het op in het verwerkingsregister; controleer de bewaartermijn.",
    },
  },
  "pii.person.name": {
    severity: "low",
    legal: ["GDPR 4(1)"],
    title: { en: "Person name", nl: "Persoonsnaam" },
    remediation: {
      en: "Read it together with what stands near it; by itself it needs no action.",
      nl: "Beoordeel de naam samen met wat erbij staat; op zichzelf is geen actie nodig.",
    },
  },
  "pii.person.dob": {
    severity: "medium",
    legal: ["GDPR 4(1)", "GDPR 5(1)(c)"],
    title: { en: "Date of birth", nl: "Geboortedatum" },
    remediation: {
      en: "Keep the year or an age band where that serves the purpose.",
      nl: "Bewaar het jaar of een leeftijdsklasse als dat volstaat voor het doel.",
    },
  },
  "pii.minor": {
    severity: "high",
    legal: ["GDPR 8", "UAVG 5", "GDPR 25"],
    title: { en: "Data of minors (<16)", nl: "Gegevens van minderjarigen (<16)" },
    remediation: {
      en: "Check the consent of a parent or guardian, and how age is verified.",
      nl: "Controleer de toestemming van een ouder of voogd, en hoe de leeftijd wordt vastgesteld.",
    },
  },
  "pii.financial.iban": {
    severity: "medium",
    legal: ["GDPR 4(1)", "GDPR 32"],
    title: { en: "IBAN", nl: "IBAN" },
    remediation: {
      en: "Encrypt it and limit access; keep it no longer than tax law asks (seven years).",
      nl: "Versleutel het en beperk de toegang; bewaar het niet langer dan fiscaal nodig (zeven jaar).",
    },
  },
  "pii.financial.card": {
    severity: "high",
    legal: ["GDPR 32"],
    title: { en: "Payment card number", nl: "Betaalkaartnummer (PAN)" },
    remediation: {
      en: "Replace it by a token; PCI DSS requirement 3.",
      nl: "Vervang het door een token; PCI DSS, eis 3.",
    },
  },
  "pii.financial.salary": {
    severity: "medium",
    legal: ["GDPR 88", "GDPR 5(1)(c)"],
    title: { en: "Salary data", nl: "Salaris-/loongegevens" },
    remediation: {
      en: "Restrict it to those who run the payroll; delete it after the statutory period.",
      nl: "Beperk de toegang tot de salarisadministratie; verwijder het na de wettelijke termijn.",
    },
  },
  "pii.device.ip": {
    severity: "low",
    legal: ["GDPR 4(1)", "EPD 5(3)"],
    title: { en: "IP address", nl: "IP-adres" },
    remediation: {
      en: "Truncate addresses and rotate logs.",
      nl: "Kort adressen in en rouleer logbestanden.",
    },
  },
  "pii.device.id": {
    severity: "low",
    legal: ["GDPR 4(1)"],
    title: { en: "Device identifier", nl: "Apparaat-ID (MAC/IMEI/advertentie-ID)" },
    remediation: {
      en: "Replace it by a pseudonym.",
      nl: "Vervang het door een pseudoniem.",
    },
  },
  "pii.location.gps": {
    severity: "medium",
    legal: ["GDPR 4(1)", "GDPR 5(1)(c)", "GDPR 25"],
    title: { en: "Location data (GPS/EXIF)", nl: "Locatiegegevens (GPS/EXIF)" },
    remediation: {
      en: "Remove location from files on upload, or lower its precision.",
      nl: "Verwijder de locatie bij het uploaden, of verlaag de nauwkeurigheid.",
    },
  },
  "pii.vehicle.plate": {
    severity: "low",
    legal: ["GDPR 4(1)"],
    title: { en: "Licence plate / VIN", nl: "Kenteken / VIN" },
    remediation: {
      en: "Check the purpose and how long it is kept; blur it in images.",
      nl: "Controleer het doel en de bewaartermijn; maak het onleesbaar in beeld.",
    },
  },
  "pii.online.handle": {
    severity: "low",
    legal: ["GDPR 4(1)"],
    title: { en: "Social handle / username", nl: "Social-mediahandle / gebruikersnaam" },
    remediation: {
      en: "Treat it as personal data: it names one person.",
      nl: "Behandel het als persoonsgegeven: het wijst één persoon aan.",
    },
  },
  "pii.crypto.wallet": {
    severity: "low",
    legal: ["GDPR 4(1)"],
    title: { en: "Crypto wallet address", nl: "Crypto-walletadres" },
    remediation: {
      en: "Personal data as soon as it can be linked to somebody: do not keep it beside a name without need.",
      nl: "Een persoonsgegeven zodra het aan iemand te koppelen is: bewaar het niet zonder noodzaak naast een naam.",
    },
  },
} as const satisfies Record<string, Rule>;
