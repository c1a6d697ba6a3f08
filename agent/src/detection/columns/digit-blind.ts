/** What stands for all digits alike, or for none; how often something is repeated; and the number of a character that is no digit. */
const NOT_TELLING =
  /\\d|\\[pP]\{[^}]*\}|0-9|\{\d+,?\d*\}|\\u(?!003\d)[\da-fA-F]{4}|\\x(?!3\d)[\da-fA-F]{2}|\\u\{[^}]*\}/g;

/**
 * Whether a pattern takes one digit for another wherever it takes a digit, so that what it matches in a value follows from
 * the value's shape. False where that is not plain to see: a digit in it is one that it wants, or a group that is to come again.
 */
export const isDigitBlind = ({ source }: RegExp): boolean => !/\d|\\k</.test(source.replace(NOT_TELLING, ""));
