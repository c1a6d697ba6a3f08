import type { ImportLog, ImportRecord } from "./import-log.ts";
import { isListedName, judgeImport } from "./judge-import.ts";
import { Memo } from "./memo.ts";
import { OP } from "./opcodes.ts";
import { PickleSymbol, PLAIN } from "./symbol.ts";

/** Beyond this the lower half of the stack is forgotten: nothing that a framework writes comes near. */
const MAX_STACK = 1_000_000;
const MAX_ITEMS = 16;
const MAX_ENTRIES = 32;
/** What has to be known of an array to pass over its numbers. */
const WRAPPER_KEYS = new Set(["shape", "dtype", "numpy_array_alignment_bytes"]);
const NUMPY_WRAPPER = "NumpyArrayWrapper";

/** Bytes that joblib puts between the opcodes: an array's numbers, or a pickle of its objects. */
export type ArrayBehind = { bytes: number; isAligned: boolean } | "pickle";

/** Follows stack and memo of a pickle by kinds of values, as far as its imports and calls depend on them. It runs nothing. */
export class PickleMachine {
  /** Values were missing: the bytes are no pickle, or it would fail here. */
  faults = 0;
  /** What joblib has put behind the BUILD that was just taken. */
  arrayBehind: ArrayBehind | null = null;
  readonly #log: ImportLog;
  readonly #found: string | null;
  #stack: PickleSymbol[] = [];
  #marks: number[] = [];
  readonly #memo = new Memo(isListedName);

  constructor(log: ImportLog, found: string | null) {
    this.#log = log;
    this.#found = found;
  }

  /** The text that was put there last, empty where it is a long one; null where it is none. */
  get topText(): string | null {
    const top = this.#stack.at(-1);
    return top?.kind === "text" ? (top.text ?? "") : null;
  }

