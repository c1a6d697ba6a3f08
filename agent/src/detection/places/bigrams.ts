/**
 * How common two characters beside each other are in source code and its documentation: the logarithm of their share, from
 * 0 to 9, by row a to z, anything else, a digit, and column likewise. Counted over 80 MB of packages; it decides only by
 * which of its stretches a keyword is looked for.
 */
const BIGRAMS = [
  "5666446353576636476755555365",
  "6544634355363363455353325354",
  "6454633654664373354752324264",
  "6555744363354464455554334274",
  "6566565454466756577755566385",
  "6443553262253463265562324264",
  "5443644552354544355553323264",
  "6343732363334353354543313263",
  "5566666332466775457645242554",
  "4322522232222252226232312243",
  "4333634352233433235332313263",
  "6545743362464464346665325263",
  "6634633264345566335353224263",
  "6466656353554565347765325273",
  "5666465354566756276665643363",
  "6344634452363365265653234264",
  "4332333232252222333362222243",
  "6455755362555674366655426273",
  "5464744563454565546764445274",
  "6454744773455465466664446374",
  "5555655251266635166632132355",
  "6333623252222352134332222254",
  "5333533552232553254322422263",
  "4343433243433346234632223264",
  "4444443342454546245433423373",
  "3322512231132252223222323353",
  "7677776676666777577766655597",
  "5444443333333333343333243377",
];

function classOf(literal: string, at: number): number {
  const unit = literal.charCodeAt(at) | 0x20;
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61;
  return /\d/.test(literal[at] ?? "") ? 27 : 26;
}

/** How common the four characters at `at` are: a sum of logarithms. */
export function commonness(literal: string, at: number): number {
  let sum = 0;
  for (let i = at; i < at + 3; i++)
    sum += Number(BIGRAMS[classOf(literal, i)]?.[classOf(literal, i + 1)] ?? 0);
  // Of two, the one with letters that stand by themselves more seldom; all four count, not only the pairs.
  return sum + (/[\d_]/.test(literal.slice(at, at + 4)) ? -0.5 : 0);
}
