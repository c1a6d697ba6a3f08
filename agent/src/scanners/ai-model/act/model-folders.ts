import { basename, dirname } from "node:path/posix";

/** A folder with a model in it, and the files beside the weights that say something of the model. */
export interface ModelFolder {
  /** Relative to the source's root; `.` is the root itself. */
  path: string;
  /** Names of the files with weights, from this folder and those below that belong to it. */
  weights: readonly string[];
  cards: readonly string[];
  configs: readonly string[];
  hasLicence: boolean;
  hasTrainingSummary: boolean;
}

const WEIGHTS =
  /\.(?:safetensors|gguf|ggml|onnx|pt|pth|ckpt|h5|hdf5|keras|tflite|mlmodel|pkl|pickle|joblib|dill)$|^(?:pytorch_model|adapter_model|model|diffusion_pytorch_model|consolidated)[\w.-]*\.bin$|^saved_model\.pb$/i;
const CARD =
  /^(?:readme|model[-_ ]?card|data(?:set)?[-_ ]?card|data[-_ ]?sheet)(?:[._-][\w-]+)?(?:\.(?:md|markdown|txt|rst))?$/i;
const CONFIG = /^(?:config|model_index|adapter_config|generation_config)\.json$/i;
const LICENCE = /^(?:licen[cs]e|copying|eula|use_policy)(?:[._-][\w.-]*)?$/i;
/** A package is a folder that stands for one file: a card stands beside it. */
const WITHIN_PACKAGE = /(?:^|\/)[^/]+\.mlpackage(?:\/.*)?$/i;
const SUMMARY = /(?:training|content|data)[-_ ]?(?:content|data)?[-_ ]?summary|trainingssamenvatting/i;

/** Gathers, file by file, where models are. Of other files it keeps nothing. */
export class ModelFolders {
  readonly #weights = new Map<string, string[]>();
  readonly #beside = new Map<string, string[]>();

  add(path: string): void {
    const name = basename(path);
    const isWeights = WEIGHTS.test(name);
    if (!isWeights && ![CARD, CONFIG, LICENCE, SUMMARY].some((pattern) => pattern.test(name))) return;
    const files = isWeights ? this.#weights : this.#beside;
    const folder = dirname(path).replace(WITHIN_PACKAGE, "") || ".";
    const file = folder === "." ? path : path.slice(folder.length + 1);
    const known = files.get(folder);
    if (known) known.push(file);
    else files.set(folder, [file]);
  }

  /** In the order of their paths; what is ignored is as if it were not there. */
  result(isIgnored: (path: string) => boolean): ModelFolder[] {
    for (const files of [this.#weights, this.#beside])
      for (const [folder, names] of files) {
        const kept = names.filter((name) => !isIgnored(folder === "." ? name : `${folder}/${name}`));
        if (kept.length > 0) files.set(folder, kept);
        else files.delete(folder);
      }
    const models = new Map<string, string[]>();
    for (const [folder, names] of this.#weights) {
      const model = this.#modelOf(folder);
      models.set(model, [...(models.get(model) ?? []), ...names]);
    }
    return [...models]
      .map(([path, weights]) => {
        const beside = this.#beside.get(path) ?? [];
        const inPath = (name: string) => (path === "." ? name : `${path}/${name}`);
        return {
          path,
          weights,
          cards: beside.filter((name) => CARD.test(name)).map(inPath),
          configs: beside.filter((name) => CONFIG.test(name)).map(inPath),
          hasLicence: beside.some((name) => LICENCE.test(name)),
          hasTrainingSummary: beside.some((name) => SUMMARY.test(name)),
        };
      })
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }

  /**
   * A model may keep its weights in folders of its own: `unet`, `onnx`, `1_Pooling`. Its settings stand above them. A card beside
   * the weights is the card of those weights.
   */
  #modelOf(folder: string): string {
    let model = folder;
    for (let above = folder; above !== "." && !this.#has(CARD, model);) {
      above = dirname(above);
      if (this.#has(CONFIG, above)) model = above;
    }
    return model;
  }

  #has(kind: RegExp, folder: string): boolean {
    return this.#beside.get(folder)?.some((name) => kind.test(name)) ?? false;
  }
}
