import { type SimpleGit, simpleGit } from "simple-git";
import { ScanError } from "../pipeline/scan-error.ts";

/**
 * Settings for every git command: nothing that a repository's own config names is run (P6), no prompt waits for a
 * person, and no transport is open that runs a program of the address's choice.
 */
export const SAFE_CONFIG = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.quotePath=false",
  "core.untrackedCache=false",
  "protocol.ext.allow=never",
  "credential.interactive=false",
  // A host that the policy lists must not send the clone on to one that it does not.
  "http.followRedirects=false",
];

/** Of this process's own git settings, those that say how to reach a server. `GIT_DIR` and its like would misdirect. */
const PASSED_ON = [
  "GIT_ASKPASS",
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_NOSYSTEM",
  "GIT_CONFIG_SYSTEM",
  "GIT_SSH",
  "GIT_SSH_COMMAND",
  "GIT_SSL_CAINFO",
  "GIT_SSL_CAPATH",
];
// A partial clone would fetch what it lacks, from a server of its own choice.
const OWN_ENV = {
  GIT_NO_LAZY_FETCH: "1",
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  LC_ALL: "C",
};

/** The environment of every git command. */
export function gitEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) =>
      PASSED_ON.includes(name) || !/^(?:GIT_.*|EDITOR|VISUAL|PAGER|SSH_ASKPASS|PREFIX)$/i.test(name),
  );
  return { ...Object.fromEntries(kept), ...OWN_ENV };
}

export function gitIn(baseDir: string, signal: AbortSignal): SimpleGit {
  return simpleGit({
    baseDir,
    abort: signal,
    config: SAFE_CONFIG,
    trimmed: false,
    allowEnvironment: [...PASSED_ON, ...Object.keys(OWN_ENV)],
    // The settings above take powers away, and the environment is this machine's administrator's; the library only sees
    // that both are touched.
    unsafe: {
      allowUnsafeAskPass: true,
      allowUnsafeConfigPaths: true,
      allowUnsafeCredentialHelper: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeHooksPath: true,
      allowUnsafeProtocolOverride: true,
      allowUnsafeSshCommand: true,
      allowUnsafeTemplateDir: true,
    },
  }).env(gitEnv(process.env));
}

const CAUSES: readonly [pattern: RegExp, make: (target: string) => ScanError][] = [
  [
    /ENOENT/,
    () => new ScanError("not_found", "git is not installed here; scanning a git repository needs it."),
  ],
  [
    /dubious ownership/,
    (target) =>
      new ScanError("permission", `${target} belongs to another user; git asks for safe.directory first.`),
  ],
  [
    /could not resolve host|could not connect|connection (?:refused|timed out|reset)|network is unreachable|unable to access|early eof|hung up|timed? ?out|block timeout/i,
    (target) => new ScanError("connection", `${target} cannot be reached.`),
  ],
  [
    /authentication failed|could not read (?:username|password)|permission denied|access denied|host key verification|terminal prompts disabled|403/i,
    (target) =>
      new ScanError("permission", `${target} refused access: give this machine's git credentials for it.`),
  ],
  [
    /remote branch .* not found|couldn't find remote ref|unknown revision|bad revision|needed a single revision|not a valid object name/i,
    (target) => new ScanError("not_found", `${target} has no such branch, tag or commit.`),
  ],
  [
    /repository .*not found|does not exist|not appear to be a git repository|not a git repository/i,
    (target) => new ScanError("not_found", `${target} is no git repository, or is not there.`),
  ],
  [/no space left/i, () => new ScanError("disk", "The disk for temporary files is full.")],
];

/** Git's message decides the code, and stays here: it can hold addresses and names (P5). */
export function gitError(error: unknown, target: string, signal: AbortSignal): Error {
  if (signal.aborted) return signal.reason instanceof Error ? signal.reason : new Error("aborted");
  if (error instanceof ScanError) return error;
  const message = error instanceof Error ? error.message : String(error);
  for (const [pattern, make] of CAUSES) if (pattern.test(message)) return make(target);
  return new ScanError("internal", `git failed on ${target}.`);
}
