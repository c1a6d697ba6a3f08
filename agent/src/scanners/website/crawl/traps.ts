/** Sites that never end: calendars, filters, paths that repeat themselves. Each ends in a reason that is counted. */
const TRAP_REASONS = {
  repeats: "an address that repeats itself",
  tooDeep: "an address with more folders than the limit",
  variants: "more variants of one page than the limit",
  dates: "more pages of a calendar than the limit",
  alike: "more pages of one kind than the limit",
} as const;
type TrapReason = (typeof TRAP_REASONS)[keyof typeof TRAP_REASONS];

const MAX_SEGMENTS = 20;
const MAX_SAME_SEGMENT = 3;
const MAX_VARIANTS = 60;
const MAX_DATES = 60;
const MAX_ALIKE = 2_000;
const MAX_PARAMETERS = 12;
const DATE = /(?<!\d)(?:19|20)\d\d(?:[-/.]?(?:0?[1-9]|1[0-2])(?!\d)|[^?]*(?:month|maand|week|dag|day)=?)/i;

/** Remembers how many addresses of each shape have been let through. */
export class Traps {
  readonly #counts = new Map<string, number>();

  /** A reason not to go there, or null. */
  judge(url: URL): TrapReason | null {
    const segments = url.pathname.split("/").filter((segment) => segment !== "");
    if (segments.length > MAX_SEGMENTS) return TRAP_REASONS.tooDeep;
    const most = Math.max(0, ...[...countsOf(segments).values()]);
    if (most > MAX_SAME_SEGMENT) return TRAP_REASONS.repeats;
    const names = [...url.searchParams.keys()].sort();
    if (names.length > MAX_PARAMETERS) return TRAP_REASONS.variants;
    const path = `${url.host}${url.pathname.replace(/\d+/g, "#")}`;
    if (DATE.test(url.pathname + url.search) && !this.#take(`date ${path}?${names.join("&")}`, MAX_DATES))
      return TRAP_REASONS.dates;
    if (url.search !== "" && !this.#take(`query ${url.host}${url.pathname}`, MAX_VARIANTS))
      return TRAP_REASONS.variants;
    return this.#take(`shape ${path}?${names.join("&")}`, MAX_ALIKE) ? null : TRAP_REASONS.alike;
  }

  #take(what: string, most: number): boolean {
    const count = (this.#counts.get(what) ?? 0) + 1;
    this.#counts.set(what, count);
    return count <= most;
  }
}

function countsOf(segments: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const segment of segments) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  return counts;
}
