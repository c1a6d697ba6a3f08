import type { Detector } from "../../detector.ts";
import { bePersons } from "./be-persons.ts";
import { deDocuments } from "./de-documents.ts";
import { deInsurance } from "./de-insurance.ts";
import { deTax } from "./de-tax.ts";
import { esCif } from "./es-cif.ts";
import { esDni } from "./es-dni.ts";
import { esDocuments } from "./es-documents.ts";
import { esNie } from "./es-nie.ts";
import { esNss } from "./es-nss.ts";
import { esVat } from "./es-vat.ts";
import { frCompanies } from "./fr-companies.ts";
import { frPersons } from "./fr-persons.ts";
import { gbDocuments } from "./gb-documents.ts";
import { gbPersons } from "./gb-persons.ts";
import { ieDetectors } from "./ie.ts";
import { itCodiceFiscale } from "./it-codice-fiscale.ts";
import { itDocuments } from "./it-documents.ts";
import { itPartitaIva } from "./it-partita-iva.ts";
import { luDetectors } from "./lu.ts";
import { nlBankAccount } from "./nl-bank-account.ts";
import { nlBsn } from "./nl-bsn.ts";
import { nlBtw } from "./nl-btw.ts";
import { nlDocuments } from "./nl-documents.ts";
import { nlHandelsregister } from "./nl-handelsregister.ts";
import { nlHealthcare } from "./nl-healthcare.ts";
import { nlKenteken } from "./nl-kenteken.ts";
import { nlObLhNummer } from "./nl-ob-lh-nummer.ts";
import { nlOnderwijsnummer } from "./nl-onderwijsnummer.ts";
import { nlRsin } from "./nl-rsin.ts";
import { nlVnummer } from "./nl-vnummer.ts";
import { platesWest } from "./plates-west.ts";
import { ptDocuments } from "./pt-documents.ts";
import { ptNif } from "./pt-nif.ts";
import { ptNiss } from "./pt-niss.ts";

/** Netherlands, Belgium, Germany, France, Spain, Italy, Portugal, Luxembourg, United Kingdom and Ireland. */
export const WEST_DETECTORS: readonly Detector[] = [
  nlBsn,
  nlRsin,
  nlOnderwijsnummer,
  ...nlBtw,
  nlObLhNummer,
  ...nlHandelsregister,
  ...nlDocuments,
  nlKenteken,
  ...nlHealthcare,
  nlVnummer,
  nlBankAccount,
  ...bePersons,
  ...deTax,
  ...deInsurance,
  ...deDocuments,
  ...frPersons,
  ...frCompanies,
  esDni,
  esNie,
  esCif,
  esVat,
  esNss,
  ...esDocuments,
  itCodiceFiscale,
  itPartitaIva,
  ...itDocuments,
  ptNif,
  ptNiss,
  ...ptDocuments,
  ...gbPersons,
  ...gbDocuments,
  ...ieDetectors,
  ...luDetectors,
  ...platesWest,
];
