import type { Candidate } from "../../candidate.ts";
import { isCalendarDate } from "../../checks/calendar-date.ts";
import { isInHexRow } from "../../checks/hex-row.ts";
import { luhn } from "../../checks/luhn.ts";
import { cardIssuer } from "../../checks/payment-card-issuer.ts";
import type { Detector, Verdict } from "../../detector.ts";

/** Numbers that networks and payment providers publish for tests. */
const TEST_NUMBERS: ReadonlySet<string> = new Set(
  `4111111111111111 4242424242424242 4012888888881881 4012000033330026 4000056655665556 4000000000000002 4000002500003155
  4000000000009995 4000000000000077 4000000000003220 4222222222222 4988438843884305 4166676667666746 4646464646464644 4444333322221111
  4111111145551142 4917610000000000 4462030000000000 4917300800000000 4484070000000000 4005519200000004 4009348888881881
  4012000077777777 4217651111111119 4500600000000061 4000111111111115 4007000000027 5555555555554444 5105105105105100
  5200828282828210 5454545454545454 5555341244441115 2223003122003222 2223000048400011 2222400070000005 5424000000000015
  5577000055770004 5136333333333335 5585558555855583 5555444433331111 5111010030175156 2222405343248877 378282246310005
  371449635398431 378734493671000 374245455400126 370000000000002 341111111111111 343434343434343 6011111111111117
  6011000990139424 6011981111111113 6011000000000012 6445644564456445 30569309025904 38520000023237 36227206271667 3056930009020004
  36006666333344 38000000000006 3530111333300000 3566002020360505 3569990010095841 3566111111111113 6200000000000005
  6205500000000000004 6250941006528599 6759649826438453 6304000000000000 6011601160116611 5019717010103742 6331101999990016`.split(
    /\s+/,
  ),
);

/** Cards are printed in fours, American Express and Diners 4-6-5 and 4-6-4. */
const GROUPING =
  /^(?:\d{4}([ -])(?:\d{4}\1){2}\d{1,4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5}|\d{6}([ -])\d{10,13})$/;

/** `20241215103000…`: a moment, down to its thousandths. */
const isTimestamp = (digits: string) =>
  /^20\d{12}/.test(digits) &&
  isCalendarDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))) &&
  Number(digits.slice(8, 10)) < 24 &&
  Number(digits.slice(10, 12)) < 60;

function check(candidate: Candidate): Verdict | null {
  const { value } = candidate;
  const digits = value.replace(/\D/g, "");
  const grouped = digits.length !== value.length;
  if (grouped && !GROUPING.test(value)) return null;
  if (!luhn(digits) || isInHexRow(candidate)) return null;
  const issuer = cardIssuer(digits);
  if (issuer === null || isTimestamp(digits) || /^(\d)\1+$/.test(digits)) return null;
  const reasons = ["checksum Luhn", `issuer range ${issuer}`];
  if (TEST_NUMBERS.has(digits)) return { reasons, known: "published test number", confidence: 0.8 };
  // More than half zeros is a round number, or a constant.
  if (/0{8}/.test(digits)) return { reasons, confidence: 0.2 };
  const rare = digits.length < 14 || digits.length > 16 || issuer === "Maestro" || issuer === "Mir";
  if (grouped) return { reasons, confidence: 0.85 };
  return { reasons, confidence: rare ? 0.2 : 0.6 };
}

const CARD_WORDS: readonly string[] = [
  ...[
    "card",
    "cards",
    "card number",
    "cardnumber",
    "card no",
    "credit card",
    "creditcard",
    "debit card",
    "cc",
    "ccn",
    "cc number",
  ],
  ...[
    "kaart",
    "kaartnummer",
    "creditcardnummer",
    "betaalkaart",
    "pan",
    "visa",
    "mastercard",
    "amex",
    "american express",
  ],
  ...[
    "discover",
    "diners",
    "diners club",
    "jcb",
    "unionpay",
    "maestro",
    "kreditkarte",
    "kreditkartennummer",
    "karte",
    "kartennummer",
  ],
  ...[
    "carte",
    "carte bancaire",
    "carte de crédit",
    "numéro de carte",
    "tarjeta",
    "tarjeta de crédito",
    "carta di credito",
  ],
  ...[
    "cartão",
    "payment",
    "paid with",
    "cvv",
    "cvc",
    "ccnum",
    "acct card",
    "master card",
    "cardholder",
    "kaarthouder",
  ],
];

