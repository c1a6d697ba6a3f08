/** Types made-up values into the fields of a page, submits nothing, and looks for them in what is sent. */
import { randomBytes } from "node:crypto";
import type { Page, Request } from "playwright-core";
import { z } from "zod";
import type { Visitor } from "./consent-pass.ts";
import { FIELDS } from "./look.ts";
import { Traffic } from "./stillness.ts";
import { type SentValue, sentValues, type TypedValue } from "./typed-values.ts";

export interface SentOn extends SentValue {
  /** Scheme, host and path. */
  address: string;
}

const LOAD_MS = 15_000;
const QUIET_MS = 3_000;
const FIELD_MS = 1_000;
/** Scripts wait until a visitor has stopped typing. */
const AFTER_MS = 1_500;
const MAX_FIELDS = 8;
const MAX_SENT = 5_000;

/** No form is sent, whoever asks for it. */
const NEVER_SUBMIT = `(() => {
  addEventListener("submit", (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);
  for (const name of ["submit", "requestSubmit"]) HTMLFormElement.prototype[name] = function () {};
})()`;
const MARK_FIELDS = `${FIELDS}.slice(0, ${MAX_FIELDS}).map((field, i) => { field.setAttribute("data-scan-field", String(i)); return field.tagName === "TEXTAREA" ? "textarea" : field.type; })`;
const kinds = z.array(z.string().max(20)).max(MAX_FIELDS);

/** Rejects where the page does not load. Requests to the site itself are among what comes back. */
export async function typeAndWatch(
  { context, prepare }: Pick<Visitor, "context" | "prepare">,
  address: string,
): Promise<SentOn[]> {
  const page = await context.newPage();
  prepare(page);
  await page.addInitScript(NEVER_SUBMIT);
  let isTyping = false;
  // A form that a script fills and sends by other means would lead somewhere.
  await page.route("**/*", (route, request) =>
    isTyping && request.isNavigationRequest() && request.frame() === page.mainFrame()
      ? route.abort()
      : route.fallback(),
  );
  const sent: { address: string; text: string }[] = [];
  const keep = (url: string, text: string) => {
    if (isTyping && sent.length < MAX_SENT) sent.push({ address: url, text });
  };
  const onRequest = (request: Request) => keep(request.url(), `${request.url()}\n${bodyOf(request)}`);
  context.on("request", onRequest);
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => keep(socket.url(), payload.toString())),
  );
  try {
    const traffic = new Traffic(page);
    await page.goto(address, { waitUntil: "load", timeout: LOAD_MS });
    await traffic.rest(QUIET_MS);
    isTyping = true;
    const typed = await typeInto(page);
    await page.waitForTimeout(AFTER_MS);
    return sent.flatMap(({ address: to, text }) =>
      sentValues(text, typed).map((value) => ({ ...value, address: placeOf(to) })),
    );
  } finally {
    context.off("request", onRequest);
    void page.close().catch(() => {});
  }
}

async function typeInto(page: Page): Promise<TypedValue[]> {
  const fields = kinds.safeParse(await page.evaluate(MARK_FIELDS).catch(() => []));
  const typed: TypedValue[] = [];
  for (const [index, field] of (fields.success ? fields.data : []).entries()) {
    const place = page.locator(`[data-scan-field="${index}"]`);
    try {
      await place.focus({ timeout: FIELD_MS });
      await page.keyboard.type(madeUp(field));
      // A field may shorten what is typed, or write it in a way of its own.
      typed.push({ field, value: await place.inputValue({ timeout: FIELD_MS }) });
      await page.keyboard.press("Tab");
    } catch {
      // It went away, which is no one's fault.
    }
  }
  return typed;
}

/** Nobody has it: what is found again was typed here. */
function madeUp(field: string): string {
  const word = `x${randomBytes(6).toString("hex")}q`;
  if (field === "email") return `${word}@example.org`;
  if (field === "tel") return `06${String(randomBytes(4).readUInt32BE() % 100_000_000).padStart(8, "0")}`;
  return field === "password" ? `${word}A1!` : word;
}

function bodyOf(request: Request): string {
  return request.postDataBuffer()?.toString("utf8") ?? "";
}

function placeOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? "" : `${parsed.protocol}//${parsed.host}${parsed.pathname}`.slice(0, 1_024);
}
