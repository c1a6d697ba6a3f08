/** The console's Capacity page in a real browser: empty, with work done, the planner, and a schedule made and paused. */
import { join } from "node:path";
import { scheduleList } from "@dataguardian/shared/api";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCodeRepo } from "../src/samples/build-code-repo.ts";
import { launchBrowser, shot } from "./console-browser.ts";
import { Harness, type Tenant } from "./harness.ts";

const harness = new Harness();
let tenant: Tenant;
let browser: Browser;
const repo = join(harness.dir, "code-repo");

beforeAll(async () => {
  await harness.up();
  tenant = await harness.tenant();
  await buildCodeRepo(repo);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await harness.down();
});

async function signIn(page: Page, labels: { email: string; password: string; submit: string }) {
  await page.goto(`${harness.url}/capacity`);

  await page.getByLabel(labels.email).fill("owner-1@example.org");
  await page.getByLabel(labels.password, { exact: true }).fill(tenant.tokens.password);
  await page.getByRole("button", { name: labels.submit }).click();
}

test("shows what there is room for, plans a fleet, and keeps a schedule", async () => {
  const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`${error.name}: ${error.message}`));
  await signIn(page, { email: "E-mail address", password: "Password", submit: "Sign in" });
  await page.getByRole("heading", { name: "Capacity" }).waitFor();
  await page.getByText("no agent connected").waitFor();
  await page.getByText("No alert is open.").waitFor();
  await page.getByText("No schedules yet").waitFor();
  await shot(page, "capacity-empty");

  await tenant.agent({ name: "browser-agent", root: repo, source: "example-code" });
  for (let n = 0; n < 3; n++) await tenant.ended((await tenant.scan(repo)).scanId);
  await page.getByText("Agents connected").waitFor();

  await page.getByRole("button", { name: "Work it out" }).click();
  await page.getByText("Agents at the peak").waitFor();
  expect(await page.locator("li[aria-label*='agents, wait']").count()).toBe(24);

  await page.getByRole("button", { name: "New schedule" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create schedule" }).click();
  await dialog.getByText("Enter a name.").waitFor();
  await dialog.getByLabel("Name").fill("Every night");
  await dialog.getByRole("combobox", { name: "Source" }).selectOption("example-code");
  await dialog.getByRole("button", { name: "Add hours of the week" }).click();
  await dialog.getByText("Sat", { exact: true }).click();
  await dialog.getByLabel("Until").fill("19:30");
  await dialog.getByRole("button", { name: "Add dates" }).click();
  await dialog.getByRole("button", { name: "Create schedule" }).click();
  await dialog.getByText("Choose at least one day").waitFor();
  await dialog.getByLabel("First day").fill("2026-12-24");
  await dialog.getByLabel("Last day").fill("2027-01-02");
  await dialog.getByLabel("Spread over").fill("15");
  await dialog.getByLabel("Runs that were missed").selectOption("one");
  await shot(page, "capacity-new-schedule");
  await dialog.getByRole("button", { name: "Create schedule" }).click();
  await page.getByRole("button", { name: "Pause Every night" }).click();
  await page.getByRole("button", { name: "Resume Every night" }).waitFor();
  await page.getByText("2 times or dates without a run").waitFor();
  const { schedules } = await tenant.api.call("GET", "/v1/schedules", scheduleList);
  expect(schedules[0]).toMatchObject({
    jitterMs: 900_000,
    catchUp: "one",
    blackouts: [
      { days: [1, 2, 3, 4, 5, 6], from: "08:00", until: "19:30" },
      { fromDate: "2026-12-24", untilDate: "2027-01-02" },
    ],
  });
  await shot(page, "capacity");
  expect(faults).toEqual([]);
  await page.close();
});

test("in Dutch, on a phone, in the dark", async () => {
  const context = await browser.newContext({
    locale: "nl-NL",
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
  });
  const page = await context.newPage();
  await signIn(page, { email: "E-mailadres", password: "Wachtwoord", submit: "Aanmelden" });
  await page.getByRole("heading", { name: "Capaciteit" }).waitFor();
  await page.getByRole("button", { name: "Reken uit" }).click();
  await page.getByText("Agents op het drukste uur").waitFor();
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await shot(page, "capacity-nl-phone");
  await context.close();
});
