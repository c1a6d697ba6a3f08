import type { DatabaseLimits } from "../settings.ts";

/**
 * Begins a transaction that cannot write, with every limit set for it alone. Rows that a policy hides from the login are refused instead of
 * left out unsaid; bytes of a database without an encoding come as they are. `isPatient`: a statement may take the time it takes.
 */
export function beginOf({ statementTimeoutMs, lockTimeoutMs }: DatabaseLimits, isPatient = false): string {
  return `begin isolation level read committed read only;
    set local search_path = pg_catalog; set local row_security = off;
    set local statement_timeout = ${isPatient ? 0 : Math.round(statementTimeoutMs)}; set local lock_timeout = ${Math.round(lockTimeoutMs)};
    set local idle_in_transaction_session_timeout = 60000; set local bytea_output = 'hex'; set local standard_conforming_strings = on;
    set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601';
    select set_config('client_encoding', case current_setting('server_encoding') when 'SQL_ASCII' then 'SQL_ASCII' else 'UTF8' end, true)`;
}
