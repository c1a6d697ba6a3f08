import type { FindingMaker, Found } from "../../pipeline/finding-maker.ts";
import type { SessionFacts } from "../../sources/database/reader.ts";
import type { DatabaseSettings } from "../../sources/database/settings.ts";
import { regionOutsideEea } from "./cloud-region.ts";

/** What is sent to these leaves the machine by no wire. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i;

/** What the connection and the rights of the login say. `target` names the database, without a password. */
export function* sessionFindings(
  facts: SessionFacts,
  target: string,
  settings: DatabaseSettings,
  maker: FindingMaker,
): Generator<Found> {
  const isLocal = settings.product !== "sqlite" && LOOPBACK.test(settings.host);
  const location = { url: target.slice(0, 2_048) };
  const shared = { confidence: 0.95, count: 1, location };
  if (facts.tls === false && !isLocal) {
    const found = maker.observe(
      {
        ...shared,
        type: "DATABASE_WITHOUT_TLS",
        subject: "tls",
        reasons: ["the connection is not encrypted"],
      },
      facts.product,
    );
    if (found) yield found;
  }
  const region = settings.product === "sqlite" ? null : regionOutsideEea(settings.host);
  if (region !== null) {
    const found = maker.observe(
      {
        ...shared,
        confidence: 0.8,
        type: "DATABASE_OUTSIDE_EEA",
        subject: "region",
        reasons: [`the host's name says region ${region}`],
      },
      facts.product,
    );
    if (found) yield found;
  }
  const rights = [
    ...(facts.isSuperuser === true ? ["the login is a superuser"] : []),
    ...(facts.canWrite === true ? ["the login may write"] : []),
  ];
  if (rights.length === 0) return;
  const found = maker.observe(
    { ...shared, type: "EXCESSIVE_PRIVILEGES", subject: "privileges", reasons: rights },
    facts.product,
  );
  if (found) yield found;
}
