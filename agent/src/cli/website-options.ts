import { resolve } from "node:path";
import type { ScanOptions } from "@dataguardian/shared/domain";
import { type Command, InvalidArgumentError } from "commander";
import { loadLogin } from "../config/index.ts";
import type { WebsiteAccess } from "../pipeline/scan-job.ts";
import { loginStepsOf } from "../scanners/website/crawl/login.ts";

export interface WebsiteOptions {
  maxPages?: number;
  maxDepth?: number;
  maxDocuments?: number;
  maxMinutes?: number;
  rate?: number;
  include?: string[];
  exclude?: string[];
  robots?: boolean;
  sitemaps?: boolean;
  static?: boolean;
  userAgent?: string;
  login?: string;
  evidence?: string;
  filterList?: string[];
}

/** How far a website scan goes, and how fast. */
export function addWebsiteOptions(command: Command): Command {
  return command
    .option("--max-pages <n>", "pages to look at (default: 100)", wholeNumber(1, 10_000))
    .option("--max-depth <n>", "links from the start page (default: 5)", wholeNumber(0, 50))
    .option("--max-minutes <n>", "end of the crawl (default: 30)", wholeNumber(1, 1_440))
    .option("--max-documents <n>", "linked documents to read (default: 100)", wholeNumber(0, 10_000))
    .option(
      "--rate <n>",
      "pages a minute (default: 60; on this machine as fast as it goes)",
      wholeNumber(10, 120),
    )
    .option("--include <pattern>", "only paths such as /shop/*; may be given again", pathPattern)
    .option("--exclude <pattern>", "no paths such as /*.pdf$; may be given again", pathPattern)
    .option("--no-robots", "pass over robots.txt: for a site of your own")
    .option("--no-sitemaps", "only pages that other pages link to")
    .option("--static", "without a browser: cookies, trackers and the banner are not tested")
    .option(
      "--user-agent <text>",
      "what the scan calls itself to the site (default: as an ordinary Chromium)",
      userAgentText,
    )
    .option("--login <file>", "steps that log in first (YAML); their values may be env:NAME or file:PATH")
    .option("--evidence <folder>", "keep pictures of the pages and what they asked for in an empty folder")
    .option(
      "--filter-list <file>",
      "a list of trackers in the form of Adblock Plus; may be given again",
      (file: string, before: string[] = []) => [...before, file],
    );
}

export function websiteOptionsOf(options: WebsiteOptions): Pick<ScanOptions, "website"> {
  const {
    maxPages,
    maxDepth,
    maxDocuments,
    maxMinutes,
    rate,
    include,
    exclude,
    robots,
    sitemaps,
    static: isStatic,
    userAgent,
  } = options;
  return {
    website: {
      maxPages,
      maxDepth,
      maxDocuments,
      maxMinutes,
      perMinute: rate,
      include,
      exclude,
      robots,
      sitemaps,
      static: isStatic,
      userAgent,
    },
  };
}

/** What the scan may use on this machine: the address that was typed, and what was said beside it. */
export async function websiteAccessOf(
  { login, evidence, filterList }: WebsiteOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<WebsiteAccess> {
  const steps = login === undefined ? undefined : loginStepsOf(await loadLogin(login, env));
  return {
    hosts: "typed",
    login: steps,
    evidenceDir: evidence === undefined ? undefined : resolve(evidence),
    filterLists: filterList?.map((file) => resolve(file)),
  };
}

function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`give a whole number from ${least} to ${most}.`);
    return value;
  };
}

function userAgentText(text: string): string {
  if (!/^[\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?$/.test(text))
    throw new InvalidArgumentError('give at most 200 plain characters, such as "Mozilla/5.0 Example-audit".');
  return text;
}

function pathPattern(text: string, before: string[] = []): string[] {
  if (!text.startsWith("/")) throw new InvalidArgumentError("a path begins with a slash, such as /shop/*.");
  return [...before, text];
}
