/** The protections that the tests must miss when they are gone. Texts as they stand in the sources. */
import type { Mutation } from "./mutation.ts";

const LEDGER = "control-plane/src/db/ledger/statements.ts";
const LEASE_TESTS = {
  project: "control-plane",
  tests: ["test/ledger.test.ts", "test/lease-model.test.ts", "test/hub.test.ts"],
};

export const MUTATIONS: readonly Mutation[] = [
  {
    name: "no fence",
    harm: "a result of an old epoch, or of a grant that was never this agent's, is accepted",
    file: LEDGER,
    edits: [
      {
        find: `
  and jobs.epoch = \${field("epoch")} and jobs.nonce = \${field("nonce")} and jobs.agent_id = \${field("agentId")}\`;`,
        replace: "`;",
      },
    ],
    ...LEASE_TESTS,
  },
  {
    name: "no expiry check at commit",
    harm: "a result is accepted after its lease has run out",
    file: LEDGER,
    edits: [
      {
        find: "from ${ITEMS} where ${FENCE} and jobs.expires_at > ?2 and ${NOT_REVOKED}\n   returning",
        replace: "from ${ITEMS} where ${FENCE} and ${NOT_REVOKED}\n   returning",
      },
    ],
    ...LEASE_TESTS,
  },
  {
    name: "no expiry check at extension",
    harm: "a lease that has run out is brought back to life",
    file: LEDGER,
    edits: [
      {
        find: "where ${FENCE} and jobs.expires_at > ?2 and jobs.cancel_requested = 0",
        replace: "where ${FENCE} and jobs.cancel_requested = 0",
      },
    ],
    ...LEASE_TESTS,
  },
  {
    name: "no tenant in the fence",
    harm: "one tenant's hub writes another tenant's jobs",
    file: LEDGER,
    // The agent's row is looked up within the tenant too, which alone keeps strangers out: both go.
    edits: [
      {
        find: "jobs.tenant_id = ?1 and jobs.state = 'leased'\n  and jobs.epoch",
        replace: "jobs.state = 'leased'\n  and jobs.epoch",
      },
      {
        find: " and agents.tenant_id = ?1 and agents.revoked_at is null",
        replace: " and agents.revoked_at is null",
      },
    ],
    ...LEASE_TESTS,
  },
  {
    name: "no tenant in the services' queries",
    harm: "a member of one tenant reads and changes the rows of another",
    file: "control-plane/src/db/tenant-scope.ts",
    edits: [{ find: "return and(eq(table.tenantId, this.tenantId), where);", replace: "return and(where);" }],
    project: "control-plane",
    tests: ["test/isolation.test.ts"],
  },
  {
    name: "a revoked agent's results count",
    harm: "an agent that was shut out still delivers",
    file: LEDGER,
    edits: [
      {
        find: "from ${ITEMS} where ${FENCE} and jobs.expires_at > ?2 and ${NOT_REVOKED}\n   returning",
        replace: "from ${ITEMS} where ${FENCE} and jobs.expires_at > ?2\n   returning",
      },
    ],
    ...LEASE_TESTS,
  },
];
