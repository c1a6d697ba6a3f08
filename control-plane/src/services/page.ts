/** Newest first, by (time, id): a place in the list that stays put while rows are added at its head. */
import { type Column, desc, type SQL, sql } from "drizzle-orm";
import { refuse } from "./fault.ts";

export interface PageRequest {
  cursor?: string | undefined;
  limit: number;
}

interface Placed {
  id: string;
  at: number;
}

export function before(at: Column, id: Column, cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  const place = placeOf(cursor);
  return sql`(${at}, ${id}) < (${place.at}, ${place.id})`;
}

function placeOf(cursor: string): Placed {
  const [, time, id] = /^(\d{1,15})\.([a-z0-9_]{1,64})$/.exec(cursor) ?? [];
  if (time === undefined || id === undefined) throw refuse({ tag: "invalid_request", issues: ["cursor"] });
  return { at: Number(time), id };
}

/** The same for rows whose ids say when they were made. */
export function beforeId(id: Column, cursor: string | undefined): SQL | undefined {
  return cursor === undefined ? undefined : sql`${id} < ${placeOf(cursor).id}`;
}

export const newestIdFirst = (id: Column): SQL[] => [desc(id)];

export const newestFirst = (at: Column, id: Column): SQL[] => [desc(at), desc(id)];

/** Ask for one row more than the page holds: if it comes, there is a next page. */
export function cutPage<T>(
  rows: T[],
  limit: number,
  place: (row: T) => Placed,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items, next: null };
  const { at, id } = place(last);
  return { items, next: `${at}.${id}` };
}
