import type { Candidate } from "../../candidate.ts";
import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

/** Accounts of something else: with a cloud, a shop, a supplier of energy, in the books. */
const OTHER_ACCOUNTS = [
  "aws",
  "azure",
  "gcp",
  "google",
  "cloud",
  "customer",
  "client",
  "utility",
  "gas",
  "user",
  "stripe",
].flatMap((owner) =>
  ["account", "account number", "account no", "account id", "acct"].map((word) => `${owner} ${word}`),
);

function check({ compact }: Candidate): Verdict | null {
  return isRepeatedDigit(compact) ? null : { reasons: ["number beside words for a bank account"] };
}

export const usBankAccount = identifier({
  id: "us-bank-account",
  entityType: "US_BANK_ACCOUNT",
  rule: "pii.financial.iban",
  category: "financial",
  format: "Six to seventeen digits, beside words for a bank account.",
  forms: ["9{6,17}", "9{3,6}-9{3,8}", "9999-9999-9999"],
  contextWords: [
    "bank account",
    "bank account number",
    "bank account no",
    "bank acct",
    "bank acct no",
    "bank acct number",
    "account number",
    "account no",
    "account num",
    "bank number",
    "bankaccount",
    "acct number",
    "acct no",
    ...["bank acct num", "checking acct", "savings acct", "acct"],
    "account num",
    "checking account",
    "checking account number",
    "chequing account",
    "savings account",
    "savings account number",
    "money market account",
    "deposit account",
    "direct deposit account",
    "debit account",
    "beneficiary account",
    "account to debit",
    "account to credit",
    "cuenta bancaria",
    "número de cuenta",
  ],
  againstWords: [
    ...OTHER_ACCOUNTS,
    "routing",
    "routing number",
    "aba",
    "iban",
    "card number",
    "phone",
    "zip",
  ],
  check,
  confidence: { bare: 0, context: 0.7, against: 0 },
  visible: { head: 0, tail: 2 },
  references: ["Nacha Operating Rules, appendix three: DFI Account Number, seventeen characters"],
  examples: {
    match: [
      "bank account number 4820193765",
      "Checking account: 000482019376",
      '{"bank_account_number": "94820193765512"}',
    ],
    ignore: [
      "AWS account number: 482019376551",
      "4820193765",
      "customer account number 4820193765",
      "account 4820",
    ],
  },
});
