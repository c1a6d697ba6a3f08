import type { Command } from "commander";
import { loadAiUse, loadCanaries } from "../config/index.ts";
import type { ScanOptions } from "@dataguardian/shared/domain";
import { Sensitive } from "../detection/sensitive.ts";
import { parseWebsiteUrl } from "../policy/website-url.ts";
import type { ModelEndpoint } from "../scanners/ai-model/probe/settings.ts";
import { UsageError } from "./exit.ts";

export interface ModelOptions {
  questionnaire?: string;
  model?: string;
  canaries?: string;
}

/** What is known of a model besides its files, and how it is asked where it answers. */
export function addModelOptions(command: Command): Command {
  return command
    .option(
      "--questionnaire <file>",
      "answers on what the model is used for (YAML), for an indication of its risk class",
    )
    .option(
      "--model <name>",
      "with an address such as http://127.0.0.1:11434/v1: the model there, with a key in OPENAI_API_KEY if it wants one",
    )
    .option("--canaries <file>", "texts that the model should not know the end of (YAML)");
}

export async function modelOptionsOf({ questionnaire }: ModelOptions): Promise<Pick<ScanOptions, "aiUse">> {
  return questionnaire === undefined ? {} : { aiUse: await loadAiUse(questionnaire) };
}

/** The model to ask, where the target is an address; undefined where it is files. */
export async function modelEndpoint(
  targets: readonly string[],
  { model, canaries }: ModelOptions,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ModelEndpoint | undefined> {
  const [url = ""] = targets;
  if (!targets.some((target) => /^https?:\/\//i.test(target))) {
    if (model !== undefined || canaries !== undefined)
      throw new UsageError("--model and --canaries go with an address such as http://127.0.0.1:11434/v1.");
    return undefined;
  }
  if (targets.length > 1) throw new UsageError("Give one address at a time.");
  const parsed = parseWebsiteUrl(url);
  if (!parsed.ok) throw new UsageError(`${parsed.reason} A key goes in OPENAI_API_KEY.`);
  if (model === undefined) throw new UsageError("Give the model's name with --model.");
  const key = env["OPENAI_API_KEY"];
  return {
    url,
    model,
    canaries: canaries === undefined ? [] : await loadCanaries(canaries),
    ...(key ? { apiKey: new Sensitive(key) } : {}),
  };
}
