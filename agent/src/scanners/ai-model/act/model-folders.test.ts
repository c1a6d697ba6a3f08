import { expect, test } from "vitest";
import { ModelFolders } from "./model-folders.ts";
import { generativeSign } from "./model-kind.ts";

function foldersOf(...paths: string[]) {
  const folders = new ModelFolders();
  for (const path of paths) folders.add(path);
  return folders.result((path) => path.startsWith("ignored/"));
}

test("weights in folders of their own belong to the model whose settings stand above them", () => {
  const [only, ...others] = foldersOf(
    "README.md",
    "LICENSE",
    "model_index.json",
    "unet/diffusion_pytorch_model.safetensors",
    "vae/config.json",
    "vae/diffusion_pytorch_model.bin",
    "1_Pooling/config.json",
    "docs/training-data-summary.pdf",
    "training-data-summary.pdf",
  );
  expect(others).toEqual([]);
  expect(only).toEqual({
    path: ".",
    weights: ["diffusion_pytorch_model.safetensors", "diffusion_pytorch_model.bin"],
    cards: ["README.md"],
    configs: ["model_index.json"],
    hasLicence: true,
    hasTrainingSummary: true,
  });
});

test("a card beside the weights is theirs, and a readme of the folder above is no card of a model", () => {
  const found = foldersOf(
    "README.md",
    "config.json",
    "a/README.md",
    "a/model.gguf",
    "b/c/scaler.pkl",
    "b/README.md",
  );
  expect(found.map(({ path, cards }) => [path, cards])).toEqual([
    [".", ["README.md"]],
    ["a", ["a/README.md"]],
  ]);
  expect(foldersOf("README.md", "models/x/scaler.pkl").map(({ path, cards }) => [path, cards])).toEqual([
    ["models/x", []],
  ]);
});

test("folders without weights, and what is ignored, are no models", () => {
  expect(foldersOf("README.md", "config.json", "data.bin", "train.csv", "ignored/model.onnx")).toEqual([]);
});

test.each([
  ["text-generation", {}, ["m.safetensors"], true],
  ["text-classification", { architectures: ["BertForSequenceClassification"] }, [], false],
  ["automatic-speech-recognition", { architectures: ["WhisperForConditionalGeneration"] }, [], false],
  ["", { architectures: ["WhisperForConditionalGeneration"] }, [], false],
  ["", { architectures: ["LlamaForCausalLM"] }, [], true],
  ["", { architectures: "LlamaForCausalLM" }, [], false],
  ["", { _class_name: "StableDiffusionPipeline" }, [], true],
  ["", { task_type: "CAUSAL_LM" }, [], true],
  ["", {}, ["m.gguf"], true],
  ["feature-extraction", {}, ["m.gguf"], false],
  ["", {}, ["scaler.pkl"], false],
])("whether a model makes content: task %j, %j, %j", (task, config, weights, expected) => {
  expect(generativeSign(task, [config], weights) !== null).toBe(expected);
});

test("a Core ML package stands for one file, with its card beside it", () => {
  const folders = new ModelFolders();
  folders.add("app/Foto.mlpackage/Data/com.apple.CoreML/model.mlmodel");
  folders.add("app/README.md");
  const [model, ...others] = folders.result(() => false);
  expect(model).toMatchObject({ path: "app", cards: ["app/README.md"] });
  expect(others).toEqual([]);
  expect(folders.result((path) => path.startsWith("app/Foto.mlpackage/"))).toEqual([]);
});