  /**
   * What a text is where PyTorch's old files refer to something outside: `("storage", type, key, …)`, or
   * `("module", class, file, source)`, of whose source there is nothing to tell where the class is the framework's own.
   */
  torchTextAt(text: string): "storage" | "source" | null {
    const top = this.#stack.at(-1);
    if (top === undefined || this.#stack.length < 2) return null;
    const below = this.#stack.at(-2);
    if (top.kind === "import") return below?.text === "storage" && /^\d+$/.test(text) ? "storage" : null;
    if (top.text === null || below?.kind !== "import" || !top.text.endsWith(".py")) return null;
    const { module = null, name = null } = below.target ?? {};
    const isKnown = judgeImport(module, name, true).is === "allowed";
    return isKnown && this.#stack.at(-3)?.text === "module" ? "source" : null;
  }

  get depth(): number {
    return this.#stack.length;
  }

  push(symbol: PickleSymbol): void {
    if (this.#stack.push(symbol) <= MAX_STACK) return;
    this.#stack = this.#stack.slice(MAX_STACK / 2);
    this.#marks = this.#marks.map((mark) => Math.max(0, mark - MAX_STACK / 2)).slice(-MAX_STACK / 2);
  }

  /** GLOBAL and INST name what they import themselves. */
  import(module: string | null, name: string | null, opcode: string, offset: number): ImportRecord {
    const record = this.#log.add(module, name, opcode, offset, this.#found);
    return record;
  }

  global(module: string, name: string, offset: number): void {
    this.push(new PickleSymbol("import", null, NaN, null, this.import(module, name, "GLOBAL", offset)));
  }

  inst(module: string, name: string, offset: number): void {
    const record = this.import(module, name, "INST", offset);
    this.#call(new PickleSymbol("import", null, NaN, null, record), this.#popMark(), "INST", offset);
  }

  extension(code: number, offset: number): void {
    const record = this.import("extension registry", `code ${code}`, "EXT", offset);
    this.push(new PickleSymbol("import", null, NaN, null, record));
  }

  get(index: number): void {
    const known = this.#memo.get(index);
    if (!known) this.faults++;
    this.push(known ?? PLAIN.object);
  }

  put(index: number): void {
    this.#memo.set(index, this.#top());
  }

  /** Opcodes without an argument. */
  step(op: number, offset: number): void {
    switch (op) {
      case OP.MARK:
        if (this.#marks.length < MAX_STACK) this.#marks.push(this.#stack.length);
        return;
      case OP.EMPTY_TUPLE:
        return this.push(PLAIN.emptyTuple);
      case OP.EMPTY_LIST:
        return this.push(PLAIN.list);
      case OP.EMPTY_DICT:
        return this.push(new PickleSymbol("dict"));
      case OP.EMPTY_SET:
        return this.push(PLAIN.set);
      case OP.NONE:
        return this.push(PLAIN.none);
      case OP.NEWTRUE:
      case OP.NEWFALSE:
        return this.push(PLAIN.bool);
      case OP.POP:
        if (this.#stack.length > (this.#marks.at(-1) ?? 0)) this.#stack.pop();
        else if (this.#marks.length > 0) this.#marks.pop();
        else this.faults++;
        return;
      case OP.POP_MARK:
        this.#dropMark();
        return;
      case OP.DUP:
        return this.push(this.#top());
      case OP.APPEND:
        this.#pop();
        return;
      case OP.APPENDS:
      case OP.ADDITEMS:
        this.#dropMark();
        return;
      case OP.LIST:
        this.#dropMark();
        return this.push(PLAIN.list);
      case OP.FROZENSET:
        this.#dropMark();
        return this.push(PLAIN.set);
      case OP.DICT: {
        const dict = new PickleSymbol("dict");
        this.#fill(dict, this.#popMark());
        return this.push(dict);
      }
      case OP.SETITEM: {
        const value = this.#pop();
        const key = this.#pop();
        return this.#fill(this.#top(), [key, value]);
      }
      case OP.SETITEMS: {
        const items = this.#popMark();
        return this.#fill(this.#top(), items);
      }
      case OP.TUPLE:
        return this.push(tupleOf(this.#popMark()));
      case OP.TUPLE1:
      case OP.TUPLE2:
      case OP.TUPLE3:
        return this.push(tupleOf(this.#popMany(op - OP.TUPLE1 + 1)));
      case OP.BINPERSID: {
        const [kind, referred] = this.#pop().items ?? [];
        // PyTorch's loader gives the class itself.
        return this.push(kind?.text === "module" && referred?.kind === "import" ? referred : PLAIN.object);
      }
      case OP.NEXT_BUFFER:
        return this.push(PLAIN.bytes);
      case OP.READONLY_BUFFER:
        return;
      case OP.MEMOIZE:
        return this.#memo.push(this.#top());
      case OP.STACK_GLOBAL: {
        const name = this.#pop();
        const module = this.#pop();
        const record = this.import(textOf(module), textOf(name), "STACK_GLOBAL", offset);
        return this.push(new PickleSymbol("import", null, NaN, null, record));
      }
      case OP.REDUCE: {
        const args = this.#pop();
        return this.#call(this.#pop(), args.items ?? [args], "REDUCE", offset);
      }
      case OP.NEWOBJ: {
        const args = this.#pop();
        return this.#call(this.#pop(), args.items ?? [args], "NEWOBJ", offset);
      }
      case OP.NEWOBJ_EX: {
        const named = this.#pop();
        const args = this.#pop();
        return this.#call(this.#pop(), [...(args.items ?? [args]), named], "NEWOBJ_EX", offset);
      }
      case OP.OBJ: {
        const [callee = PLAIN.object, ...args] = this.#popMark();
        return this.#call(callee, args, "OBJ", offset);
      }
      case OP.BUILD: {
        const state = this.#pop();
        return this.#build(this.#top(), state);
      }
      default:
        this.faults++;
    }
  }

  #call(callee: PickleSymbol, args: readonly PickleSymbol[], opcode: string, offset: number): void {
    const { target } = callee;
    if (callee.kind !== "import" || !target) {
      // What is called came out of another call, or from where the walk cannot follow.
      const record = this.import(null, null, opcode, offset);
      record.call = { opcode, arguments: kindsOf(args) };
      return this.push(PLAIN.object);
    }
    target.calls++;
    target.call ??= { opcode, arguments: kindsOf(args) };
    const reached = this.#follow(target, args, offset);
    if (reached) return this.push(reached);
    const [first, second] = args;
    // `copyreg._reconstructor(class, base, state)` and the like make an instance of what they are given.
    const made = target.module?.startsWith("copy") === true && first?.target ? first.target : target;
    this.push(new PickleSymbol("made", first?.text ?? second?.text ?? null, NaN, null, made));
  }

  /** What `getattr`, `partial` and NumPy's look-up by name lead to, where that is something known; null otherwise. */
  #follow(target: ImportRecord, args: readonly PickleSymbol[], offset: number): PickleSymbol | null {
    const { name } = target;
    const [first, second] = args;
    if (!first) return null;
    // So the type of None is kept, which has no name of its own.
    const isBuiltIn = /^(?:builtins|__builtin__)$/.test(target.module ?? "");
    if (isBuiltIn && name === "type" && args.length === 1 && first.kind === "none") {
      target.followed++;
      return PLAIN.object;
    }
    // dill's own way to keep an array: it calls what NumPy calls, with what NumPy gives it.
    if (name === "_create_array" && target.module === "dill._dill") {
      const { module, name: maker } = first.target ?? {};
      if (
        first.kind !== "import" ||
        maker !== "_reconstruct" ||
        !/^numpy\.(?:_?core)\.multiarray$/.test(module ?? "")
      )
        return null;
      target.followed++;
      return new PickleSymbol("made", null, NaN, null, first.target);
    }
    if (name === "partial" && /^_?functools$/.test(target.module ?? "")) {
      if (first.kind !== "import" || !first.target) return null;
      first.target.call ??= { opcode: "partial", arguments: kindsOf(args.slice(1)) };
      if (judgeImport(first.target.module, first.target.name, true).is === "dangerous") return null;
      target.followed++;
      return new PickleSymbol("made", null, NaN, null, first.target);
    }
    const isUfunc = name === "_ufunc_reconstruct";
    const module = isUfunc ? first.text : (first.target?.module ?? null);
    const path = isUfunc ? second?.text : `${first.target?.name ?? ""}.${second?.text ?? ""}`;
    if (
      (!isUfunc && name !== "getattr") ||
      module === null ||
      !second ||
      second.text === null ||
      path === undefined
    )
      return null;
    if (!isUfunc && (first.kind !== "import" || !/^\w+$/.test(second.text))) return null;
    if (judgeImport(module, path, true).is === "dangerous") return null;
    target.followed++;
    return new PickleSymbol("import", null, NaN, null, this.import(module, path, name ?? "", offset));
  }

  #build(object: PickleSymbol, state: PickleSymbol): void {
    const { target } = object;
    if (!target) return;
    if (object.kind === "import") target.isAltered = true;
    if (target.name !== NUMPY_WRAPPER || target.module?.includes("joblib") !== true) return;
    const { entries } = state;
    const dtype = entries?.get("dtype");
    const shape = entries?.get("shape")?.items;
    if (!dtype || !shape) return;
    const size = itemBytes(dtype.text);
    if (size === "object") this.arrayBehind = "pickle";
    else if (size !== null) {
      const count = shape.reduce((all, { number }) => all * number, 1);
      const isAligned = entries?.get("numpy_array_alignment_bytes")?.kind === "number";
      if (Number.isSafeInteger(count * size)) this.arrayBehind = { bytes: count * size, isAligned };
    }
  }

  #fill(dict: PickleSymbol, items: readonly PickleSymbol[]): void {
    if (dict.kind !== "dict" || items.length > 2 * MAX_ENTRIES) return;
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = items[i]?.text;
      const value = items[i + 1];
      if (typeof key !== "string" || !value || value.kind === "dict" || !WRAPPER_KEYS.has(key)) continue;
      dict.entries ??= new Map();
      dict.entries.set(key, value);
    }
  }

  #top(): PickleSymbol {
    const top = this.#stack.at(-1);
    if (!top) this.faults++;
    return top ?? PLAIN.object;
  }

  #pop(): PickleSymbol {
    const top = this.#stack.length > (this.#marks.at(-1) ?? 0) ? this.#stack.pop() : undefined;
    if (!top) this.faults++;
    return top ?? PLAIN.object;
  }

  #popMany(count: number): PickleSymbol[] {
    const isThere = this.#stack.length - count >= (this.#marks.at(-1) ?? 0);
    if (isThere) return this.#stack.splice(this.#stack.length - count);
    this.faults++;
    return Array.from({ length: count }, () => PLAIN.object);
  }

  #popMark(): PickleSymbol[] {
    const mark = this.#marks.pop();
    if (mark === undefined) this.faults++;
    return this.#stack.splice(mark ?? this.#stack.length);
  }

  #dropMark(): void {
    const mark = this.#marks.pop();
    if (mark === undefined) this.faults++;
    else this.#stack.length = Math.min(this.#stack.length, mark);
  }
}

