import { PACED_PROXY } from "../scanners/website/network/network-guard.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What a job's process may know of the agent's environment. No credential of the agent's is among it. */
const INHERITED = [
  ..."PATH HOME USER LANG LC_ALL LC_CTYPE TZ".split(" "),
  ..."HTTPS_PROXY https_proxy HTTP_PROXY http_proxy NO_PROXY no_proxy".split(" "),
  ..."NODE_EXTRA_CA_CERTS SSL_CERT_FILE SSL_CERT_DIR GIT_SSL_CAINFO".split(" "),
  // Which browser a website scan runs, and where an unpacked one is kept.
  ..."DATAGUARDIAN_CHROMIUM XDG_CACHE_HOME".split(" "),
  ..."SystemRoot SystemDrive ComSpec PATHEXT USERPROFILE APPDATA LOCALAPPDATA".split(" "),
];

/** The agent's own proxy while `limits.bandwidth` is set. A guard names addresses to it; git finds it where proxies are named. */
export interface PacedWay {
  url: string;
  by: "guard" | "environment";
}

const PROXY_VARIABLES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];

/** Temporary files go to `dirs.work`, which the agent deletes whatever way the process ends. */
export function jobEnvironment(
  env: Environment,
  dirs: { work: string; codeCache: string },
  settings: { proxy?: string | undefined; caFile?: string | undefined },
  paced?: PacedWay | undefined,
): Record<string, string> {
  const own: Record<string, string> = {};
  for (const name of INHERITED) if (env[name] !== undefined) own[name] = env[name];
  if (settings.proxy !== undefined) {
    own["HTTPS_PROXY"] = own["https_proxy"] = settings.proxy;
    own["HTTP_PROXY"] = own["http_proxy"] = settings.proxy;
  }
  if (paced?.by === "guard") own[PACED_PROXY] = paced.url;
  if (paced?.by === "environment") {
    for (const name of PROXY_VARIABLES) own[name] = paced.url;
    // Which addresses the company's proxy is not for, the agent's own proxy knows.
    for (const name of ["NO_PROXY", "no_proxy"]) delete own[name];
  }
  if (settings.caFile !== undefined) own["NODE_EXTRA_CA_CERTS"] = settings.caFile;
  for (const name of ["TMPDIR", "TMP", "TEMP"]) own[name] = dirs.work;
  // Without it every job would compile the whole engine anew, which takes longer than a small scan.
  own["NODE_COMPILE_CACHE"] = dirs.codeCache;
  return own;
}
