/**
 * What the frameworks' own serialisation writes into pickles: the list of what is allowed. By module (also as a prefix that
 * ends in a dot) which names may stand there. `classes`: any name that is written as a class is; `referred`: any plain name,
 * as long as the pickle only refers to it and does not call it.
 */
export interface AllowedNames {
  module: string;
  names?: readonly string[];
  classes?: true;
  referred?: true;
  /** The ending of names that are classes, though they begin with a small letter. */
  ending?: string;
}

const words = (text: string) => text.trim().split(/\s+/);

const PYTHON: readonly AllowedNames[] = [
  {
    module: "builtins",
    // Functions beside the types: such as make a number or an order of what they are given.
    names: words(`len abs round sum min max any all sorted ord chr divmod pow reversed enumerate zip
      set frozenset dict list tuple int float complex bool str bytes bytearray object slice range
      Ellipsis NotImplemented NoneType long unicode xrange Exception BaseException`),
  },
  { module: "copyreg", names: words("_reconstructor __newobj__ __newobj_ex__") },
  { module: "_codecs", names: ["encode"] },
  {
    module: "collections",
    names: words("OrderedDict defaultdict Counter deque ChainMap UserDict UserList UserString"),
  },
  { module: "datetime", names: words("date time datetime timedelta timezone") },
  { module: "decimal", names: ["Decimal"] },
  { module: "_decimal", names: ["Decimal"] },
  { module: "fractions", names: ["Fraction"] },
  { module: "uuid", names: words("UUID SafeUUID") },
  { module: "pathlib", names: words("Path PosixPath WindowsPath PurePath PurePosixPath PureWindowsPath") },
  { module: "pathlib._local", names: words("Path PosixPath WindowsPath PurePosixPath PureWindowsPath") },
  { module: "array", names: words("array _array_reconstructor") },
  { module: "argparse", names: ["Namespace"] },
  { module: "types", names: ["SimpleNamespace"] },
  { module: "re", names: ["_compile"] },
  { module: "random", names: ["Random"] },
  { module: "operator", names: ["itemgetter"] },
  { module: "_operator", names: ["itemgetter"] },
  { module: "io", names: words("BytesIO StringIO") },
  { module: "_io", names: words("BytesIO StringIO") },
  { module: "logging", names: words("getLogger Logger RootLogger") },
  { module: "zoneinfo", names: words("ZoneInfo ZoneInfo._unpickle") },
  { module: "pytz", names: words("_UTC _p utc timezone") },
  { module: "dateutil.tz.tz", names: words("tzutc tzlocal tzoffset tzfile") },
  { module: "typing", classes: true },
];

/** Functions of NumPy's that pickles refer to by name. */
const UFUNCS =
  words(`add subtract multiply divide true_divide power sqrt cbrt square exp exp2 expm1 log log2 log10 log1p
  absolute fabs sign negative reciprocal sin cos tan tanh arctan maximum minimum isnan isfinite floor ceil rint`);
const REDUCTIONS =
  words(`mean median average sum prod std var max min amax amin argmax argmin nanmean nanmedian nansum nanstd nanvar
  nanmax nanmin percentile quantile round around clip cumsum cumprod diff sort argsort unique dot ravel reshape transpose
  concatenate where nan_to_num squeeze`);

