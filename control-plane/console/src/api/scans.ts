import type { ScanRequest, Severity } from "@dataguardian/shared/domain";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
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

export const findingsQuery = (id: string, severity: Severity | null) =>
  infiniteQueryOptions({
    queryKey: keys.findings(id, severity),
    queryFn: ({ pageParam, signal }) =>
      accepted(
        api.v1.scans[":id"].findings.$get(
          {
            param: { id },
            query: {
              limit: FINDINGS_PER_PAGE,
              ...(pageParam !== null && { cursor: pageParam }),
              ...(severity !== null && { severity }),
            },
          },
          { init: { signal } },
        ),
      ),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });

/** The key makes a repeated click, or a repeated request after a lost reply, ask for one scan only. */
export const createScan = (request: NewScan, idempotencyKey: string) =>
  accepted(api.v1.scans.$post({ json: request, header: { "idempotency-key": idempotencyKey } }));

export const cancelScan = (id: string) => accepted(api.v1.scans[":id"].cancel.$post({ param: { id } }));

export const redriveJob = (id: string) => accepted(api.v1.jobs[":id"].redrive.$post({ param: { id } }));