export const paymentCard: Detector = {
  id: "payment-card",
  entityType: "PAYMENT_CARD",
  rule: "pii.financial.card",
  category: "financial",
  format: "Twelve to nineteen digits in the range of a card network, together or in the groups of the card.",
  checksum: "Luhn.",
  forms: ["9{12}", "9999 9999 9", "9999-9999-9", "9999 999999 ", "9999-999999-", "999999 9999999999"],
  pattern: /(?<![\p{L}\d.,_]|[\p{L}\d]-|\d )\d(?:[ -]?\d){11,18}(?![\p{L}\d_]|\.\d|[ -]\d|-\p{L})/u,
  contextWords: CARD_WORDS,
  againstWords: [
    ...[
      "id",
      "ids",
      "imei",
      "trace",
      "snowflake",
      "tweet",
      "status id",
      "user id",
      "iccid",
      "sim",
      "gs1",
      "meter",
      "ean code",
    ],
    ...[
      "tracking no",
      "shipment",
      "time",
      "date",
      "account id",
      "nanos",
      "parcel number",
      "transaction id",
      "message id",
    ],
  ],
  check,
  confidence: { bare: 0.6, context: 0.95, against: 0.2 },
  normalise: (value) => value.replace(/\D/g, ""),
  visible: { head: 0, tail: 4 },
  references: [
    "ISO/IEC 7812-1",
    "PCI DSS 4.0.1 requirement 3",
    "https://docs.stripe.com/testing",
    "https://docs.adyen.com/development-resources/test-cards",
  ],
  examples: {
    match: [
      "5412 7503 1415 9261",
      "kaart 4024007103939509",
      "3714-963539-84314",
      "4111111111111111",
      '{"pan":"4024007103939509"}',
    ],
    ignore: [
      "4111111111111112",
      "0.4024007103939509",
      "4024 00710 3939 509",
      "id-4024007103939509",
      "9999999999999995",
      "4024007103939509-1",
      "550e8400-e29b-41d4-a716-446655440000",
      "40240071039395091111",
    ],
  },
};

/** Whether a card's number, or a word for one, stands close by. */
const cardNear = ({ text, start, end }: Candidate) =>
  /\b(?:card|credit|debit|visa|master ?card|amex|maestro|cvv2?|cvc2?|pan|kaart\w*|karte\w*|carte|tarjeta|kreditkarte\w*)(?![a-z])|\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}\b|card(?:_|[A-Z])/i.test(
    `${text.slice(Math.max(0, start - 160), start)} ${text.slice(end, end + 120)}`,
  );

export const cardSecurityCode: Detector = {
  id: "card-security-code",
  entityType: "CARD_SECURITY_CODE",
  rule: "pii.financial.card",
  category: "financial",
  format: "Three or four digits under the name of a card's security code.",
  names: [
    ...[
      "cvv",
      "cvc",
      "cvv2",
      "cvc2",
      "cvv code",
      "cvc code",
      "cvv number",
      "card security code",
      "card verification value",
    ],
    ...[
      "card verification code",
      "card code",
      "card cvv",
      "card cvc",
      "security code",
      "csc",
      "cid",
      "beveiligingscode",
      "prüfziffer",
    ],
    ...[
      "kartenprüfnummer",
      "sicherheitscode",
      "cryptogramme",
      "cryptogramme visuel",
      "código de seguridad",
      "veiligheidscode",
    ],
  ],
  looseName: true,
  pattern: /(?:(?:is|was|code|number|no\.?)[ :]{1,2})?\d{3,4}(?![\w%]|[.,/:-]\d|-[a-z])/i,
  check: (candidate) => {
    const named = /cv[vc]|card|kart|cryptog/i.test(candidate.name);
    if (!named && !cardNear(candidate)) return null;
    if (/^(\d)\1+$/.test(candidate.value) && /0/.test(candidate.value)) return null;
    return { reasons: ["digits under the name of a security code"] };
  },
  confidence: { bare: 0.9, context: 0.9 },
  visible: { head: 0, tail: 0 },
  references: ["PCI DSS 4.0.1 requirement 3.3.1.2"],
  examples: {
    match: ["CVV: 482", '"cvc": "7391"', "card 4024007103939509, security code 482", "cvv=937"],
    ignore: ["cvv: 48", "cvv: 12345", "your security code 482", "cvc v482", "CVC-2024/482"],
  },
};

export const cardExpiry: Detector = {
  id: "card-expiry",
  entityType: "CARD_EXPIRY",
  rule: "pii.financial.card",
  category: "financial",
  severity: "medium",
  format: "Month and year under the name of an expiry date, near a card.",
  names: [
    ...[
      "exp",
      "exp date",
      "expiry",
      "expiry date",
      "expiration",
      "expiration date",
      "expires",
      "expires on",
      "valid thru",
      "valid until",
    ],
    ...[
      "good thru",
      "card expiry",
      "card exp",
      "cc exp",
      "vervaldatum",
      "geldig tot",
      "verloopt",
      "gültig bis",
      "ablaufdatum",
    ],
    ...[
      "date d'expiration",
      "expire fin",
      "valable jusqu'au",
      "fecha de caducidad",
      "vencimiento",
      "scadenza",
      "validade",
      "mm/yy",
    ],
  ],
  looseName: true,
  pattern: /(?:0?[1-9]|1[0-2])(?:\s?[/-]\s?)(?:20)?[2-4]\d(?![\w/-])|(?:0[1-9]|1[0-2])[2-4]\d(?!\w)/,
  check: (candidate) => {
    if (!cardNear(candidate) && !/card|cc/i.test(candidate.name)) return null;
    return { reasons: ["month and year beside a card"] };
  },
  confidence: { bare: 0.85, context: 0.9 },
  visible: { head: 0, tail: 0 },
  references: ["PCI DSS 4.0.1 requirement 3", "ISO/IEC 7813"],
  examples: {
    match: [
      "card 4024007103939509 exp 09/27",
      "Visa, valid thru: 11/2028",
      "card_exp: 04/29",
      "kaart 4024007103939509 vervaldatum 09/27",
    ],
    ignore: ["certificate expires 09/27", "exp: 13/27 card", "card expiry 2027"],
  },
};
