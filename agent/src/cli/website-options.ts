import type { ScanOptions } from "@dataguardian/shared/domain";
import { type Command, InvalidArgumentError } from "commander";

export interface WebsiteOptions {
  maxPages?: number;
  maxDepth?: number;
  maxDocuments?: number;
  rate?: number;
  include?: string[];
  exclude?: string[];
  robots?: boolean;
  sitemaps?: boolean;
  static?: boolean;
}

/** How far a website scan goes, and how fast. */
export function addWebsiteOptions(command: Command): Command {
  return command
    .option("--max-pages <n>", "pages to look at (default: 100)", wholeNumber(1, 10_000))
    .option("--max-depth <n>", "links from the start page (default: 5)", wholeNumber(0, 50))
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
    .option("--static", "without a browser: cookies, trackers and the banner are not tested");
}

export function websiteOptionsOf(options: WebsiteOptions): Pick<ScanOptions, "website"> {
  const {
    maxPages,
    maxDepth,
    maxDocuments,
    rate,
    include,
    exclude,
    robots,
    sitemaps,
    static: isStatic,
  } = options;
  return {
    website: {
      maxPages,
      maxDepth,
      maxDocuments,
      perMinute: rate,
      include,
      exclude,
      robots,
      sitemaps,
      static: isStatic,
    },
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

function pathPattern(text: string, before: string[] = []): string[] {
  if (!text.startsWith("/")) throw new InvalidArgumentError("a path begins with a slash, such as /shop/*.");
  return [...before, text];
}
