import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { modelContents } from "../model-contents.ts";
import { assembled, global, proto } from "./assembler.ts";
import { judgeImport } from "./judge-import.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

test.each([0, 1, 2, 3, 4, 5])(
  "what Python, NumPy and SciPy write in protocol %i is nothing to tell",
  async (protocol) => {
    const { seen, skipped } = await modelContents("x.pkl", fixture(`numbers-${protocol}.pkl`));
    expect(seen).toEqual([]);
    expect(skipped).toEqual([]);
  },
);

test("a function that cloudpickle puts into the pickle is code", async () => {
  const { seen } = await modelContents("x.pkl", fixture("cloudpickle.pkl"));
  expect(seen).toContain("MODEL_DANGEROUS_IMPORT cloudpickle.cloudpickle._make_function");
});

/** What the frameworks' own pickles import, as they name it. */
const USUAL = `
  sklearn.pipeline.Pipeline sklearn.preprocessing._data.StandardScaler sklearn.linear_model._logistic.LogisticRegression
  sklearn.ensemble._forest.RandomForestClassifier sklearn.tree._tree.Tree sklearn.compose._column_transformer.ColumnTransformer
  sklearn.feature_extraction.text.TfidfVectorizer sklearn._loss.link.LogitLink sklearn.neighbors._kd_tree.newObj
  sklearn._loss._loss.CyHalfBinomialLoss sklearn._loss._loss.__pyx_unpickle_CyHalfBinomialLoss
  pandas.core.frame.DataFrame pandas.core.series.Series pandas.core.internals.managers.BlockManager pandas.core.indexes.base.Index
  pandas.core.internals.managers.SingleBlockManager pandas._libs.internals._unpickle_block pandas.core.indexes.base._new_Index
  pandas.core.indexes.range.RangeIndex pandas.core.arrays.categorical.Categorical pandas.core.dtypes.dtypes.CategoricalDtype
  pandas._libs.tslibs.timestamps._unpickle_timestamp pandas._libs.arrays.__pyx_unpickle_NDArrayBacked
  pandas.core.arrays.string_.StringDtype pandas.core.indexes.datetimes._new_DatetimeIndex pandas.core.indexes.multi.MultiIndex
  numpy.core.multiarray._reconstruct numpy.core.multiarray.scalar numpy._core.multiarray._reconstruct numpy.ndarray numpy.dtype
  joblib.numpy_pickle.NumpyArrayWrapper xgboost.sklearn.XGBClassifier xgboost.core.Booster lightgbm.sklearn.LGBMClassifier
  torch._utils._rebuild_tensor_v2 torch._utils._rebuild_parameter torch.FloatStorage torch.BFloat16Storage torch.storage._load_from_bytes
  torch.nn.modules.linear.Linear torch.nn.modules.container.Sequential torch.optim.adam.Adam torchvision.models.resnet.ResNet
  transformers.training_args.TrainingArguments transformers.trainer_utils.IntervalStrategy argparse.Namespace
  collections.OrderedDict __builtin__.set copy_reg._reconstructor`
  .trim()
  .split(/\s+/);

test.each(USUAL)("%s is allowed", (path) => {
  const at = path.lastIndexOf(".");
  expect(judgeImport(path.slice(0, at), path.slice(at + 1), true)).toEqual({ is: "allowed" });
});

test("a function of scikit-learn that a pipeline only refers to is allowed; one that the pickle calls is not", () => {
  expect(judgeImport("sklearn.feature_selection._univariate_selection", "f_classif", false).is).toBe(
    "allowed",
  );
  expect(judgeImport("sklearn.datasets._base", "load_files", true).is).toBe("unknown");
});

const FRAMEWORKS = readdirSync(new URL("fixtures/frameworks/", import.meta.url));

test.each(FRAMEWORKS)(
  "%s is honest: nothing is told of it, and no number in it is anyone's",
  async (name) => {
    const { seen, skipped, texts } = await modelContents(name, fixture(`frameworks/${name}`));
    expect(seen).toEqual([]);
    expect(skipped.filter((one) => !one.endsWith("numbers of a model, which hold no text"))).toEqual([]);
    // A forest has a seed for each tree, PyTorch's old files a number for each block of memory and the source of each class.
    expect(texts.split("\n").filter((line) => /^\d{8,}$/.test(line))).toEqual([]);
    if (name.includes("legacy")) expect(texts).not.toContain("class Linear");
  },
);

test.each(FRAMEWORKS.filter((name) => name.endsWith(".joblib")))("%s is unpacked and read", async (name) => {
  const { texts } = await modelContents(name, fixture(`frameworks/${name}`));
  for (const text of ["een tekst in het bestand", "een object"]) expect(texts).toContain(text);
});

test("what looks like the honest imports and is not stays told", () => {
  expect(judgeImport("numpy", "fromfile", false).is).toBe("dangerous");
  expect(judgeImport("evil", "uniform_gen", true).is).toBe("unknown");
  expect(judgeImport("builtins", "map", true).is).toBe("dangerous");
  expect(judgeImport("builtins", "type", true).is).toBe("unknown");
  expect(judgeImport("torch.utils.data.datapipes.utils.decoder", "Decoder", true).is).toBe("dangerous");
  expect(judgeImport("dill._dill", "_create_array", true).is).toBe("unknown");
});

test("a call through dill's maker of arrays, or of a type, is followed to what it really calls", async () => {
  const array = (module: string, name: string) =>
    assembled(proto(4), global("dill._dill", "_create_array"), "(", global(module, name), ")))NtR.");
  expect((await modelContents("x.pkl", array("numpy.core.multiarray", "_reconstruct"))).seen).toEqual([]);
  expect((await modelContents("x.pkl", array("os", "system"))).seen).toEqual([
    "MODEL_UNKNOWN_IMPORT dill._dill._create_array",
    "MODEL_DANGEROUS_IMPORT os.system",
  ]);
  const typeOf = (value: string) => assembled(proto(2), "cbuiltins\ntype\n", value, "\u0085R.");
  expect((await modelContents("x.pkl", typeOf("N"))).seen).toEqual([]);
  expect((await modelContents("x.pkl", typeOf("cbuiltins\nlen\n"))).seen).toContain(
    "MODEL_UNKNOWN_IMPORT builtins.type",
  );
});
