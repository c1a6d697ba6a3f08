/** The second layer of a banner: what can be turned on and off there, and how a refusal is given. */
import type { Frame, Page } from "playwright-core";
import { z } from "zod";
import { shownFrames } from "./find-banner.ts";
import { CHOICE_WORDS, PAGE_TOOLS } from "./page-tools.ts";

const choices = z.object({
  /** On before the visitor did anything, for what is not needed. */
  ticked: z.number().int(),
  /** The same, where it says legitimate interest. */
  legitimate: z.number().int(),
  refuse: z.enum(["reject", "save"]).nullable(),
});
export type Choices = z.infer<typeof choices>;

/** The element with the most to choose from among those that lie over the page; within a frame the whole of it. */
const LAYER = (isChild: boolean) => `
  ${CHOICE_WORDS} ${PAGE_TOOLS}
  const layers = (${isChild} ? [document.body] : all.filter((element) => lies(element) && (visible(element) || element.shadowRoot)))
    .filter((box) => ABOUT.test(textOf(box)) || toggles(box).length > 0)
    .map((box) => ({ box, count: toggles(box).length, inside: pressables().filter((element) => within(element, box)) }))
    .filter(({ count, inside }) => count > 0 || inside.length > 0)
    .sort((one, other) => other.count - one.count || one.inside.length - other.inside.length);
  const layer = layers[0];
  const open = layer ? toggles(layer.box).filter((element) => isOn(element) && !isFixed(element) && isShown(element) && !NEEDED.test(labelOf(element))) : [];
`;

const FIND = (isChild: boolean) => `(() => { ${LAYER(isChild)}
  if (!layer) return null;
  const named = (words_) => layer.inside.find((element) => words(element).length <= 60 && words_.test(words(element)));
  const reject = named(REJECT); const save = layer.inside.find((element) => SAVE.test(words(element)) && !/all|alle|tout/i.test(words(element)));
  if (!reject && !save && layer.count === 0) return null;
  mark(reject, "reject"); mark(reject ? null : save, "save");
  return { ticked: open.filter((element) => !LEGITIMATE.test(labelOf(element))).length,
    legitimate: open.filter((element) => LEGITIMATE.test(labelOf(element))).length, refuse: reject ? "reject" : save ? "save" : null };
})()`;

/** Presses what is on and not needed; how many were pressed. */
const TURN_OFF = (isChild: boolean) => `(() => { ${LAYER(isChild)}
  for (const element of open) element.click();
  return open.length; })()`;

export async function findChoices(page: Page): Promise<{ choices: Choices; frame: Frame } | null> {
  let best: { choices: Choices; frame: Frame } | null = null;
  for (const frame of await shownFrames(page)) {
    const isChild = frame !== page.mainFrame();
    const seen = choices.safeParse(await frame.evaluate(FIND(isChild)).catch(() => null));
    if (seen.success && (best === null || (best.choices.refuse === null && seen.data.refuse !== null)))
      best = { choices: seen.data, frame };
  }
  return best;
}

export async function turnOff(page: Page, frame: Frame): Promise<number> {
  const pressed: unknown = await frame.evaluate(TURN_OFF(frame !== page.mainFrame())).catch(() => 0);
  return typeof pressed === "number" ? pressed : 0;
}
