/** The console in a real browser, against the real control plane: sign in, watch a scan arrive, read its findings. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCodeRepo } from "../src/samples/build-code-repo.ts";
import { Harness, type Tenant } from "./harness.ts";

const harness = new Harness();
let tenant: Tenant;
let browser: Browser;
const repo = join(harness.dir, "code-repo");

beforeAll(async () => {
  await harness.up();
  tenant = await harness.tenant();
  await buildCodeRepo(repo);
  await tenant.agent({ name: "browser-agent", root: repo });
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    // Not the package's own arguments: its single process dies with the first page that closes.
    args: ["--no-sandbox", "--disable-gpu", "--headless=shell"],
    headless: true,
  });
});

afterAll(async () => {
  await browser?.close();
  await harness.down();
});

/** With CONSOLE_SHOTS set to a folder, what a person would see is kept there to look at. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["CONSOLE_SHOTS"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

test("a person signs in, sees a scan come in live, and reads its findings and coverage", async () => {
  const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.name));
  await page.goto(harness.url);
  await page.getByLabel("E-mail address").fill("owner-1@example.org");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("do not belong together").waitFor();
  await page.getByLabel("Password", { exact: true }).fill(tenant.tokens.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Agents" }).first().waitFor();
  await shot(page, "scans-empty");

  const { scanId } = await tenant.scan(repo);
  await tenant.ended(scanId);
  const row = page.locator(`a[href$="${scanId}"]`).first();
  await row.waitFor();
  await shot(page, "scans");
  await row.click();
  await page.getByText("hr/export.csv").first().waitFor();
  await page.getByText(".dataguardianignore").first().waitFor();
  await shot(page, "scan");

  await page.getByRole("link", { name: "Agents" }).first().click();
  await page.getByText("browser-agent").first().waitFor();
  await shot(page, "agents");
  await page.getByRole("link", { name: "Queue" }).first().click();
  await page.waitForURL(/queue/);
  await shot(page, "queue");
  expect(faults).toEqual([]);
  await page.close();
});

test("in Dutch, on a phone", async () => {
  const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(harness.url);
  await page.getByLabel("Wachtwoord", { exact: true }).waitFor();
  expect(await page.evaluate("document.documentElement.lang")).toBe("nl");
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await shot(page, "sign-in-nl-phone");
  await context.close();
});
