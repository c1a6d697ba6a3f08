import { queryOptions } from "@tanstack/react-query";
import { accepted, api } from "./client.ts";
import { keys } from "./keys.ts";

export const queueQuery = queryOptions({
  queryKey: keys.queue,
  queryFn: ({ signal }) => accepted(api.v1.queue.$get({}, { init: { signal } })),
});

export const agentsQuery = queryOptions({
  queryKey: keys.agents,
  queryFn: async ({ signal }) => (await accepted(api.v1.agents.$get({}, { init: { signal } }))).agents,
});

export const sourcesQuery = queryOptions({
  queryKey: keys.sources,
  queryFn: async ({ signal }) => (await accepted(api.v1.sources.$get({}, { init: { signal } }))).sources,
});

export const enrolmentTokensQuery = queryOptions({
  queryKey: keys.enrolmentTokens,
  queryFn: async ({ signal }) =>
    (await accepted(api.v1["enrolment-tokens"].$get({}, { init: { signal } }))).tokens,
});

export const drainAgent = (id: string) =>
  accepted(api.v1.agents[":id"].drain.$post({ param: { id }, json: {} }));

export const revokeAgent = (id: string) => accepted(api.v1.agents[":id"].revoke.$post({ param: { id } }));

/** Waits until the agent has tried; up to half a minute. */
export const checkSource = (id: string, source: string) =>
  accepted(api.v1.agents[":id"].check.$post({ param: { id }, json: { source } }));

/** The reply is the only place where the token itself stands. */
export const createEnrolmentToken = (name: string) =>
  accepted(api.v1["enrolment-tokens"].$post({ json: { name } }));

export const revokeEnrolmentToken = (id: string) =>
  accepted(api.v1["enrolment-tokens"][":id"].$delete({ param: { id } }));
