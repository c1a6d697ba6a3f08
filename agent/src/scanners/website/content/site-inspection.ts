/** One site, looked at page by page: what it publishes, asks for and says, and how it travels. */
import type { ObservationType } from "@dataguardian/shared/catalog";
import type { Found } from "../../../pipeline/finding-maker.ts";
import { judgeForm } from "../forms/judge-forms.ts";
import { formsOf } from "../forms/read-forms.ts";
import { PERSONAL } from "../forms/field-meanings.ts";
import type { NetworkGuard } from "../network/network-guard.ts";
import { findStatement, type StatementPages } from "../policy-text/find-statement.ts";
import { judgeStatement } from "../policy-text/judge-statement.ts";
import { languageOf } from "../policy-text/language.ts";
import { ITEM_RULES } from "../policy-text/required-items.ts";
import type { Statement } from "../policy-text/read-statement.ts";
import { yearsBetween } from "../policy-text/written-at.ts";
import { isStatementLink, statementLinks } from "../policy-text/statement-links.ts";
import { probeTls } from "../transport/handshake.ts";
import { judgeHeaders, judgeMixedContent, judgeTls } from "../transport/judge-transport.ts";
import { chatsOn, type WidgetText } from "./chatbot.ts";
import { OwnDetails } from "./own-details.ts";
import type { PageSource } from "./page-source.ts";
import { type PageRun, personalDataIn } from "./personal-data.ts";
import { type ReadPage, readPage } from "./read-page.ts";

export interface InspectionSettings {
  start: string;
  run: Omit<PageRun, "own">;
  guard: NetworkGuard;
  pages: StatementPages;
  now: () => Date;
  /** Trusted beside the public certificates, PEM. */
  ca?: string[];
}

/** What a browser saw beside the page itself. */
export interface BrowserSight {
  /** Addresses of all that the page asked for. */
  requests?: readonly string[];
  /** What it read in frames and shadow roots, where there is a chat. */
  widgets?: readonly WidgetText[];
  /** Third parties by the names that people know. */
  vendors?: readonly string[];
  /** Whether it kept something about its visitor: a cookie or a storage entry that is not strictly necessary. */
  keepsData?: boolean;
}

interface Fault {
  type: ObservationType;
  confidence: number;
  reasons: readonly string[];
}

const UNREAD_STATEMENT =
  "what the privacy statement says: not tested, as it is a document that cannot be read";
/** As many as a finding takes. */
const MAX_REASONS = 12;
/** Pages that may be the statement, kept so that they need not be asked for again. */
const MAX_KEPT = 20;
const MAX_KEPT_CHARS = 1024 * 1024;

export class SiteInspection {
  readonly #settings: InspectionSettings;
  readonly #run: PageRun;
  readonly #statementLinks = new Map<string, string>();
  readonly #kept = new Map<string, { url: string; html: string }>();
  readonly #vendors = new Set<string>();
  readonly #languages = new Map<string, number>();
  /** What has been told of the site already, and stands on every page. */
  readonly #told = new Set<string>();
  readonly #hosts = new Set<string>();
  #handlesData = false;
  #pages = 0;

  constructor(settings: InspectionSettings) {
    this.#settings = settings;
    this.#run = { ...settings.run, own: new OwnDetails(settings.start) };
  }

  read(source: PageSource): ReadPage {
    return readPage(source.url, source.html);
  }

