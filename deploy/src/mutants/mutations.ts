/** The protections that the tests must miss when they are gone. Texts as they stand in the sources. */
import type { Mutation } from "./mutation.ts";

const LEDGER = "control-plane/src/db/ledger/statements.ts";
const LEASE_TESTS = {
  project: "control-plane",
  tests: ["test/ledger.test.ts", "test/lease-model.test.ts", "test/hub.test.ts"],
};

const SUBJECT_TESTS = { project: "control-plane", tests: ["test/subject.test.ts"] };

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
        find: "jobs.tenant_id = ${TENANT} and jobs.state = 'leased'\n  and jobs.epoch",
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
  {
    name: "P9: sealed terms stay",
    harm: "what a person was searched by is kept after the search",
    file: "control-plane/src/db/scan-jobs.ts",
    edits: [{ find: "json_set(options, '$.subject.sealed', json('[]'))", replace: "options" }],
    ...SUBJECT_TESTS,
  },
  {
    name: "P9: sealed terms shown",
    harm: "whoever reads the scan is given the boxes",
    file: "control-plane/src/services/scan/view.ts",
    edits: [{ find: "{ ...options, subject: { ...options.subject, sealed: [] } }", replace: "options" }],
    ...SUBJECT_TESTS,
  },
  {
    name: "P9: boxes of others in the grant",
    harm: "an agent is given what was sealed to another",
    file: "control-plane/src/hub/lease-desk.ts",
    edits: [{ find: ".filter((one) => one.agentId === agentId) } };", replace: " } };" }],
    ...SUBJECT_TESTS,
  },
  {
    name: "P9: any agent may have it",
    harm: "a job goes to an agent that cannot open its terms, and fails there",
    file: "shared/src/dispatch/dispatch-state.ts",
    edits: [{ find: "sealed.some((one) => one.agentId === agentId)", replace: "sealed.length > 0" }],
    ...SUBJECT_TESTS,
  },
  {
    name: "P9: searched in another source",
    harm: "the control plane has a box that was made for one source opened for another",
    file: "shared/src/seal/box.ts",
    edits: [{ find: "agentId, kind, source].join", replace: "agentId, kind].join" }],
    project: "shared",
    tests: ["shared/src/seal/box.test.ts"],
  },
  {
    name: "P9: asked again later",
    harm: "the control plane keeps a box and asks anew whenever it likes",
    file: "agent/src/subject/sealed-terms.ts",
    edits: [{ find: "age > BOX_LIFETIME_MS || ", replace: "" }],
    project: "agent",
    tests: ["src/subject/sealed-terms.test.ts"],
  },
  {
    name: "P9: without leave of the policy",
    harm: "an agent searches for persons although its owner did not allow it",
    file: "agent/src/policy/decide.ts",
    edits: [{ find: "if (!policy.subjectSearch)", replace: "if (policy.subjectSearch === undefined)" }],
    project: "agent",
    tests: ["src/control/subject-job.test.ts"],
  },
];
