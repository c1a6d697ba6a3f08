import type { Candidate } from "../../../candidate.ts";
import { nameWords } from "../../../checks/setting-name.ts";

/** Where a value stands beside the name that it belongs to. */
export interface Assigned {
  /** The whole name of which the detector's is a part, as words in small letters. */
  words: string;
  /** The line up to the name. */
  lineBefore: string;
  /** From the name to the value: the sign of assignment with what surrounds it. */
  between: string;
  /** The line behind the value. */
  lineAfter: string;
  /** Name and value stand in the text side by side; otherwise the name is a column's or field's. */
  beside: boolean;
}

const REACH = 220;
const LINE = 120;

/** Reads the surroundings of a value that was found by its name. */
export function assigned({ text, start, end, name }: Candidate, length = end - start): Assigned {
  const windowStart = Math.max(0, start - REACH);
  const window = text.slice(windowStart, start);
  const at = name === "" ? -1 : window.lastIndexOf(name);
  const after = text.slice(start + length, start + length + LINE);
  const lineAfter = /^[^\r\n]*/.exec(after)?.[0] ?? "";
  if (at < 0) return { words: nameWords(name), lineBefore: "", between: "", lineAfter, beside: false };
  const ahead = window.slice(Math.max(window.lastIndexOf("\n", at - 1) + 1, at - LINE), at);
  const prefix = /[\p{L}\p{N}_$.-]{0,60}$/u.exec(ahead)?.[0] ?? "";
  return {
    // A field of a form holds what stands in it: `txtPassword.Text = `.
    words: nameWords(prefix + name.replace(/\.(?:text|value|val|content)$/i, "")),
    lineBefore: ahead.slice(0, ahead.length - prefix.length),
    between: window.slice(at + name.length),
    lineAfter,
    beside: true,
  };
}

/** `config.set("db", "password", …`, `Map.of("user", "hr", "password", …`: the name is no element of a plain list. */
const PAIRS_BEFORE =
  /(?:set|put|write|store|define|map\.of|mapof|resvalue|buildconfigfield)\w{0,20}[( ]\s{0,4}["'][^\r\n]{1,100}["'],\s{0,4}["']$/i;

/** Whether name and value are arguments of a call that takes them as a pair. */
export const isPairOfCall = ({ lineBefore }: Assigned): boolean => PAIRS_BEFORE.test(lineBefore);

/** A setting by itself on a line of a configuration file or script, or after a flag. */
const CONFIG_BEFORE =
  /^[\s>#;*/|-]*(?:(?:export|set|setx|env|ENV|ARG|declare -x|local|readonly|-e|-D|--env|--build-arg|environment:|\$env:|<)[ =]?)?["']?(?:[\w .[\]/-]{0,40}[:=] ?)?["']?$/;
const CONFIG_AFTER = /^["']?\s*(?:[#\\].*|\s;.*|\/\/.*|<[/!].*)?$/;

/** What follows an expression of code and no literal. */
const CODE_AFTER = /^\s{0,2}(?:[([;)\]}]|,\s*(?:$|[\w$]+\s*[,:)}=])|\.\w|::|->|\?\.|[+*/%&|?<=]|&&|\|\||:\s)/;
const IDENTIFIER = /^[&*!]?[A-Za-z_$][\w$]*$/;
const PROPERTY = /^[&*!@]?[A-Za-z_$][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*)+\.?$/;
const CALL = /^[&*!@]?[A-Za-z_$][\w$.:>?!-]*[([{]/;
const OPERATION =
  /^[A-Za-z_$][\w$]*\.[A-Za-z_$][\w$.]*[?+:,;=&|()[]|\|\||&&|[=!]==?(?!$)|=>|->|^[!+<>=-]|\?\?/;
/** Cut off behind its operator, unless the line or the next pair of an address goes on here: `pw = a+`. */
const CUT_OPERATION = /^\w+[+|?:]$|^\w{1,7}\*$|^[A-Za-z_]+\*$/;
/** `(pass)>2?(…`: a comparison. */
const CONDITION = /^\d+\?/;

/**
 * How far what stands there without quotes may be a literal, 0..1: in code it is a variable or a call. 1 in the lines of
 * configuration files, less where words of a text go on.
 */
export function bareLiteral(
  value: string,
  { lineBefore, between, lineAfter, words, beside }: Assigned,
): number {
  if (!beside) return 1;
  // A placeholder's own name: `{{password:a}}`, `<password>@host`.
  if (
    lineBefore.endsWith("{{") ||
    (lineBefore.endsWith("<") && between.startsWith(">") && !/^\s*(?:<\/|$)/.test(lineAfter))
  )
    return 0;
  if (lineBefore.endsWith("<") && /^>\s/.test(between) && !lineAfter.includes("</")) return 0;
  if (lineBefore.endsWith("<") && between === ">" && value.startsWith("@")) return 0;
  if (/^["'`]/.test(lineAfter) && /[?:+(=&|,]$/.test(value)) return 0;
  if (PROPERTY.test(value) || OPERATION.test(value) || CONDITION.test(value)) return 0;
  if (CALL.test(value) && !isUnbalanced(value)) return 0;
  const separator = between.replace(/^["'\])]{0,3}/, "");
  const onItsLine = CONFIG_BEFORE.test(lineBefore) && CONFIG_AFTER.test(lineAfter);
  if (
    CUT_OPERATION.test(value) &&
    !(
      /\d/.test(value) &&
      (onItsLine || /^[&;]/.test(lineAfter) || (separator === ">" && lineAfter.startsWith("</")))
    )
  )
    return 0;
  if (!IDENTIFIER.test(value)) return /^\s+$/.test(separator) ? 0.75 : 1;
  if (/^[&*!]|^\w*(?:pass|passwd|password|pwd)_?\d?$/i.test(value)) return 0;
  // `PASSWORD=mysupersecret` in a file of settings; elsewhere it is a variable.
  if (!/\d/.test(value) && /pass|pwd|secret|token|key|cred/i.test(value))
    return separator === "=" && onItsLine && /^[a-z]+$/.test(value) ? 0.42 : 0;
  const mixed = /\d/.test(value) && value.length >= 6;
  if (/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(value)) return 0;
  if (separator === ">" && lineAfter.startsWith("</")) return 1;
  if (separator === "=" && onItsLine) return 1;
  if (onItsLine && words !== "" && /^\s?[:=]\s*$/.test(separator)) return mixed ? 1 : 0.9;
  // `the server (password: …)`, in a note.
  if (mixed && /(?:^|\s)\($/.test(lineBefore) && lineAfter.startsWith(")")) return 0.75;
  if (!mixed || CODE_AFTER.test(lineAfter)) {
    // `user=a&password=b`, `password=b;server=c`, `login: a, password: b`
    return mixed && /^[;,&]\s?[A-Za-z_][\w -]{0,30}[:=]/.test(lineAfter) && /^[:=]\s?$/.test(separator)
      ? 0.8
      : 0;
  }
  return 0.75;
}

/** Brackets that do not pair, with other marks among them: drawn at random, no expression. */
function isUnbalanced(value: string): boolean {
  const open: string[] = [];
  let pairs = true;
  for (const mark of value) {
    if ("([{".includes(mark)) open.push(mark);
    else if (")]}".includes(mark)) pairs &&= open.pop() === "([{"[")]}".indexOf(mark)];
  }
  return (!pairs || open.length > 0) && /[#^~!?@%&*]/.test(value) && !/[,([{]$/.test(value);
}
