/** The browser that the console is tested with. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { shippedBrowser } from "@dataguardian/agent/browser";
import { type Browser, chromium as playwright, type Page } from "playwright-core";

export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: (await shippedBrowser()).executable,
    // Not the package's own arguments: its single process dies with the first page that closes.
    args: ["--no-sandbox", "--disable-gpu", "--headless=shell"],
    headless: true,
  });
}

/** With CONSOLE_SHOTS set to a folder, what a person would see is kept there to look at. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["CONSOLE_SHOTS"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
