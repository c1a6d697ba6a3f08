import { ALLOWED, type AllowedNames } from "./known-imports.ts";
import { DANGEROUS_FUNCTIONS, DANGEROUS_MODULES, DANGEROUS_NAMES } from "./dangerous-imports.ts";

export type Judgement =
  | { is: "allowed" }
  | { is: "unknown" }
  /** `does`: what such an import is used for. */
  | { is: "dangerous"; does: string };

const ALLOWED_IMPORT: Judgement = { is: "allowed" };
const UNKNOWN: Judgement = { is: "unknown" };

/** Modules that Python 3 has under other names; pickles of the older protocols are translated so. */
const RENAMED: Readonly<Record<string, string>> = {
  __builtin__: "builtins",
  __builtins__: "builtins",
  copy_reg: "copyreg",
  exceptions: "builtins",
  UserDict: "collections",
  UserList: "collections",
  UserString: "collections",
};
const CLASS_NAME = /^_{0,2}[A-Z]\w*$/;
const EXCEPTION_NAME = /^[A-Z]\w*(?:Error|Exception|Warning)$/;
const CYTHON_NAME = /^__pyx_unpickle_\w+$/;
const PLAIN_NAME = /^_?[A-Za-z]\w*$/;

const exact = new Map<string, AllowedNames[]>();
const prefixes: AllowedNames[] = [];
for (const allowed of ALLOWED) {
  if (allowed.module.endsWith(".")) prefixes.push(allowed);
  else exact.set(allowed.module, [...(exact.get(allowed.module) ?? []), allowed]);
}

/** Whether the text is a module or a name that the lists know: such are never forgotten while a pickle is walked. */
const listed = new Set<string>([
  ...ALLOWED.flatMap(({ module, names = [] }) => [module.replace(/\.$/, ""), ...names]),
  ...DANGEROUS_MODULES.keys(),
  ...DANGEROUS_FUNCTIONS,
  ...[...DANGEROUS_NAMES.keys()].flatMap((path) => [
    path.slice(0, path.lastIndexOf(".")),
    path.slice(path.lastIndexOf(".") + 1),
  ]),
]);
export const isListedName = (text: string): boolean => listed.has(text);

/** `isCalled`: the pickle itself calls it, rather than only referring to it. Null where a name is not told. */
export function judgeImport(module: string | null, name: string | null, isCalled: boolean): Judgement {
  const home = module === null ? null : normalised(module);
  const danger = dangerOf(home, name);
  if (danger !== null) return { is: "dangerous", does: danger };
  if (home === null || name === null) return UNKNOWN;
  return isAllowed(home, name, isCalled) ? ALLOWED_IMPORT : UNKNOWN;
}

function normalised(module: string): string {
  return (RENAMED[module] ?? module).replace(/^numpy\.core(?=\.|$)/, "numpy._core");
}

function isAllowed(module: string, name: string, isCalled: boolean): boolean {
  const entries = [
    ...(exact.get(module) ?? []),
    ...prefixes.filter((one) => `${module}.`.startsWith(one.module)),
  ];
  if (module === "builtins" && EXCEPTION_NAME.test(name)) return true;
  return entries.some(
    ({ names = [], classes, referred, ending }) =>
      names.includes(name) ||
      (ending !== undefined && /^\w+$/.test(name) && name.endsWith(ending)) ||
      (classes === true && (CLASS_NAME.test(name) || CYTHON_NAME.test(name))) ||
      (referred === true && !isCalled && PLAIN_NAME.test(name)),
  );
}

/** What harm an import does; null if none is known. */
function dangerOf(module: string | null, name: string | null): string | null {
  const full = [module, name].filter((part) => part !== null).join(".");
  const listedDanger = DANGEROUS_NAMES.get(full);
  if (listedDanger !== undefined) return listedDanger;
  if (module !== null) {
    const isAllowedHere = name !== null && isAllowed(module, name, true);
    if (isAllowedHere) return null;
    // `os.path` belongs to `os`.
    for (let end = module.length; end > 0; end = module.lastIndexOf(".", end - 1)) {
      const danger = DANGEROUS_MODULES.get(module.slice(0, end));
      if (danger !== undefined) return danger;
    }
  }
  if (name === null) return null;
  // A dotted name climbs: through a module that another one has imported, or through the inside of an object.
  const steps = name.split(".");
  for (const step of steps) {
    const danger = DANGEROUS_MODULES.get(step) ?? DANGEROUS_NAMES.get(`builtins.${step}`);
    if (danger !== undefined && (steps.length > 1 || !CLASS_NAME.test(step))) return danger;
    if (DANGEROUS_FUNCTIONS.has(step)) return "runs commands or code";
    if (/^__\w+__$/.test(step) && module !== "copyreg") return "reaches into other objects";
  }
  return null;
}
