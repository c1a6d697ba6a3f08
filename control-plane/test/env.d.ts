/** What `cloudflare:workers` exports as `env` in the tests: the Worker's bindings and the migrations. */
declare namespace Cloudflare {
  interface Env extends WorkerEnv {
    DB_1: D1Database;
    MIGRATIONS: import("cloudflare:test").D1Migration[];
  }
}
type WorkerEnv = import("../src/env.ts").Env;
