/** The application on the real D1, R2 and hub, with a clock that tests can move. Each world makes tenants of its own. */
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { SetupReply } from "@dataguardian/shared/api";
import { createApp } from "../src/app.ts";
import type { Env } from "../src/env.ts";

export const ORIGIN = "https://dataguardian.test";
export const SETUP_TOKEN = "test-setup-token";
export const OPERATOR_TOKEN = "test-operator-token";

interface Ask {
  method?: string;
  token?: string;
  cookie?: string;
  json?: unknown;
  body?: BodyInit;
  headers?: Record<string, string>;
  env?: Partial<Env>;
  origin?: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  // Tests look into replies of every shape; the schemas are checked where that is the point.
  body: any; // oxlint-disable-line typescript/no-explicit-any -- see above
}

export class World {
  /** Added to the real clock. */
  shiftMs = 0;
  readonly app = createApp({
    now: () => Date.now() + this.shiftMs,
    random: (size) => crypto.getRandomValues(new Uint8Array(size)),
  });

  async raw(path: string, ask: Ask = {}): Promise<Response> {
    const headers = new Headers(ask.headers);
    if (ask.token !== undefined) headers.set("authorization", `Bearer ${ask.token}`);
    if (ask.cookie !== undefined) headers.set("cookie", ask.cookie);
    if (ask.json !== undefined) headers.set("content-type", "application/json");
    const body = ask.json === undefined ? ask.body : JSON.stringify(ask.json);
    const method = ask.method ?? (body === undefined ? "GET" : "POST");
    const request = new Request(`${ask.origin ?? ORIGIN}${path}`, { method, headers, body });
    const context = createExecutionContext();
    const response = await this.app.fetch(request, { ...env, ...ask.env }, context);
    await waitOnExecutionContext(context);
    return response;
  }

  async ask(path: string, ask: Ask = {}): Promise<Answer> {
    const response = await this.raw(path, ask);
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }

  /** A new tenant with its owner; the e-mail address is new each time unless given. */
  async tenant(
    name = "Voorbeeld BV",
    ownerEmail = `owner-${crypto.randomUUID()}@example.test`,
    shard?: string,
  ): Promise<Tenant> {
    const json = { tenantName: name, ownerName: "Owner Example", ownerEmail, shard };
    const { status, body } = await this.ask("/v1/setup", { token: SETUP_TOKEN, json });
    if (status !== 201) throw new Error(`setup answered ${status}`);
    return { ...(body as SetupReply), ownerEmail };
  }

  asOperator(path: string, ask: Ask = {}): Promise<Answer> {
    return this.ask(path, { ...ask, token: OPERATOR_TOKEN });
  }

  async tokenOf(tenant: Tenant, role: "owner" | "admin" | "member"): Promise<string> {
    const { body } = await this.ask("/v1/api-tokens", { token: tenant.apiToken, json: { name: role, role } });
    return body.token as string;
  }

  async enrolled(tenant: Tenant, name = "agent-one"): Promise<string> {
    const json = { token: tenant.enrolmentToken, name, labels: [], publicKey: PUBLIC_KEY };
    const { body } = await this.ask("/agent/v1/enroll", { json });
    return body.agentId as string;
  }

  /** A code scan of a path, queued. */
  async scan(tenant: Tenant, more: Record<string, unknown> = {}): Promise<{ id: string; jobIds: string[] }> {
    const json = { kind: "code", target: "/srv/code", ...more };
    const { status, body } = await this.ask("/v1/scans", { token: tenant.apiToken, json });
    if (status !== 201) throw new Error(`scan answered ${status}`);
    return { id: body.id, jobIds: body.jobList.map((job: { id: string }) => job.id) };
  }
}

export type Tenant = SetupReply & { ownerEmail: string };

/** The shape of an Ed25519 key; no test here signs with it. */
export const PUBLIC_KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
