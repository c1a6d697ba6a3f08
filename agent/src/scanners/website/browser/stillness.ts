/** When a page has nothing more to do by itself: no request on its way, no timer that is soon to go off. Then waiting shows no more. */
import type { Page } from "playwright-core";

/** Milliseconds. Later ones are waited for by nobody. */
const SOON_MS = 3_000;
const FRAME_MS = 500;
const MAX_TIMERS = 1_000;

/** Before any script of the page: its timers work as ever. What it gives tells whether none is left, once what is painted is. */
export const NOTE_TIMERS = `() => {
  const soon = new Set(); const own = { setTimeout, clearTimeout, setInterval, clearInterval, requestIdleCallback, cancelIdleCallback };
  const noted = (set, isSoon, isOnce) => ({ [set](action, ...more) {
    if (typeof action !== "function" || !isSoon(more[0]) || soon.size >= ${MAX_TIMERS}) return own[set].call(window, action, ...more);
    const key = {}; const id = own[set].call(window, function (...given) { if (isOnce) soon.delete(key.of); return action.apply(this, given); }, ...more);
    key.of = set + id; soon.add(key.of); return id; } })[set];
  const cleared = (clear, sets) => ({ [clear](id) { for (const set of sets) soon.delete(set + id); return own[clear].call(window, id); } })[clear];
  const define = (name, value) => Object.defineProperty(window, name, { value, configurable: true, writable: true, enumerable: true });
  const isSoon = (wait) => !(Number(wait) > ${SOON_MS});
  define("setTimeout", noted("setTimeout", isSoon, true)); define("setInterval", noted("setInterval", isSoon, false));
  define("requestIdleCallback", noted("requestIdleCallback", () => true, true));
  // Either clears what the other has set.
  for (const name of ["clearTimeout", "clearInterval"]) define(name, cleared(name, ["setTimeout", "setInterval"]));
  define("cancelIdleCallback", cleared("cancelIdleCallback", ["requestIdleCallback"]));
  const frame = () => new Promise((resolve) => {
    requestAnimationFrame(() => own.setTimeout.call(window, resolve, 0)); own.setTimeout.call(window, resolve, ${FRAME_MS}); });
  // The first one after it has loaded is on its way before anybody asks.
  let first = null; addEventListener("load", () => { first = frame(); }, { once: true });
  return async () => { const painted = first || frame(); first = null; await painted;
    return soon.size === 0 && document.readyState === "complete"; };
}`;

export const IS_STILL = `(window.__scanNotes ? window.__scanNotes.isStill() : true)`;

/** Counts what a page has asked for and not yet got. */
export class Traffic {
  #open = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    page.on("request", () => this.#open++);
    for (const end of ["requestfinished", "requestfailed"] as const)
      page.on(end as "requestfailed", () => this.#open--);
  }

  /** Nothing is on its way. */
  get isIdle(): boolean {
    return this.#open <= 0;
  }

  /** Returns at once where nothing is left to wait for; else when the network has been idle for a while, or after `ms`. */
  async rest(ms: number): Promise<void> {
    if (this.isIdle && (await this.#isStill()) && this.isIdle) return;
    await this.#page.waitForLoadState("networkidle", { timeout: ms }).catch(() => {});
  }

  async #isStill(): Promise<boolean> {
    const frames = this.#page.frames().map((frame) => frame.evaluate(IS_STILL).catch(() => false));
    return (await Promise.all(frames)).every((still) => still === true);
  }
}
