/** State and territory codes on number plates, with those that were replaced (OR, UA, DD). */
export const IN_PLATE_STATES: ReadonlySet<string> = new Set(
  (
    "AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS TG " +
    "UA UK UP WB"
  ).split(" "),
);

/** State codes of the goods and services tax; 97 other territory, 99 the centre. */
export function isGstState(code: string): boolean {
  return (code >= "01" && code <= "38") || code === "97" || code === "99";
}
