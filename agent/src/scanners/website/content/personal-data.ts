/** Personal data in a page: what is seen, what stands in its source, its scripts, and what they fetched. */
import { ByteInput } from "../../../extractors/byte-input.ts";
import type { Extractor } from "../../../extractors/extractor.ts";
import type { TextPart } from "../../../extractors/part.ts";
import type { Scratch } from "../../../extractors/scratch.ts";
import { htmlExtractor } from "../../../extractors/text/html.ts";
import { jsonExtractor } from "../../../extractors/text/json.ts";
import { textExtractor } from "../../../extractors/text/text-extractor.ts";
import { walk } from "../../../extractors/walk.ts";
import type { Match } from "../../../detection/match.ts";
import type { Found } from "../../../pipeline/finding-maker.ts";
import { scanStream, scanWhole } from "../../../pipeline/scan-stream.ts";
import { VolumeCounter } from "../../../pipeline/volume-counter.ts";
import { SKIP_REASONS } from "../../../sources/file-source.ts";
import type { ScanRun } from "../../scanner.ts";
import { OWN_DETAIL, type OwnDetails } from "./own-details.ts";
import type { PageSource } from "./page-source.ts";
import { PublishedTally } from "./published-tally.ts";
import type { ReadPage } from "./read-page.ts";

export interface PageRun extends Pick<ScanRun, "maker" | "scanText" | "coverage" | "limits" | "signal"> {
  scratch: Scratch;
  own: OwnDetails;
}

const PAGE: readonly Extractor[] = [{ ...htmlExtractor, matches: () => true }];
const DATA: readonly Extractor[] = [jsonExtractor, textExtractor];

/** Who wrote a library stands in it, with an address: no person of the site's. And numbers are many there. */
function isOfScript({ detector: { category }, severity, confidence }: Match): boolean {
  return category === "credential" || (GRAVE.has(severity) && confidence >= SURE_FROM);
}
const GRAVE: ReadonlySet<string> = new Set(["critical", "high"]);
const SURE_FROM = 0.6;

/** The findings of one page, and of it as a whole where it publishes what it should not. */
export async function* personalDataIn(
  source: PageSource,
  page: ReadPage,
  run: PageRun,
): AsyncGenerator<Found, void, undefined> {
  const tally = new PublishedTally();
  yield* textsOf(source.url, source.html, PAGE, page, run, tally);
  for (const { url, kind, body } of source.responses ?? []) {
    yield* textsOf(url, body, DATA, page, run, tally, kind === "script" ? isOfScript : undefined);
    run.coverage.scanned(body.length);
  }
  const observed = tally.observed(source.url);
  const found = observed === null ? null : run.maker.observe(observed, "");
  if (found) yield found;
}

async function* textsOf(
  url: string,
  text: string,
  extractors: readonly Extractor[],
  page: ReadPage,
  run: PageRun,
  tally: PublishedTally,
  counts: (match: Match) => boolean = () => true,
): AsyncGenerator<Found, void, undefined> {
  const input = ByteInput.of("page", Buffer.from(text));
  const volume = new VolumeCounter();
  try {
    const options = { extractors, unknown: () => SKIP_REASONS.picture };
    for await (const leaf of walk(input, options, { scratch: run.scratch, beat: () => {} })) {
      run.signal.throwIfAborted();
      if (leaf.t === "skip")
        run.coverage.skipped(leaf.reason, leaf.member === undefined ? url : `${url}!/${leaf.member}`);
      // Of a page, an author is no property that someone forgot to remove.
      else if (leaf.t === "text") yield* partOf(leaf, url, page, run, volume, tally, counts);
    }
  } finally {
    await input.close();
  }
}

async function* partOf(
  { text, context, place: partPlace, placeAt, hidden }: TextPart,
  url: string,
  page: ReadPage,
  { maker, scanText, limits, own }: PageRun,
  volume: VolumeCounter,
  tally: PublishedTally,
  counts: (match: Match) => boolean,
): AsyncGenerator<Found, void, undefined> {
  const matches =
    typeof text === "string"
      ? scanWhole(text, scanText, context?.({ text, offset: 0 }))
      : scanStream(text, limits.chunkChars, scanText, context);
  for await (const { match, place, ignored } of matches) {
    if (!counts(match)) continue;
    const why = own.judge(match, page, hidden !== undefined);
    if (why === null) tally.add(match);
    const seen: Match = {
      ...match,
      ...(why === null ? {} : { severity: "info" as const }),
      reasons: [
        ...match.reasons,
        ...(hidden === undefined ? [] : [`in ${hidden}`]),
        ...(why === null ? [] : [why]),
      ],
    };
    const location = { url, ...place, ...(placeAt ? placeAt(place.offset, place.length) : partPlace) };
    // Whoever reads a website is anyone.
    const found = maker.make(
      { match: seen, location, volume: volume.add(match), exposure: why === null ? "public" : "internal" },
      ignored,
    );
    if (found && (why !== OWN_DETAIL || own.isFirst(found.finding.fingerprint))) yield found;
  }
}
