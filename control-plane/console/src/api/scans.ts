import type { ScanRequest, Severity } from "@dataguardian/shared/domain";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { accepted, api } from "./client.ts";
import { keys } from "./keys.ts";

/** A request as a person fills it in; the API adds the defaults. */
export type NewScan = Pick<ScanRequest, "kind"> & Partial<ScanRequest>;

const SCANS_PER_PAGE = "30";
const FINDINGS_PER_PAGE = "50";

const FIRST_PAGE = null as string | null;

export const scansQuery = infiniteQueryOptions({
  queryKey: keys.scans,
  queryFn: ({ pageParam, signal }) =>
    accepted(
      api.v1.scans.$get(
        { query: { limit: SCANS_PER_PAGE, ...(pageParam !== null && { cursor: pageParam }) } },
        { init: { signal } },
      ),
    ),
  initialPageParam: FIRST_PAGE,
  getNextPageParam: (last) => last.next,
});

export const scanQuery = (id: string) =>
  queryOptions({
    queryKey: keys.scan(id),
    queryFn: ({ signal }) => accepted(api.v1.scans[":id"].$get({ param: { id } }, { init: { signal } })),
  });

/** Anew with each part that is done; a scan whose jobs have drawn none has no map. */
export const dataMapQuery = (id: string, partsDone: number) =>
  queryOptions({
    queryKey: keys.dataMap(id, partsDone),
    queryFn: ({ signal }) =>
      accepted(api.v1.scans[":id"]["data-map"].$get({ param: { id } }, { init: { signal } })),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });

/** The next page to ask for: a severity, and where to go on in it. */
export interface FindingsPlace {
  severity: Severity;
  cursor: string | null;
}

/**
 * The findings of these severities, one severity after the other. The API pages by place, and a reader wants the worst
 * first. A page may come back short, or empty, with more behind it.
 */
export const findingsQuery = (id: string, severities: readonly Severity[]) =>
  infiniteQueryOptions({
    queryKey: keys.findings(id, severities),
    queryFn: ({ pageParam, signal }) => readFindings(id, pageParam, signal),
    initialPageParam: placeAfter(severities, null, null),
    getNextPageParam: (last, _pages, place) => placeAfter(severities, place, last.next),
  });

function readFindings(id: string, place: FindingsPlace | null, signal: AbortSignal) {
  if (place === null) return { findings: [], next: null };
  const { severity, cursor } = place;
  const query = { severity, limit: FINDINGS_PER_PAGE, ...(cursor !== null && { cursor }) };
  return accepted(api.v1.scans[":id"].findings.$get({ param: { id }, query }, { init: { signal } }));
}

/** Where to go on after a page of `place` that ended with `next`; null when that was the last one. */
export function placeAfter(
  severities: readonly Severity[],
  place: FindingsPlace | null,
  next: string | null,
): FindingsPlace | null {
  if (place !== null && next !== null) return { severity: place.severity, cursor: next };
  const following = severities[place === null ? 0 : severities.indexOf(place.severity) + 1];
  return following === undefined ? null : { severity: following, cursor: null };
}

/** The key makes a repeated click, or a repeated request after a lost reply, ask for one scan only. */
export const createScan = (request: NewScan, idempotencyKey: string) =>
  accepted(api.v1.scans.$post({ json: request, header: { "idempotency-key": idempotencyKey } }));

export const cancelScan = (id: string) => accepted(api.v1.scans[":id"].cancel.$post({ param: { id } }));

export const redriveJob = (id: string) => accepted(api.v1.jobs[":id"].redrive.$post({ param: { id } }));
