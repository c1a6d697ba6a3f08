/** Who does something. Everything that changes a row of a tenant is done by one of these. */
const ROLES = ["member", "admin", "owner"] as const;
export type Role = (typeof ROLES)[number];

export type Actor =
  | { kind: "user"; id: string; tenantId: string; role: Role }
  | { kind: "apiToken"; id: string; tenantId: string; role: Role }
  | { kind: "agent"; id: string; tenantId: string }
  /** A schedule that has come due. Its scans are its maker's turn (L9). */
  | { kind: "schedule"; id: string; tenantId: string; memberId: string }
  /** Whoever runs the service: holds the setup token. */
  | { kind: "operator"; tenantId: string };

const PREFIX = { user: "user", apiToken: "token", agent: "agent", schedule: "schedule" } as const;

/** As the audit log and the request log name them. */
export function actorName(actor: Actor): string {
  return actor.kind === "operator" ? "operator" : `${PREFIX[actor.kind]}:${actor.id}`;
}

/** True when the actor holds this role or a higher one. Agents hold none: they work on leases and nothing else. */
export function hasRole(actor: Actor, needed: Role): boolean {
  switch (actor.kind) {
    case "operator":
      return true;
    case "agent":
      return false;
    case "schedule":
      return needed === "member";
    case "user":
    case "apiToken":
      return ROLES.indexOf(actor.role) >= ROLES.indexOf(needed);
  }
}