const textOf = ({ kind, text }: PickleSymbol) => (kind === "text" ? text : null);

/** Tuples within tuples are not kept: a chain of them could be as long as the file. */
function tupleOf(items: readonly PickleSymbol[]): PickleSymbol {
  if (items.length > MAX_ITEMS) return PLAIN.tuple;
  const kept = items.map((item) => (item.kind === "tuple" || item.kind === "dict" ? PLAIN[item.kind] : item));
  return new PickleSymbol("tuple", null, NaN, kept);
}

/** Never the arguments themselves: they may be anybody's data. */
function kindsOf(args: readonly PickleSymbol[]): string {
  const kinds = args.slice(0, 6).map(({ kind }) => (kind === "made" ? "object" : kind));
  return args.length === 0 ? "no arguments" : `(${kinds.join(", ")}${args.length > 6 ? ", …" : ""})`;
}

/** Bytes of an item by NumPy's code, such as `f8` or `U10`; null where it does not tell. */
function itemBytes(code: string | null): number | "object" | null {
  const [, kind, digits] = /^[<>|=]?([A-Za-z?])(\d*)$/.exec(code ?? "") ?? [];
  if (kind === undefined) return null;
  if (kind === "O") return "object";
  if (kind === "?") return 1;
  return digits === "" ? null : Number(digits) * (kind === "U" ? 4 : 1);
}
