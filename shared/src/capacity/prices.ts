/**
 * What the platform charges, as data. List prices in US dollars, without tax, as they were noted by `readOn` from the provider's public
 * documentation, pages as named. Prices change: change them here, with the date, and nowhere else.
 */
interface Price {
  /** US dollars for `per` units beyond what the base fee includes. */
  usd: number;
  per: number;
  included: number;
  /** The page of the provider's documentation. */
  page: string;
}

const MILLION = 1_000_000;

export const PRICES = {
  readOn: "2026-11-26",
  plan: "Cloudflare Workers Paid",
  baseUsd: 5,
  of: {
    requests: { usd: 0.3, per: MILLION, included: 10 * MILLION, page: "Workers: Pricing" },
    cpuMs: { usd: 0.02, per: MILLION, included: 30 * MILLION, page: "Workers: Pricing" },
    hubRequests: { usd: 0.15, per: MILLION, included: MILLION, page: "Durable Objects: Pricing" },
    hubGbSeconds: { usd: 12.5, per: MILLION, included: 400_000, page: "Durable Objects: Pricing" },
    rowsWritten: { usd: 1, per: MILLION, included: 50 * MILLION, page: "D1: Pricing" },
    rowsRead: { usd: 0.001, per: MILLION, included: 25_000 * MILLION, page: "D1: Pricing" },
    databaseGb: { usd: 0.75, per: 1, included: 5, page: "D1: Pricing" },
    objectGb: { usd: 0.015, per: 1, included: 10, page: "R2: Pricing" },
    objectWrites: { usd: 4.5, per: MILLION, included: MILLION, page: "R2: Pricing" },
    objectReads: { usd: 0.36, per: MILLION, included: 10 * MILLION, page: "R2: Pricing" },
  },
} as const satisfies {
  readOn: string;
  plan: string;
  baseUsd: number;
  of: Record<string, Price>;
};

export type Metered = keyof typeof PRICES.of;

/** Dollars and euros are counted as equal: our side then looks dearer than it is for as long as a euro buys more than a dollar. */
export const EUR_PER_USD = 1;

/** The table of the product before this one: its own servers, by its own estimate, in euros a month. */
export const OLD_SYSTEM = [
  { users: { from: 5, to: 10 }, server: "VPS, 4 cores, 8 GB", eurPerUser: { from: 4, to: 8 } },
  { users: { from: 10, to: 25 }, server: "VPS, 8 cores, 16 GB", eurPerUser: { from: 3, to: 6 } },
  { users: { from: 50, to: 100 }, server: "several servers", eurPerUser: { from: 1.5, to: 6 } },
] as const;
