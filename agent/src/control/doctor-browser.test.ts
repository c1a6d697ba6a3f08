import { expect, test } from "vitest";
import type { AgentConfig } from "../config/index.ts";
import { browserChecks } from "./doctor-browser.ts";

const withKinds = (...kinds: AgentConfig["policy"]["kinds"]) =>
  ({ policy: { kinds } }) as Pick<AgentConfig, "policy">;

test("the doctor says whether the browser starts, and whether in its sandbox", async () => {
  expect(await browserChecks(withKinds("code"), {})).toEqual([]);
  const [none] = await browserChecks(withKinds("website"), { DATAGUARDIAN_CHROMIUM: "/nowhere/chromium" });
  expect(none).toMatchObject({ state: "warn", sentence: expect.stringMatching(/^does not start/) });
  const [started] = await browserChecks(withKinds("code", "website"), {});
  expect(started).toMatchObject(
    process.getuid?.() === 0
      ? { state: "warn", sentence: expect.stringMatching(/^starts without its own sandbox/) }
      : { name: "browser" },
  );
}, 60_000);
