/** The console in a real browser, against the real control plane: sign in, watch a scan arrive, read its findings. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildModel } from "../src/samples/build-model.ts";
import { buildCodeRepo } from "../src/samples/build-code-repo.ts";
import { launchBrowser, shot } from "./console-browser.ts";
import { runDataguardian } from "../src/stack/agent-process.ts";
import { buildConsole } from "../src/stack/build.ts";
import { Harness, type Tenant } from "./harness.ts";
import { findPlanted, PLANTED } from "./planted.ts";

const harness = new Harness();
let tenant: Tenant;
let browser: Browser;
const repo = join(harness.dir, "code-repo");

beforeAll(async () => {
  await buildConsole();
  await harness.up();
  tenant = await harness.tenant();
  await buildCodeRepo(repo);
  await tenant.agent({ name: "browser-agent", root: repo });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await harness.down();
});

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

test("in Dutch, a privacy officer answers what a model is used for, and reads which risk class that points to", async () => {
  const models = join(harness.dir, "models");
  await buildModel(models);
  await tenant.agent({ name: "model-agent", root: models, kinds: ["ai-model"] });
  const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.name));
  await page.goto(harness.url);
  await page.getByLabel("E-mailadres").fill("owner-1@example.org");
  await page.getByLabel("Wachtwoord", { exact: true }).fill(tenant.tokens.password);
  await page.getByRole("button", { name: "Aanmelden" }).click();
  await page.getByRole("button", { name: "Nieuwe scan" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Soort scan").selectOption("ai-model");
  await form.getByLabel("Pad of adres", { exact: true }).fill(models);
  await form.getByRole("button", { name: "Vragen beantwoorden" }).click();
  // What is open is pointed out before anything is asked for.
  await form.getByRole("button", { name: "Scan starten" }).click();
  await form.getByText("Kies wat er met de uitkomst gebeurt.").waitFor();
  await form.getByLabel("Waarvoor wordt het gebruikt?").selectOption("employment");
  await form.getByLabel("Het model beslist zelf").check();
  await form.getByLabel("werknemers").check();
  await form.getByLabel("Mensen praten ermee").check();
  await form.getByLabel("emoties op het werk of in het onderwijs").check();
  await shot(page, "new-model-scan-nl");
  await form.getByRole("button", { name: "Scan starten" }).click();
  const use = page.getByRole("region", { name: "Risicoklasse van het gebruik" });
  for (const text of [
    "Mogelijk een verboden praktijk",
    "artikel 5(1)(f), vanaf 2025-02-02",
    "Wijst op hoog risico",
    "bijlage III, punt 4",
    "artikel 26(7)",
    "artikel 50(1)",
    "geen oordeel",
  ])
    await use.getByText(text).first().waitFor();
  await page.getByText("Indicatie van hoogrisicogebruik").first().waitFor();
  await shot(page, "model-scan-nl");
  expect(faults).toEqual([]);
  await context.close();
});

test("in Dutch, a privacy officer finds where a person's data stands, and what was typed goes nowhere", async () => {
  const { NL_BSN = "", EMAIL_ADDRESS = "" } = PLANTED;
  const crm = join(harness.dir, "crm.db");
  const db = new DatabaseSync(crm);
  db.exec(`create table klanten (id integer primary key, bsn text, contact text);
    create table bestellingen (id integer primary key, klant integer references klanten(id), wat text);
    insert into klanten values (1, '${NL_BSN}', 'Mail: ${EMAIL_ADDRESS}'), (2, '${NL_BSN}', 'geen');
    insert into bestellingen values (10, 1, 'fiets');`);
  db.close();
  const agent = await tenant.agent({ name: "crm-agent", root: harness.dir, kinds: ["database"], crm });
  const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  const sent: string[] = [];
  page.on("pageerror", (error) => faults.push(error.name));
  page.on("console", (line) => sent.push(line.text()));
  page.on("request", (request) => sent.push(request.url(), request.postData() ?? ""));
  await page.goto(harness.url);
  await page.getByLabel("E-mailadres").fill("owner-1@example.org");
  await page.getByLabel("Wachtwoord", { exact: true }).fill(tenant.tokens.password);
  await page.getByRole("button", { name: "Aanmelden" }).click();
  await page.getByRole("button", { name: "Nieuwe scan" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Soort scan").selectOption("person");
  // The very fingerprint that the agent's own status says.
  const status = await runDataguardian(["agent", "status", "--config", join(agent.dir, "agent.yaml")]);
  const fingerprint = /key ((?:[0-9a-f]{4} ?){5})/.exec(status.stdout)?.[1] ?? "none";
  await form.getByText(fingerprint).waitFor();
  await form.getByRole("button", { name: "Verzegelen en zoeken" }).click();
  await form.getByText("Vul ten minste één gegeven in").waitFor();
  await form.getByLabel("BSN").fill("123456789");
  await form.getByText("Dit is geen BSN").waitFor();
  await form.getByLabel("BSN").fill(NL_BSN);
  await form.getByLabel("E-mailadres").fill(EMAIL_ADDRESS);
  await shot(page, "find-person-nl");
  await form.getByRole("button", { name: "Verzegelen en zoeken" }).click();
  const places = page.getByRole("region", { name: "Waar de gegevens van de persoon staan" });
  for (const text of ["Burgerservicenummer", "E-mailadres", "bestellingen", "door een verwijzing"])
    await places.getByText(text).first().waitFor();
  await shot(page, "person-scan-nl");
  const state = JSON.stringify(await context.storageState()) + page.url() + sent.join("\n");
  for (const value of [NL_BSN, EMAIL_ADDRESS]) expect(state.includes(value)).toBe(false);
  expect(sent.some((text) => text.includes('"sealed"'))).toBe(true);
  expect(findPlanted(harness.dir, { NL_BSN, EMAIL_ADDRESS }, [crm])).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test("in Dutch, in the dark and on a phone: where a person's data spreads, and whether a database can be read", async () => {
  const { NL_BSN = "" } = PLANTED;
  const shop = join(harness.dir, "shop.db");
  const db = new DatabaseSync(shop);
  db.exec(`create table klanten (id integer primary key, naam text, mail text, bsn text, dossier text);
    create table bestellingen (id integer primary key, klant integer references klanten(id), wat text);
    create table regels (bestelling integer references bestellingen(id), artikel text);
    insert into klanten values (0, 'Sanne de Vries', 'sanne@voorbeeld-post.nl', '${NL_BSN}', 'diabetes type 2');`);
  const klant = db.prepare("insert into klanten values (?, 'Daan Jansen', ?, null, null)");
  for (let i = 1; i < 40; i++) klant.run(i, `daan${i}@voorbeeld-post.nl`);
  db.exec("insert into bestellingen values (10, 1, 'fiets')");
  db.close();
  const owner = await harness.tenant();
  await owner.agent({ name: "shop-agent", root: harness.dir, kinds: ["database"], crm: shop });
  const id = await owner.api.createScan({ kind: "database", source: "crm" });
  await owner.ended(id);
  const context = await browser.newContext({
    ...{ locale: "nl-NL", viewport: { width: 390, height: 844 }, colorScheme: "dark" as const },
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.name));
  await page.goto(`${harness.url}/scans/${id}`);
  await page.getByLabel("E-mailadres").fill("owner-2@example.org");
  await page.getByLabel("Wachtwoord", { exact: true }).fill(owner.tokens.password);
  await page.getByRole("button", { name: "Aanmelden" }).click();
  const map = page.getByRole("region", { name: "Gegevenskaart" });
  for (const text of [
    "ongeveer 40 personen, volgens mail",
    "Burgerservicenummer",
    "regels.bestelling → bestellingen.id",
  ])
    await map.getByText(text).first().waitFor();
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await shot(page, "data-map-nl-phone-dark");
  const download = page.waitForEvent("download");
  await map.getByRole("link", { name: "Downloaden als JSON" }).click();
  const saved = readFileSync(await (await download).path(), "utf8");
  expect(JSON.parse(saved)).toMatchObject({
    schema: "dataguardian.datamap/1",
    database: "crm",
    tablesSeen: 3,
  });
  expect(saved).not.toMatch(new RegExp(`${NL_BSN}|sanne|jansen`, "i"));
  await page.setViewportSize({ width: 1280, height: 900 });
  await shot(page, "data-map-nl-dark");

  await page.goto(`${harness.url}/agents`);
  const test = page.getByRole("button", { name: "Verbinding testen: crm" });
  await test.click();
  await page.getByText("Kan worden gelezen").waitFor();
  writeFileSync(shop, "no database any more ".repeat(500));
  await test.click();
  await page.getByText("Het bestand is beschadigd of versleuteld").waitFor();
  await shot(page, "test-connection-nl-dark");
  expect(faults).toEqual([]);
  await context.close();
});

test("a rule of one's own is tried in the browser, which says what is wrong, and is a file that agents take", async () => {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const faults: string[] = [];
  const sent: string[] = [];
  page.on("pageerror", (error) => faults.push(error.name));
  page.on("request", (request) => sent.push(request.url(), request.postData() ?? ""));
  await page.goto(`${harness.url}/rules`);
  await page.getByLabel("E-mail address").fill("owner-1@example.org");
  await page.getByLabel("Password", { exact: true }).fill(tenant.tokens.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Customer number");
  await page.getByLabel("Pattern", { exact: true }).fill("KL-(\\d{8}");
  await page.getByText("a ( is not closed").waitFor();
  await page.getByLabel("Pattern", { exact: true }).fill("KL-\\d{8}");
  await page.getByLabel("Words that speak for it").fill("customer");
  await page
    .getByLabel("Text to look through")
    .fill("Our customer KL-00412345 has\nleft. KL-1, and KL-87654321.");
  await page.getByText("Found: 2").waitFor();
  await page.getByLabel("Examples that it must find").fill("order 412345");
  await page.getByText("The rule does not find example 1.").waitFor();
  await page.getByLabel("Examples that it must find").fill("customer KL-00412345");
  await page.getByRole("link", { name: "Download detectors.yaml" }).waitFor();
  await shot(page, "rules");
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await shot(page, "rules-phone");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download detectors.yaml" }).click();
  const { code, stdout } = await runDataguardian(["rules", "test", await (await download).path()]);
  expect([code, stdout]).toEqual([0, "customer-number: finds 1 and passes over 0 of its examples\n"]);
  expect(sent.filter((text) => text.includes("00412345") && !text.startsWith("data:"))).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});
