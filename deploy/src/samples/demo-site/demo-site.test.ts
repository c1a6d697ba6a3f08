import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startDemoSite } from "./server.ts";

const CLI = fileURLToPath(new URL("../../../../agent/src/cli/main.ts", import.meta.url));

interface Report {
  findings: {
    entityType: string;
    severity: string;
    location: { url: string; element?: string };
    reasons: string[];
  }[];
  coverage: { unitsScanned: number; skipped: { reason: string; count: number }[] };
}

/** In a process of its own, as anyone would; the site answers from this one meanwhile. */
function scanned(url: string): Promise<{ code: number | null; output: string; report: Report }> {
  const child = spawn(process.execPath, [CLI, "scan", "website", url, "--format", "json", "--quiet"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, output, report: JSON.parse(output || "{}") as Report }));
  });
}

test("a scan of the sample shop shows what is wrong with it, and names no innocent page", async () => {
  const site = await startDemoSite();
  try {
    const { code, output, report } = await scanned(site.url);
    expect(code).toBe(0);
    const at = (type: string) =>
      report.findings
        .filter(({ entityType, severity }) => entityType === type && severity !== "info")
        .map(({ location, severity }) => `${new URL(location.url).pathname} ${severity}`)
        .sort();
    expect(at("NL_BSN")).toEqual([
      "/leden critical",
      "/leden.json critical",
      "/uitslag.csv critical",
      "/uitslag.csv critical",
    ]);
    expect(at("PERSONAL_DATA_PUBLISHED")).toEqual(["/leden critical", "/uitslag.csv critical"]);
    expect(at("FORM_WITHOUT_NOTICE")).toEqual(["/ medium", "/contact medium"]);
    expect(at("FORM_EXCESSIVE_FIELDS")).toEqual(["/ medium"]);
    expect(at("FORM_ASKS_BSN")).toEqual(["/proefrit critical"]);
    expect(at("PRIVACY_STATEMENT_INCOMPLETE")).toEqual(["/privacyverklaring medium"]);
    expect(at("PRIVACY_STATEMENT_MISSING")).toEqual([]);
    expect(at("AI_CHATBOT_UNDISCLOSED")).toEqual(["/ medium"]);
    expect(at("WEAK_SECURITY_HEADERS")).toEqual(["/ low"]);
    const innocent = report.findings.filter(
      ({ location, severity }) => location.url.includes("/fietsen") && !["info", "low"].includes(severity),
    );
    expect(innocent).toEqual([]);
    expect(output).not.toMatch(/Noor Nietbestaand|9000\d{5}/);
    expect(report.coverage.unitsScanned).toBeGreaterThanOrEqual(9);
  } finally {
    await site.close();
  }
});

test("a site that is not there ends the scan with a sentence", async () => {
  const site = await startDemoSite();
  await site.close();
  expect((await scanned(site.url)).code).toBe(3);
});
