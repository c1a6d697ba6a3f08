import { expect, test } from "vitest";
import { crc32Base36 } from "./crc32-base36.ts";

test("gives the tail of the token that GitLab's design document shows", () => {
  expect(crc32Base36("bzoxd_Rb5_cHeWe1JH56wr2FCBA.0r")).toBe("1pum4t4");
});
