import { personalNames } from "./personal-names.ts";
import { argumentsAt, type Smell, type SmellFinder } from "./smell.ts";

/** Calls that write to a log or to standard output, by language family. Each ends at its opening bracket. */
const LOG_CALLS: Readonly<Record<string, RegExp>> = {
  JavaScript:
    /\b(?:console\.(?:log|info|warn|error|debug|trace|dir)|(?:[\w$]*(?:log|logger|Logger)|winston|pino|Sentry)\.(?:log|info|warn|warning|error|debug|trace|verbose|fatal|silly|captureMessage))\s*\(/g,
  Python:
    /(?<![\w.])(?:print|(?:[\w.]*(?:logging|logger|log|LOGGER|LOG))\.(?:debug|info|warning|warn|error|critical|exception|log))\s*\(/g,
  Java: /\b(?:System\.(?:out|err)\.print(?:ln|f)?|(?:[\w]*(?:log|logger|LOG|LOGGER|Timber|Log))\.(?:trace|debug|info|warn|error|fatal|fine|finer|finest|severe|warning|log|d|e|i|v|w))\s*\(/g,
  Kotlin:
    /\b(?:println?|(?:[\w]*(?:log|logger|LOG|LOGGER|Timber|Log))\.(?:trace|debug|info|warn|error|d|e|i|v|w))\s*\(/g,
  "C#": /\b(?:Console\.Write(?:Line)?|Debug\.WriteLine|Trace\.\w+|(?:[\w]*(?:[lL]og|[lL]ogger))\.(?:Log\w*|Trace|Debug|Info|Information|Warn|Warning|Error|Fatal|Critical|Verbose))\s*\(/g,
  Go: /\b(?:fmt\.Print(?:f|ln)?|(?:[\w]*(?:log|logger|Log|slog|zap|logrus))\.(?:Print|Printf|Println|Fatal|Fatalf|Fatalln|Panic|Panicf|Debug|Debugf|Debugw|Info|Infof|Infow|Warn|Warnf|Warnw|Error|Errorf|Errorw|Trace|Tracef))\s*\(/g,
  PHP: /(?:\b(?:error_log|var_dump|print_r|syslog|Log::(?:debug|info|notice|warning|error|critical))|\$?(?:this->)?[\w]*(?:log|logger)->(?:debug|info|notice|warning|error|critical|log))\s*\(/gi,
  Ruby: /(?<![\w.])(?:puts|p|(?:Rails\.)?logger\.(?:debug|info|warn|error|fatal|unknown))[ \t(]/g,
  SQL: /\braise\s+(?:notice|info|warning|log|debug)\b/gi,
};

/** What no text is without that holds such a call, in the language of most sources. */
const MAY_LOG =
  /\.(?:log|info|warn|error|debug|trace|dir|verbose|fatal|silly|captureMessage)(?<=(?:log|logger|Logger|console|winston|pino|Sentry)\.[a-zA-Z]{3,16})/;

/** What makes a value unreadable before it is written. */
const GUARD =
  /\b\w*(?:mask|redact|hash|anonymi[sz]e|pseudonymi[sz]e|obfuscate|scrub|encrypt|censor|sanitize)\w*\s*\(/i;

/** Personal data that a program writes to its log. */
export const loggedData: SmellFinder = function* (source): Generator<Smell, void, undefined> {
  const { text, language } = source;
  const pattern = LOG_CALLS[language.name];
  if (!pattern || (language.name === "JavaScript" && !MAY_LOG.test(text))) return;
  const { code } = source;
  for (const call of code.matchAll(pattern)) {
    const last = call.index + call[0].length - 1;
    const { start, end } =
      code[last] === "(" ? argumentsAt(code, last) : { start: last + 1, end: statementEnd(code, last) };
    const said = code.slice(start, end);
    if (GUARD.test(said)) continue;
    const [name] = personalNames(said);
    if (!name) continue;
    yield {
      type: "PII_IN_LOGS",
      confidence: language.name === "SQL" ? 0.6 : 0.75,
      offset: start + name.offset,
      length: name.length,
      reasons: [`name '${name.term}' in a call of ${call[0].replace(/[\s(]+$/, "").slice(-40)}`],
    };
  }
};

function statementEnd(code: string, from: number): number {
  const end = code.slice(from).search(/[;\n]/);
  return end < 0 ? code.length : from + end;
}
