import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { modelContents } from "../model-contents.ts";
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
