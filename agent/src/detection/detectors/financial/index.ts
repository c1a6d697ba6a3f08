import type { Detector } from "../../detector.ts";
import { beBankAccountNumber, bic, deBankAccount, frBankAccount, gbBankAccount } from "./bank-accounts.ts";
import { cryptoEncodedKey, cryptoNamedKey, cryptoSeedPhrase } from "./crypto-keys.ts";
import { cryptoWallet, cryptoWalletNamed } from "./crypto-wallet.ts";
import { iban } from "./iban.ts";
import { cardExpiry, cardSecurityCode, paymentCard } from "./payment-card.ts";
import { salary } from "./salary.ts";

export const FINANCIAL_DETECTORS: readonly Detector[] = [
  ...[iban, bic, paymentCard, cardSecurityCode, cardExpiry],
  ...[deBankAccount, gbBankAccount, beBankAccountNumber, frBankAccount],
  ...[cryptoWallet, cryptoWalletNamed, cryptoEncodedKey, cryptoNamedKey, cryptoSeedPhrase, salary],
];
