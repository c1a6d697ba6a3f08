import type { WaitReason } from "@dataguardian/shared/api";
import { expect, test } from "vitest";
import { reasonIn } from "@dataguardian/shared/reasons";
import { textFor } from "./text.tsx";
import { refusalLines, waitSentence } from "./wait-sentence.ts";

const NOW = 1_790_000_000_000;
const en = textFor("en", "en", () => {});
const nl = textFor(
  "nl",
  "nl",
  () => {},
  (sentence) => reasonIn("nl", sentence),
);

test.each<[WaitReason, string, string]>([
  [
    { why: "position", position: 1, startEstimateMs: null },
    "Starts next, as soon as an agent has room.",
    "Start als eerste, zodra een agent ruimte heeft.",
  ],
  [
    { why: "position", position: 1_204, startEstimateMs: 125_000 },
    "Number 1,204 in the queue. Starts in about 2 min 5 sec.",
    "Nummer 1.204 in de wachtrij. Start over ongeveer 2 min 5 sec.",
  ],
  [
    { why: "backoff", untilMs: NOW + 40_000, lastFailure: "connection: no route" },
    "Tried again in 40 seconds. The agent could not reach it. Check address, network and credentials on the agent's machine.",
    "Wordt over 40 seconden opnieuw geprobeerd. De agent kon het niet bereiken. Controleer adres, netwerk en inloggegevens op de machine van de agent.",
  ],
  [
    { why: "backoff", untilMs: NOW - 10, lastFailure: "lost" },
    "Tried again in a moment. The agent was lost while it worked on this. Check that its machine is on and connected.",
    "Wordt zo opnieuw geprobeerd. De agent viel weg terwijl hij hieraan werkte. Controleer of die machine aan staat en verbonden is.",
  ],
  [
    { why: "no_agent_online" },
    "No agent is online. Start one, or add one under Agents.",
    "Er is geen agent online. Start er een, of voeg er een toe onder Agents.",
  ],
  [
    { why: "no_eligible_agent", missing: ["kind:ai-model", "label:eu", "source:crm-db"] },
    "No connected agent can do this. Missing: scans of the kind “AI model”, the label “eu” and the source “crm-db”.",
    "Geen verbonden agent kan dit doen. Er ontbreekt: scans van de soort “AI-model”, het label “eu” en de bron “crm-db”.",
  ],
  [
    { why: "no_eligible_agent", missing: ["seal:subject"] },
    "No connected agent can do this. Missing: an agent to which the search terms were sealed, and whose policy allows such searches.",
    "Geen verbonden agent kan dit doen. Er ontbreekt: een agent waarvoor de zoektermen zijn verzegeld en waarvan het beleid zulke zoekopdrachten toestaat.",
  ],
  [
    { why: "concurrency_key", key: "crm-db", heldByScan: "scn_1" },
    "Another scan uses “crm-db” now. This one starts when that is done.",
    "Een andere scan gebruikt “crm-db” nu. Deze start als die klaar is.",
  ],
  [
    { why: "tenant_limit", limit: 8 },
    "Your organisation runs 8 jobs at once at most, and as many are running.",
    "Uw organisatie voert hoogstens 8 taken tegelijk uit, en zoveel lopen er nu.",
  ],
  [
    { why: "paused" },
    "The queue is paused. An administrator can let it go on.",
    "De wachtrij is gepauzeerd. Een beheerder kan haar weer laten lopen.",
  ],
  [
    { why: "refused", refusals: [] },
    "Every agent that could do this refuses. Allow it in an agent's policy, or cancel the scan.",
    "Elke agent die dit zou kunnen, weigert. Sta het toe in het beleid van een agent, of annuleer de scan.",
  ],
])("L14: $why is a sentence in both languages", (wait, english, dutch) => {
  expect(waitSentence(en, wait, NOW)).toBe(english);
  expect(waitSentence(nl, wait, NOW)).toBe(dutch);
});

test("L14: a lack that this console does not know is shown as it came", () => {
  const wait: WaitReason = { why: "no_eligible_agent", missing: ["gpu"] };
  expect(waitSentence(en, wait, NOW)).toContain("Missing: gpu.");
  expect(waitSentence(en, { ...wait, missing: ["kind:spreadsheet"] }, NOW)).toContain("“spreadsheet”");
});

test("L14: refusals name the agent and its reason, in Dutch where the phrase is known", () => {
  const wait: WaitReason = {
    why: "refused",
    refusals: [
      { agentId: "a", agentName: "vault", reason: "The host is not on the list in the agent's policy." },
      { agentId: "b", agentName: "attic", reason: "" },
      { agentId: "c", agentName: "cellar", reason: "a reason of a newer agent" },
    ],
  };
  expect(refusalLines(nl, wait)).toEqual([
    "vault: De host staat niet op de lijst in het beleid van de agent.",
    "attic: geen reden gegeven",
    "cellar: a reason of a newer agent",
  ]);
  expect(refusalLines(en, wait)[0]).toBe("vault: The host is not on the list in the agent's policy.");
  expect(refusalLines(en, { why: "paused" })).toEqual([]);
});
