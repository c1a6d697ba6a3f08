import type { CapacityHistory, ScheduleRequest, ScheduleView } from "@dataguardian/shared/api";
import { queryOptions } from "@tanstack/react-query";
import { accepted, api } from "./client.ts";
import { keys } from "./keys.ts";

export type Span = CapacityHistory["span"];

export const capacityQuery = queryOptions({
  queryKey: keys.capacity,
  queryFn: ({ signal }) => accepted(api.v1.capacity.$get({ query: {} }, { init: { signal } })),
});

export const historyQuery = (span: Span) =>
  queryOptions({
    queryKey: keys.history(span),
    queryFn: ({ signal }) =>
      accepted(api.v1.capacity.history.$get({ query: { span } }, { init: { signal } })),
    staleTime: 30_000,
  });

export const usageQuery = queryOptions({
  queryKey: keys.usage,
  queryFn: ({ signal }) => accepted(api.v1.usage.$get({}, { init: { signal } })),
});

export const alertsQuery = queryOptions({
  queryKey: keys.alerts,
  queryFn: async ({ signal }) =>
    (await accepted(api.v1.alerts.$get({ query: { state: "open" } }, { init: { signal } }))).alerts,
});

export const acknowledgeAlert = (id: string) =>
  accepted(api.v1.alerts[":id"].acknowledge.$post({ param: { id } }));

export const schedulesQuery = queryOptions({
  queryKey: keys.schedules,
  queryFn: async ({ signal }) => (await accepted(api.v1.schedules.$get({}, { init: { signal } }))).schedules,
});

/** A request as a person fills it in; the API adds the defaults. */
type NewSchedule = Pick<ScheduleRequest, "name" | "cron" | "timeZone"> & {
  scan: Pick<ScheduleRequest["scan"], "kind"> & Partial<ScheduleRequest["scan"]>;
};

export const createSchedule = (json: NewSchedule) => accepted(api.v1.schedules.$post({ json }));

/** A schedule is changed as a whole, so what stays the same goes along. */
export const setScheduleEnabled = (schedule: ScheduleView, enabled: boolean) => {
  const { name, cron, timeZone, blackouts, jitterMs, catchUp, scan } = schedule;
  const json = { name, cron, timeZone, blackouts, jitterMs, catchUp, scan, enabled };
  return accepted(api.v1.schedules[":id"].$put({ param: { id: schedule.id }, json }));
};

export const removeSchedule = (id: string) => accepted(api.v1.schedules[":id"].$delete({ param: { id } }));
