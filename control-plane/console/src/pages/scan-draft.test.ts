import { scanRequest } from "@dataguardian/shared/domain";
import { expect, test } from "vitest";
import { EMPTY_DRAFT, faultsOf, requestOf } from "./scan-draft.ts";

test("an empty form says which field is missing, for either way to name the place", () => {
  expect(faultsOf(EMPTY_DRAFT)).toEqual({ target: true });
  expect(faultsOf({ ...EMPTY_DRAFT, by: "source" })).toEqual({ source: true });
});

test.each(["-n", "a b", "..", "x;y"])("the ref %j is a fault", (ref) => {
  expect(faultsOf({ ...EMPTY_DRAFT, target: "/srv/a", ref })).toEqual({ ref: true });
});

test.each(["0", "", "abc", "1e9", "2.7", "-3"])(
  "with %j parts the request still fits the API's schema",
  (shards) => {
    const draft = { ...EMPTY_DRAFT, target: " /srv/a ", ref: "main", shards };
    expect(faultsOf(draft)).toEqual({});
    expect(scanRequest.parse(requestOf(draft))).toMatchObject({ target: "/srv/a", options: { ref: "main" } });
  },
);

test("exactly one of source and target is sent, whatever was typed before", () => {
  const request = requestOf({ ...EMPTY_DRAFT, by: "source", source: "crm-db", target: "/srv/a" });
  expect(scanRequest.parse(request).source).toBe("crm-db");
  expect(request.target).toBeUndefined();
});
