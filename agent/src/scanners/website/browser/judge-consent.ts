/** What the passes of a site saw, against what each choice may lead to. Pure. */
import type { Acceptance, Refusal } from "./consent-pass.ts";
import type { Choices } from "./find-choices.ts";
import {
  judgeBanner,
  judgeLanguage,
  judgeRefusal,
  judgeToggles,
  judgeWithdrawal,
  measuresOf,
} from "./judge-banner.ts";
import { SET_BY_SERVER, type SightFault, trackingIn } from "./judge-look.ts";
import type { SentOn } from "./key-log-pass.ts";
import type { Look } from "./look.ts";
import { described, isThirdParty, vendorAt } from "./vendors.ts";

export interface SeenChoices {
  /** Untouched. */
  before: Look;
  refusal: Refusal;
  acceptance: Acceptance | null;
  /** The second layer, where the first has a way to refuse. */
  layer: Choices | null;
}

/** Where it says on which screen or after which choice something was seen. */
const ON_PHONE = "on a phone's screen";
const AFTER_REFUSAL = "after a press on the button to refuse";
const AFTER_RULE = "after refusing by the steps that are known of this platform";

export function judgeChoices({ before, refusal, acceptance, layer }: SeenChoices, start: URL): SightFault[] {
  const { banner, pageText, platform, look, isByRule } = refusal;
  const tracks =
    needsConsentIn(before, start) || (acceptance !== null && needsConsentIn(acceptance.look, start));
  const left = look === null ? [] : trackingIn(look, start).filter(isTracking);
  const faults = [
    ...judgeBanner(banner, needsConsentIn(before, start)),
    ...left.map((fault) => ({
      ...fault,
      type: "COOKIE_AFTER_REJECT" as const,
      // What was there before the page was loaded anew tells no more who set it.
      reasons: [
        ...fault.reasons.filter((reason) => reason !== SET_BY_SERVER),
        isByRule ? AFTER_RULE : AFTER_REFUSAL,
      ],
    })),
  ];
  if (banner === null) return faults;
  const second = layer ?? refusal.choices;
  return [
    ...faults,
    ...judgeRefusal(banner, refusal, tracks),
    ...(second === null ? [] : judgeToggles(second, "on the second layer")),
    ...judgeLanguage(banner, pageText),
    ...(acceptance === null ? [] : judgeWithdrawal(acceptance.banner, acceptance.hasWithdrawal, tracks)),
    {
      type: "CHOICES_MEASURED",
      confidence: 0.9,
      reasons: [
        `before any choice: ${amounts(before, start)}`,
        ...(look === null ? [] : [`after refusing: ${amounts(look, start)}`]),
        ...(acceptance === null ? [] : [`after agreeing: ${amounts(acceptance.look, start)}`]),
        ...(refusal.clicks === null ? [] : [`presses to refuse: ${refusal.clicks}`]),
        ...(isByRule ? ["refused by the steps that are known of this platform"] : []),
        ...(platform === null ? [] : [`consent platform: ${platform}`]),
        ...measuresOf(banner),
      ],
      subject: "banner",
    },
  ];
}

/** What a phone gets to see: what the large screen has shown already is told once. */
export function judgePhone(phone: { banner: Refusal["banner"]; look: Look }, start: URL): SightFault[] {
  const faults = [
    ...judgeBanner(phone.banner, needsConsentIn(phone.look, start)),
    ...trackingIn(phone.look, start),
  ];
  return faults.map((fault) => ({ ...fault, reasons: [...fault.reasons, ON_PHONE] }));
}

/** The site itself may look at what is typed, as a form that checks it does. */
export function judgeTyped(
  sent: readonly SentOn[],
  when: "before any choice" | "after agreeing",
  start: URL,
): SightFault[] {
  return sent
    .filter(({ address }) => isThirdParty(address, start))
    .map(({ address, field, form }) => {
      const vendor = vendorAt(address);
      const { host } = new URL(address);
      return {
        type: "KEY_LOGGING" as const,
        confidence: 0.95,
        reasons: [
          vendor === null ? `sent to ${host}` : described(vendor),
          `what was typed in a field of type ${field} went along ${form}`,
          "nothing was submitted",
          when,
        ],
        subject: `${host} ${field}`,
        request: address,
      };
    });
}

function amounts({ cookies, storage, requests }: Look, start: URL): string {
  const others = requests.filter(({ address }) => isThirdParty(address, start));
  const hosts = new Set(others.map(({ address }) => new URL(address).host));
  return `${cookies.length} cookies, ${storage.length} storage entries, ${others.length} requests to ${hosts.size} hosts of others`;
}

const isTracking = ({ type }: SightFault) => type !== "THIRD_PARTY_FONTS";

function needsConsentIn(look: Look, start: URL): boolean {
  return trackingIn(look, start).some(isTracking);
}
