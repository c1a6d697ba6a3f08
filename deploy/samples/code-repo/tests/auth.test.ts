import { expect, test } from "vitest";
import { verify } from "../src/auth.ts";

// Taken from a real session, long expired.
const SESSION = "{{jwt:session}}";

test("an expired token is refused", () => {
  expect(verify(SESSION)).toBe(false);
  expect(verify("eyJub3QiOiJhIHRva2VuIn0")).toBe(false);
});
