/** Imports by which a pickle does harm, and what each kind of them does. Whatever stands in a module listed here is meant. */
const words = (text: string) => text.trim().split(/\s+/);

const MODULES: readonly (readonly [does: string, modules: readonly string[]])[] = [
  [
    "runs commands of the operating system",
    words(`os posix nt subprocess _posixsubprocess posixpath ntpath commands popen2 pty tty platform multiprocessing _winapi
      msvcrt sh pexpect fabric paramiko invoke plumbum psutil`),
  ],
  [
    "runs Python code",
    words(`runpy code codeop pdb bdb timeit trace profile cProfile doctest pydoc idlelib lib2to3 ensurepip venv pip setuptools
      distutils pkg_resources numpy.f2py numpy.distutils IPython sympy py_compile compileall concurrent asyncio sched
      test unittest torch._inductor torch._dynamo torch.utils.bottleneck torch.utils.collect_env torch.utils.cpp_extension torch.fx.graph_module
      torch.jit.unsupported_tensor_ops torch.hub torch.utils._config_module torch.utils.data.datapipes.utils.decoder
      torch.fx.experimental.symbolic_shapes numexpr pandas.core.computation`),
  ],
  [
    "loads code or modules",
    words(
      "importlib imp zipimport pkgutil _imp _frozen_importlib _frozen_importlib_external site sys ctypes _ctypes cffi gc inspect builtins.module",
    ),
  ],
  [
    "loads another pickle or marshalled code",
    words("pickle _pickle cPickle cpickle marshal shelve dill.session yaml jsonpickle klepto hickle"),
  ],
  [
    "reads, writes or removes files",
    words(
      "shutil tempfile fileinput glob zipfile tarfile dbm sqlite3 _sqlite3 mmap linecache filecmp bz2 lzma gzip logging.config logging.handlers",
    ),
  ],
  [
    "opens network connections",
    words(`socket _socket ssl http urllib urllib2 urllib3 httplib requests httpx aiohttp smtplib ftplib telnetlib poplib imaplib nntplib
      xmlrpc webbrowser socketserver SocketServer wsgiref websockets pycurl boto3 antigravity`),
  ],
  [
    "acts on the running process",
    words("signal threading _thread thread faulthandler resource atexit sysconfig"),
  ],
];

const NAMES: readonly (readonly [does: string, names: readonly string[]])[] = [
  [
    "runs Python code",
    words(`builtins.eval builtins.exec builtins.execfile builtins.compile builtins.apply builtins.reload builtins.breakpoint
      builtins.help types.CodeType types.FunctionType types.LambdaType types.MethodType types.ModuleType
      numpy.testing._private.utils.runstring numpy.testing.runstring pandas.eval pandas.core.frame.DataFrame.eval
      pandas.core.frame.DataFrame.query torch.jit.load torch.ops.load_library PIL.ImageMath.eval keras.layers.Lambda`),
  ],
  [
    "carries code within the pickle",
    words(`dill._dill._create_function dill._dill._create_code cloudpickle.cloudpickle._make_function
      cloudpickle.cloudpickle._builtin_type cloudpickle.cloudpickle_fast._make_function cloudpickle.cloudpickle._fill_function
      cloudpickle.cloudpickle._make_skel_func cloudpickle.cloudpickle._function_setstate`),
  ],
  [
    "loads code or modules",
    words(`builtins.__import__ builtins.globals builtins.locals builtins.vars dill._dill._import_module dill._dill._eval_repr dill._dill._get_attr
      cloudpickle.cloudpickle.subimport cloudpickle.cloudpickle.dynamic_subimport cloudpickle.cloudpickle._make_dynamic_module`),
  ],
  [
    "reaches into other objects",
    words(`builtins.getattr builtins.setattr builtins.delattr operator.attrgetter operator.methodcaller _operator.attrgetter
      _operator.methodcaller functools.partial _functools.partial functools.reduce _functools.reduce builtins.map builtins.filter
      numpy._core._ufunc_reconstruct`),
  ],
  [
    "reads, writes or removes files",
    words(
      "builtins.open builtins.file builtins.input builtins.raw_input io.open io.open_code io.FileIO _io.open _io.open_code _io.FileIO codecs.open numpy.fromfile numpy.memmap numpy.save numpy.savetxt numpy.loadtxt numpy.genfromtxt torch.save",
    ),
  ],
  [
    "loads another pickle or marshalled code",
    words(
      "dill.load dill.loads dill._dill.load dill._dill.loads cloudpickle.load cloudpickle.loads joblib.load joblib.numpy_pickle.load numpy.load numpy.lib.npyio.load pandas.read_pickle pandas.io.pickle.read_pickle torch.load torch.serialization.load",
    ),
  ],
];

export const DANGEROUS_MODULES: ReadonlyMap<string, string> = new Map(
  MODULES.flatMap(([does, modules]) => modules.map((module): [string, string] => [module, does])),
);
export const DANGEROUS_NAMES: ReadonlyMap<string, string> = new Map(
  NAMES.flatMap(([does, names]) => names.map((name): [string, string] => [name, does])),
);

/** Functions that do harm in whatever module they are found. */
export const DANGEROUS_FUNCTIONS: ReadonlySet<string> = new Set(
  words(`system popen popen2 popen3 popen4 Popen eval exec execfile __import__ import_module check_output check_call getoutput
    getstatusoutput execl execle execlp execv execve execvp execvpe spawnl spawnle spawnlp spawnv spawnve spawnvp spawnvpe
    posix_spawn startfile fork forkpty run_module run_path runstring run_code runcode exec_command load_library LoadLibrary`),
);
