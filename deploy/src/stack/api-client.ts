import {
  agentList,
  type AgentView,
  enrolmentTokenCreated,
  errorReply,
  type FindingPage,
  findingPage,
  type ScanDetail,
  scanDetail,
  type SetupReply,
  setupReply,
} from "@dataguardian/shared/api";
import type { ScanRequest, Severity } from "@dataguardian/shared/domain";

/** The control plane answered with an error; `code` and the message are the API's own. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

interface Schema<T> {
  parse(value: unknown): T;
}
type Body = Record<string, unknown>;

/** The few routes that the local stack and its tests use, replies checked against the shared schemas. */
export class ApiClient {
  readonly url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.#token = token;
  }

  /** Needs the setup token in place of an API token. */
  setUp(request: { tenantName: string; ownerName: string; ownerEmail: string }): Promise<SetupReply> {
    return this.call("POST", "/v1/setup", setupReply, request);
  }

  async agents(): Promise<AgentView[]> {
    return (await this.call("GET", "/v1/agents", agentList)).agents;
  }

  /** Good for one agent and for a day. */
  async createEnrolmentToken(name: string): Promise<string> {
    return (await this.call("POST", "/v1/enrolment-tokens", enrolmentTokenCreated, { name })).token;
  }

  async createScan(request: Partial<ScanRequest> & Pick<ScanRequest, "kind">): Promise<string> {
    return (await this.call("POST", "/v1/scans", scanDetail, request)).id;
  }

  scan(id: string): Promise<ScanDetail> {
    return this.call("GET", `/v1/scans/${id}`, scanDetail);
  }

  findings(
    id: string,
    query: { severity?: Severity; limit?: number; cursor?: string },
  ): Promise<FindingPage> {
    const search = new URLSearchParams(
      Object.entries(query).map(([k, v]): [string, string] => [k, String(v)]),
    );
    return this.call("GET", `/v1/scans/${id}/findings?${search}`, findingPage);
  }

  /** Sends JSON, returns the parsed reply. Throws `ApiError` on any answer above 299. */
  async call<T>(method: string, path: string, schema: Schema<T>, body?: Body): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok) throw toError(response.status, text);
    return schema.parse(text === "" ? null : JSON.parse(text));
  }
}

function toError(status: number, text: string): ApiError {
  try {
    const { error } = errorReply.parse(JSON.parse(text));
    return new ApiError(status, error.code, error.message);
  } catch {
    return new ApiError(status, "unreadable", `The control plane answered with HTTP ${status}.`);
  }
}
