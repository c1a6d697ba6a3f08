/** Tasks whose result is a new text, picture, sound or film. */
const GENERATIVE_TASK =
  /^(?:text-generation|text2text-generation|conversational|image-text-to-text|any-to-any|text-to-(?:image|video|audio|speech|3d)|image-to-(?:image|video|text)|audio-to-audio|unconditional-image-generation)$/;
const GENERATIVE_CLASS =
  /For(?:CausalLM|ConditionalGeneration)$|LMHeadModel$|^(?:Stable)?Diffusion|(?:Diffusion|Flux|ImageTo|TextTo)\w*Pipeline/;
const READS_ONLY = /^(?:Whisper|Speech2Text|Moonshine|Donut|TrOCR)/;
const makesContent = (name: string) => GENERATIVE_CLASS.test(name) && !READS_ONLY.test(name);

/** What tells that a model makes new content, as a phrase for the reasons; null when nothing does. */
export function generativeSign(
  task: string,
  configs: readonly Readonly<Record<string, unknown>>[],
  weights: readonly string[],
): string | null {
  if (GENERATIVE_TASK.test(task)) return "the card names a task that makes content";
  // The classes of models that write down speech are those of models that write.
  if (task !== "") return null;
  for (const config of configs) {
    const { architectures, _class_name: pipeline, task_type: task } = config;
    const classes = Array.isArray(architectures) ? architectures : [];
    if ([...classes, pipeline].some((one) => typeof one === "string" && makesContent(one)))
      return "its configuration names a class that makes content";
    if (task === "CAUSAL_LM" || task === "SEQ_2_SEQ_LM") return "its adapter is for a model that makes text";
  }
  // Embedding models are in GGUF too, and then say so in the card.
  if (weights.some((name) => /\.gguf$/i.test(name))) return "it is in GGUF, most models in which make text";
  return null;
}