const NUMBERS: readonly AllowedNames[] = [
  { module: "numpy", names: [...UFUNCS, ...REDUCTIONS, "poly1d"] },
  { module: "numpy._core.fromnumeric", names: REDUCTIONS },
  { module: "numpy.lib.polynomial", names: ["poly1d"] },
  { module: "numpy.lib._polynomial_impl", names: ["poly1d"] },
  { module: "numpy.polynomial.", classes: true },
  { module: "numpy.rec", names: words("recarray record") },
  { module: "numpy.ma", names: ["MaskedArray"] },
  {
    module: "numpy",
    names:
      words(`ndarray dtype matrix recarray record void object_ str_ bytes_ bool bool_ int8 int16 int32 int64 intc intp
      uint8 uint16 uint32 uint64 float16 float32 float64 float128 longdouble complex64 complex128 datetime64 timedelta64
      unicode_ string_ generic number integer floating str long ulong longlong ulonglong single double half int_ float_`),
  },
  { module: "numpy.dtypes", classes: true },
  { module: "numpy._core.multiarray", names: words("_reconstruct scalar ndarray dtype") },
  { module: "numpy._core.numeric", names: ["_frombuffer"] },
  { module: "numpy._core.records", names: words("recarray record") },
  { module: "numpy.matrixlib.defmatrix", names: ["matrix"] },
  { module: "numpy._core._internal", names: ["_reconstruct"] },
  { module: "numpy.ma.core", names: words("_mareconstruct MaskedArray MaskedConstant mvoid") },
  {
    module: "numpy.random._pickle",
    names: words("__randomstate_ctor __bit_generator_ctor __generator_ctor"),
  },
  { module: "numpy.random.bit_generator", names: words("SeedSequence __pyx_unpickle_SeedSequence") },
  { module: "numpy.random.mtrand", names: ["RandomState"] },
  { module: "numpy.random._mt19937", names: ["MT19937"] },
  { module: "numpy.random._pcg64", names: words("PCG64 PCG64DXSM") },
  { module: "numpy.random._philox", names: ["Philox"] },
  { module: "numpy.random._sfc64", names: ["SFC64"] },
  { module: "numpy.random._generator", names: ["Generator"] },
  {
    module: "numpy._core._multiarray_umath",
    names: [...UFUNCS, "_reconstruct", "scalar"],
  },
  {
    module: "scipy.sparse.",
    classes: true,
    names: ["csr", "csc", "coo", "bsr", "dia", "dok", "lil"].flatMap((kind) => [
      `${kind}_matrix`,
      `${kind}_array`,
    ]),
  },
  {
    module: "scipy.interpolate.",
    classes: true,
    names: words(`interp1d interp2d interp1d._call_linear_np interp1d._call_linear interp1d._call_nearest
      interp1d._call_previousnext interp1d._call_spline interp1d._call_nan_spline`),
  },
  { module: "scipy.spatial.", classes: true, referred: true, names: ["cKDTree"] },
  { module: "scipy._lib.array_api_compat.", referred: true },
  { module: "scipy.special.", referred: true },
  {
    module: "scipy.stats._distn_infrastructure",
    names: words("rv_frozen rv_continuous_frozen rv_discrete_frozen rv_histogram rv_sample"),
  },
  { module: "scipy.stats._continuous_distns", names: ["rv_histogram"], ending: "_gen" },
  { module: "scipy.stats._discrete_distns", ending: "_gen" },
  { module: "scipy.stats._multivariate", ending: "_gen" },
];

const TABLES: readonly AllowedNames[] = [
  { module: "pandas", classes: true },
  { module: "pandas.core.internals.", classes: true, names: words("new_block _unpickle_block") },
  {
    module: "pandas.core.indexes.",
    classes: true,
    names: words("_new_Index _new_DatetimeIndex _new_PeriodIndex"),
  },
  { module: "pandas.arrays", classes: true },
  { module: "pandas.core.arrays.", classes: true },
  { module: "pandas.core.dtypes.", classes: true },
  { module: "pandas.core.frame", classes: true },
  { module: "pandas.core.series", classes: true },
  { module: "pandas.core.flags", classes: true },
  { module: "pandas._libs.internals", classes: true, names: ["_unpickle_block"] },
  { module: "pandas._libs.arrays", classes: true },
  { module: "pandas._libs.sparse", classes: true },
  { module: "pandas._libs.interval", classes: true },
  { module: "pandas._libs.missing", classes: true },
  {
    module: "pandas._libs.tslibs.",
    classes: true,
    names: words("_unpickle_timestamp _timedelta_unpickle _nat_unpickle _period_unpickle __nat_unpickle"),
  },
];

const LEARNING: readonly AllowedNames[] = [
  { module: "sklearn.", classes: true, referred: true, names: ["newObj"] },
  { module: "imblearn.", classes: true },
  { module: "joblib.numpy_pickle", names: ["NumpyArrayWrapper"] },
  { module: "joblib.numpy_pickle_compat", names: words("NDArrayWrapper ZNDArrayWrapper") },
  { module: "xgboost.core", classes: true },
  { module: "xgboost.sklearn", classes: true },
  { module: "xgboost.callback", classes: true },
  { module: "lightgbm.basic", classes: true },
  { module: "lightgbm.sklearn", classes: true },
  { module: "catboost.core", classes: true },
  { module: "_catboost", classes: true },
  { module: "gensim.models.", classes: true },
  { module: "gensim.corpora.", classes: true },
  { module: "statsmodels.", classes: true },
];