  /** All that is to be said of one page. */
  async *inspect(
    source: PageSource,
    page: ReadPage,
    sight: BrowserSight = {},
  ): AsyncGenerator<Found, void, undefined> {
    this.#pages++;
    this.#remember(page, sight);
    const hasRoom = this.#kept.size < MAX_KEPT && source.html.length <= MAX_KEPT_CHARS;
    const isLinked = this.#statementLinks.has(source.url);
    const isKept = hasRoom && (isLinked || isStatementLink({ href: source.url, text: page.title }));
    if (isKept) this.#kept.set(source.url, { url: source.url, html: source.html });
    yield* personalDataIn(source, page, this.#run);
    yield* this.#forms(page);
    const mixed = judgeMixedContent(page);
    if (mixed) yield* this.#tell(mixed, source.url, "mixed");
    for (const { vendor, isMachine, isDisclosed } of chatsOn(page, sight.requests, sight.widgets)) {
      const fault = {
        type: "AI_CHATBOT_UNDISCLOSED" as const,
        // Behind many widgets are people, or both: whether a machine answers is then for the site to say.
        confidence: isMachine ? 0.7 : 0.3,
        reasons: [`chat by ${vendor}`, "no words that a machine answers"],
      };
      if (!isDisclosed && this.#isNew(`chat ${vendor}`)) yield* this.#tell(fault, source.url, vendor);
    }
    yield* this.#transport(source);
  }

  /** Of a host, once: also where its pages cannot be had because of it. */
  async *certificateOf(address: string): AsyncGenerator<Found, void, undefined> {
    const { hostname, port, host } = new URL(address);
    if (!this.#isNew(`tls ${host}`)) return;
    const { guard, ca, now } = this.#settings;
    const facts = await probeTls(hostname.replace(/^\[|\]$/g, ""), Number(port || 443), guard, ca);
    for (const fault of facts === null ? [] : judgeTls(facts, now())) yield* this.#tell(fault, address, host);
  }

  /** What can be said once all pages have been seen. `vendors`: seen beside those of each page. */
  async *end(vendors: readonly string[] = []): AsyncGenerator<Found, void, undefined> {
    for (const vendor of vendors) this.#vendors.add(vendor);
    const { start, pages } = this.#settings;
    const links = statementLinks([...this.#statementLinks].map(([href, text]) => ({ href, text })));
    const found =
      this.#pages === 0
        ? null
        : await findStatement(start, links, {
            ...pages,
            page: (address, isLinked) => {
              const kept = this.#kept.get(address);
              return kept === undefined ? pages.page(address, isLinked) : Promise.resolve(kept);
            },
          });
    const behind = found?.statement === null ? found.behind : undefined;
    // What cannot be read may well be one.
    if (behind === "unreadable") return this.#run.coverage.skipped(UNREAD_STATEMENT, found?.url ?? start);
    const [language = null] = [...this.#languages].toSorted((a, b) => b[1] - a[1]).map(([one]) => one);
    const fault = judgeStatement(found?.statement ?? null, {
      handlesData: this.#handlesData,
      language,
      vendors: [...this.#vendors],
      statementText: found?.statement ? found.text : "",
      behind,
      pages: this.#pages,
      now: this.#settings.now(),
    });
    if (found?.statement) yield* this.#tellStatement(found.statement);
    if (fault) yield* this.#tell(fault, found?.url ?? start, "statement");
  }

  #remember(page: ReadPage, { vendors = [], keepsData = false }: BrowserSight): void {
    for (const { href, text } of page.links) {
      const url = URL.parse(href, page.base);
      if (url !== null && this.#statementLinks.size < 2_000 && statementLinks([{ href, text }]).length > 0)
        this.#statementLinks.set(url.href, text);
    }
    for (const vendor of vendors) this.#vendors.add(vendor);
    this.#handlesData ||= keepsData || vendors.length > 0;
    const language = languageOf(page.text);
    if (language !== null) this.#languages.set(language, (this.#languages.get(language) ?? 0) + 1);
  }

  *#forms(page: ReadPage): Generator<Found, void, undefined> {
    for (const form of formsOf(page)) {
      this.#handlesData ||= form.fields.some(({ meaning }) => PERSONAL.has(meaning));
      const shape = `${form.action.href} ${form.fields.map(({ meaning }) => meaning).join(",")}`;
      for (const fault of judgeForm(form, page.url)) {
        if (!this.#isNew(`${fault.type} ${shape}`)) continue;
        yield* this.#tell(fault, page.url, shape, {
          element: form.selector,
          ...(fault.type === "FORM_ASKS_BSN" ? { class: "critical" as const } : {}),
        });
      }
    }
  }

  /** Once a host: headers and certificates are set for all of it. */
  async *#transport(source: PageSource): AsyncGenerator<Found, void, undefined> {
    const { protocol, hostname, host, origin } = new URL(source.url);
    if (this.#hosts.has(origin)) return;
    this.#hosts.add(origin);
    const headers = judgeHeaders(source);
    if (headers) yield* this.#tell(headers, source.url, host);
    if (protocol === "https:") yield* this.certificateOf(source.url);
    else if (!/^(?:127\.|\[::1\])|(?:^|\.)localhost$/.test(hostname))
      yield* this.#tell(
        { type: "SITE_WITHOUT_TLS", confidence: 0.95, reasons: ["the page came by http"] },
        source.url,
        host,
        { class: "medium" },
      );
  }

  *#tellStatement(statement: Statement): Generator<Found, void, undefined> {
    const present = statement.items.filter(({ state }) => state === "present");
    const reasons = [
      this.#dateOf(statement),
      ...present.map(({ item, sentence }) => `${ITEM_RULES[item].article}: ${sentence}`),
    ];
    // A full one says more than fits in one finding.
    for (let at = 0; at < reasons.length; at += MAX_REASONS) {
      const some = reasons.slice(at, at + MAX_REASONS);
      const fault = { type: "PRIVACY_STATEMENT_READ" as const, confidence: 0.9, reasons: some };
      yield* this.#tell(fault, statement.url, at === 0 ? "statement" : "statement, more", { class: "info" });
    }
  }

  #dateOf({ date }: Statement): string {
    if (date === null) return "without a date";
    const years = date.day === null ? 0 : yearsBetween(date.day, this.#settings.now());
    return `dated ${date.text}${years > 0 ? `, ${years} ${years === 1 ? "year" : "years"} ago` : ""}`;
  }

  *#tell(
    { type, confidence, reasons }: Fault,
    url: string,
    subject: string,
    more: { element?: string; class?: "critical" | "medium" | "info" } = {},
  ): Generator<Found, void, undefined> {
    const { element, class: weight } = more;
    const found = this.#run.maker.observe(
      {
        type,
        confidence,
        reasons,
        subject,
        count: 1,
        location: { url, ...(element === undefined ? {} : { element }) },
        ...(weight === undefined ? {} : { class: weight }),
        // These rules weigh already that a website is public.
        exposure: "internal",
      },
      "",
    );
    if (found) yield found;
  }

  #isNew(what: string): boolean {
    if (this.#told.has(what)) return false;
    this.#told.add(what);
    return true;
  }
}
