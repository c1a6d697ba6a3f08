import type { EntityName } from "./entity-name.ts";

/** Accounts, cards, wallets and pay. */
export const FINANCIAL_TYPES = {
  IBAN: { en: "Bank account number (IBAN)", nl: "Bankrekeningnummer (IBAN)" },
  BIC: { en: "Bank identifier code (BIC)", nl: "Bankcode (BIC)" },
  PAYMENT_CARD: { en: "Payment card number", nl: "Betaalkaartnummer" },
  CARD_SECURITY_CODE: { en: "Card security code (CVV)", nl: "Beveiligingscode van een kaart (CVV)" },
  CARD_EXPIRY: { en: "Card expiry date", nl: "Vervaldatum van een kaart" },
  DE_BANK_ACCOUNT: { en: "German bank account", nl: "Duits rekeningnummer" },
  GB_BANK_ACCOUNT: { en: "British bank account", nl: "Brits rekeningnummer" },
  BE_BANK_ACCOUNT: { en: "Belgian bank account", nl: "Belgisch rekeningnummer" },
  FR_BANK_ACCOUNT: { en: "French bank account (RIB)", nl: "Frans rekeningnummer (RIB)" },
  CRYPTO_WALLET: { en: "Crypto wallet address", nl: "Adres van een cryptowallet" },
  CRYPTO_PRIVATE_KEY: { en: "Private key of a crypto wallet", nl: "Privésleutel van een cryptowallet" },
  CRYPTO_SEED_PHRASE: { en: "Recovery phrase of a crypto wallet", nl: "Herstelzin van een cryptowallet" },
  SALARY: { en: "Salary", nl: "Salaris" },
} as const satisfies Record<string, EntityName>;