const NETWORKS: readonly AllowedNames[] = [
  {
    module: "torch",
    names:
      words(`device dtype Size Tensor float float16 float32 float64 half double bfloat16 int int8 int16 int32 int64 uint8
      short long bool complex64 complex128 qint8 quint8 qint32 float8_e4m3fn float8_e5m2 strided per_tensor_affine per_channel_affine
      FloatStorage DoubleStorage HalfStorage BFloat16Storage IntStorage LongStorage ShortStorage CharStorage ByteStorage BoolStorage
      ComplexFloatStorage ComplexDoubleStorage QInt8Storage QUInt8Storage QInt32Storage UntypedStorage FloatTensor DoubleTensor
      ScriptObject HalfTensor LongTensor IntTensor ByteTensor BoolTensor Generator contiguous_format channels_last preserve_format`),
  },
  {
    module: "torch._utils",
    names:
      words(`_rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3 _rebuild_parameter _rebuild_parameter_with_state
      _rebuild_qtensor _rebuild_sparse_tensor _rebuild_meta_tensor_no_storage _rebuild_nested_tensor
      _rebuild_device_tensor_from_numpy _rebuild_wrapper_subclass`),
  },
  { module: "torch._tensor", names: words("_rebuild_from_type_v2 Tensor") },
  {
    module: "torch.storage",
    names: words("_load_from_bytes UntypedStorage TypedStorage _TypedStorage _UntypedStorage"),
  },
  { module: "torch.serialization", names: words("_get_layout StorageType") },
  { module: "torch.nn.parameter", names: words("Parameter Buffer UninitializedParameter") },
  { module: "torch.nn.backends.thnn", names: ["_get_thnn_function_backend"] },
  { module: "torch.nn.modules.", classes: true },
  { module: "torch.nn.functional", referred: true },
  { module: "torch.nn.init", referred: true },
  { module: "torch.nn.utils.", classes: true },
  { module: "torch.nn.quantized.", classes: true },
  { module: "torch.nn.intrinsic.", classes: true },
  { module: "torch.nn.qat.", classes: true },
  { module: "torch.ao.nn.", classes: true },
  { module: "torch.ao.quantization.", classes: true },
  { module: "torch.optim.", classes: true },
  { module: "torch.utils.data.dataset", classes: true },
  { module: "torch.utils.data.sampler", classes: true },
  { module: "torch.utils.data.dataloader", classes: true },
  { module: "torch.amp.grad_scaler", classes: true },
  { module: "torch.cuda.amp.grad_scaler", classes: true },
  // The classes of a TorchScript archive, whose code stands beside the pickle: there is no module of that name.
  { module: "__torch__.", classes: true },
  { module: "torch.distributions.", classes: true },
  { module: "torch.torch_version", names: ["TorchVersion"] },
  {
    module: "torch.jit._pickle",
    names: words(
      "build_intlist build_tensorlist build_doublelist build_boollist build_tensor_from_id restore_type_tag",
    ),
  },
  { module: "torchvision.models.", classes: true },
  { module: "torchvision.transforms.", classes: true },
  { module: "torchvision.ops.", classes: true },
  { module: "timm.models.", classes: true },
  { module: "timm.layers.", classes: true },
  { module: "ultralytics.nn.", classes: true },
  { module: "pytorch_lightning.callbacks.", classes: true },
  { module: "lightning.pytorch.callbacks.", classes: true },
  { module: "pytorch_lightning.utilities.parsing", names: ["AttributeDict"] },
  { module: "lightning_fabric.utilities.data", names: ["AttributeDict"] },
  { module: "lightning.fabric.utilities.data", names: ["AttributeDict"] },
  { module: "omegaconf.", classes: true },
  { module: "accelerate.state", classes: true },
  { module: "accelerate.utils.dataclasses", classes: true },
  { module: "transformers.training_args", classes: true },
  { module: "transformers.training_args_seq2seq", classes: true },
  { module: "transformers.trainer_utils", classes: true },
  { module: "transformers.trainer_pt_utils", classes: true },
  { module: "transformers.models.", classes: true },
  { module: "transformers.tokenization_utils", classes: true },
  { module: "transformers.tokenization_utils_base", classes: true },
  { module: "transformers.configuration_utils", classes: true },
  { module: "transformers.generation.", classes: true },
  { module: "transformers.integrations.deepspeed", classes: true },
  { module: "transformers.activations", classes: true },
  { module: "transformers.pytorch_utils", classes: true },
  { module: "trl.trainer.", classes: true },
  { module: "peft.", classes: true },
  { module: "sentence_transformers.", classes: true },
  // What these read is in the pickle as bytes, and is looked into by itself.
  { module: "keras.saving.pickle_utils", names: ["deserialize_model_from_bytecode"] },
  { module: "keras.src.saving.pickle_utils", names: ["deserialize_model_from_bytecode"] },
  { module: "keras.src.models.keras_saveable", names: ["KerasSaveable._unpickle_model"] },
  ...["Sequential", "Functional", "Model"].map((name) => ({
    module: `keras.src.models.${name.toLowerCase()}`,
    names: [name, `${name}._unpickle_model`],
  })),
  { module: "tensorflow.python.framework.dtypes", names: words("as_dtype DType") },
  { module: "tensorflow.python.framework.ops", names: ["convert_to_tensor"] },
  { module: "tensorflow.python.framework.tensor_shape", names: words("TensorShape Dimension") },
];

export const ALLOWED: readonly AllowedNames[] = [...PYTHON, ...NUMBERS, ...TABLES, ...LEARNING, ...NETWORKS];
