import type { Extractor } from "../extractor.ts";
import { lz4Extractor, lzmaExtractor, zlibExtractor } from "./joblib.ts";
import { coremlExtractor } from "./coreml.ts";
import { coremlPackageExtractor } from "./coreml-package.ts";
import { modelConfigExtractor } from "./keras-config.ts";
import { ggufExtractor } from "./gguf.ts";
import { jinjaExtractor } from "./jinja.ts";
import { kerasHdf5Extractor } from "./keras-hdf5.ts";
import { numpyExtractor } from "./numpy.ts";
import { onnxExtractor } from "./onnx.ts";
import { hiddenPickleExtractor } from "./pickle/hidden-pickle.ts";
import { pickleExtractor } from "./pickle/pickle.ts";
import { pythonCodeExtractor } from "./python-code.ts";
import { modelArchiveExtractor } from "./pytorch-archive.ts";
import { safetensorsExtractor } from "./safetensors.ts";
import { tensorflowExtractor } from "./tensorflow.ts";
import { tfliteExtractor } from "./tflite.ts";
import { TOKENIZERS } from "./tokenizer.ts";

/** The formats of AI models, in the order in which they are asked: before documents and archives. */
export const MODEL_FORMATS: readonly Extractor[] = [
  // First, since a pickle can be made to begin like another format, and its loader does not look at names.
  pickleExtractor,
  ggufExtractor,
  safetensorsExtractor,
  numpyExtractor,
  kerasHdf5Extractor,
  coremlExtractor,
  coremlPackageExtractor,
  tensorflowExtractor,
  tfliteExtractor,
  onnxExtractor,
  zlibExtractor,
  lz4Extractor,
  lzmaExtractor,
  ...TOKENIZERS,
  modelConfigExtractor,
  jinjaExtractor,
  pythonCodeExtractor,
];

/** Asked after documents, many of which are ZIP archives too. */
export const MODEL_ARCHIVES: readonly Extractor[] = [modelArchiveExtractor];

/** Asked when no other format has claimed the file. */
export const UNKNOWN_FORMATS: readonly Extractor[] = [hiddenPickleExtractor];
