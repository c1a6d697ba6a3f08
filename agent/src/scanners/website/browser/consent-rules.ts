/** The rules of autoconsent, as its package ships them: which platform asks for consent, and how it is refused. */
import { readFile } from "node:fs/promises";

/** Of a rule's steps, what tells one kind from another. */
interface RuleStep {
  click?: unknown;
  waitForThenClick?: unknown;
  then?: readonly RuleStep[];
  else?: readonly RuleStep[];
  any?: readonly RuleStep[];
  hide?: unknown;
  removeClass?: unknown;
  setStyle?: unknown;
}

export interface ConsentRule {
  name: string;
  /** Of the page itself alone, where it says nothing. */
  runContext?: { frame?: boolean };
  cosmetic?: boolean;
  optOut?: readonly RuleStep[];
}

/** Rules for one site each say nothing of a platform. */
const ONE_SITE = /^auto_/;
/** Code in place of steps, which has been read: it presses what refuses, and leaves a question alone that offers only to pay. */
const READ_THROUGH = ["Sourcepoint-frame"];
const CLOSES = /close|dismiss/i;
const AGREES = /accept|agree|allow-?all|got-?it/i;
/** Agreeing to no more than what is needed, or to nothing. */
const LITTLE =
  /necess|essential|function|only|select|nothing|without|\bnot\b|\bniet\b|nicht|sans|disagree|reject|refus|declin|den(?:y|ied)/i;
const CONFIG = {
  enabled: true,
  autoAction: null,
  disabledCmps: [],
  enablePrehide: false,
  enableCosmeticRules: true,
  enableGeneratedRules: false,
  enableHeuristicDetection: false,
  enablePopupMutationObserver: false,
  heuristicMode: "off",
  heuristicPopupSearchTimeout: 0,
  // An answer that takes a second is lost to a rule, which a busy machine comes to.
  detectRetries: 1,
  isMainWorld: false,
  prehideTimeout: 0,
  visualTest: false,
  performanceLoggingEnabled: false,
  logs: {},
};

/**
 * Whether the steps of a rule are those of a visitor who refuses. Some rules take the question out of sight, or close it, or agree
 * where nothing else can be pressed: whoever does that has refused nothing. Pure.
 */
export function refusesByPressing({ cosmetic, optOut = [] }: ConsentRule): boolean {
  const steps = optOut.flatMap(withInner);
  const pressed = steps
    .flatMap(({ click, waitForThenClick }) => [click, waitForThenClick])
    .filter((selector) => selector !== undefined)
    .map((selector) => JSON.stringify(selector));
  const hides = steps.some((step) => "hide" in step || "removeClass" in step || "setStyle" in step);
  return (
    cosmetic !== true &&
    !hides &&
    !pressed.some((selector) => AGREES.test(selector) && !LITTLE.test(selector)) &&
    pressed.some((selector) => !CLOSES.test(selector) || LITTLE.test(selector))
  );
}

function withInner(step: RuleStep): RuleStep[] {
  return [step, ...[step.then, step.else, step.any].flatMap((inner) => (inner ?? []).flatMap(withInner))];
}

export interface ConsentScript {
  /** To be run in the page itself, and in its frames; nothing is pressed until it is told to. */
  inPage: string;
  inFrame: string;
  refusing: ReadonlySet<string>;
}

let script: Promise<ConsentScript> | undefined;

/** What the package ships for Playwright, as it is, with its rules: nothing is fetched. */
export function consentScript(): Promise<ConsentScript> {
  script ??= scriptOf();
  return script;
}

async function scriptOf(): Promise<ConsentScript> {
  const place = new URL("autoconsent.playwright.js", import.meta.resolve("@duckduckgo/autoconsent"));
  const [source, { default: all }] = await Promise.all([
    readFile(place, "utf8"),
    import("@duckduckgo/autoconsent/rules/rules.json", { with: { type: "json" } }),
  ]);
  const rules = (all.autoconsent as ConsentRule[]).filter(({ name }) => !ONE_SITE.test(name));
  const run = (autoconsent: readonly ConsentRule[]) => {
    const first = JSON.stringify({ type: "initResp", config: CONFIG, rules: { autoconsent } });
    // So much data is read faster as JSON than as code.
    return `globalThis.scanSent = []; window.autoconsentSendMessage = async (message) => void scanSent.push(message);
      ${source}
      void autoconsentReceiveMessage(JSON.parse(${JSON.stringify(first)})); undefined`;
  };
  return {
    inPage: run(rules),
    inFrame: run(rules.filter(({ runContext }) => runContext?.frame === true)),
    refusing: new Set([...rules.filter(refusesByPressing).map(({ name }) => name), ...READ_THROUGH]),
  };
}
