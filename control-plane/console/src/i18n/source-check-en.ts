/** How a try to get into a database went: one sentence, which says what to do. */
export const sourceCheckEn = {
  test: "Test connection",
  testing: "Testing…",
  labelled: (source: string) => `Test connection: ${source}`,
  ok: "Can be read, and not written.",
  okBut: (doubts: string) => `Can be read, but ${doubts}.`,
  and: "; ",
  faults: {
    unreachable:
      "Host: it does not answer. Check host and port, the firewall, and that the server runs and listens there.",
    tls: "TLS: no connection as asked. Check sslmode, and sslrootcert when the certificate is of an authority of your own.",
    login:
      "Login: refused. Check the user and credentials.password, and that the server lets the agent's machine in.",
    "no such database": "There is no database of that name on the server. Check the address.",
    permission:
      "Rights: the login may do nothing. Grant it CONNECT, USAGE on the schemas and SELECT on the tables.",
    "no tables":
      "Rights: the login may read no table. Grant it USAGE on the schemas and SELECT on the tables.",
    "too many connections":
      "The server has no connection left for this login. Raise its limit, or set limits.connections lower.",
    "pool exhausted": "Scans use all connections of this agent. Set limits.connections higher, or try later.",
    "server busy": "The server has more to do than limits.busySessions allows. Try later.",
    "connection lost": "The server ended the connection. Look into its log.",
    timeout: "The server answers too slowly. Try when it has less to do.",
    locked: "The file is locked by another program. Try later.",
    gone: "It changed while it was looked at. Try again.",
    encoding: "It holds text in an invalid encoding.",
    damaged: "The file is damaged or encrypted, or is no database.",
    "no driver":
      "The package that reads such a server is missing beside the agent. Install mssql or mongodb.",
    failed: "It could not be read. Look into the server's log, and run dataguardian agent doctor.",
    credentials:
      "The agent cannot read the credentials of this source. Check env: or file: in its agent.yaml.",
    address: "The address in agent.yaml cannot be used. Run dataguardian agent doctor, which says why.",
    "not offered": "The agent's policy does not allow this source.",
    closed: "It is outside the hours in which the agent may read this source.",
    busy: "The agent is testing other connections. Try again in a moment.",
  },
  doubts: {
    experimental: "reading such a server is experimental",
    "not encrypted": "the connection is not encrypted (TLS); sslmode=verify-full would be",
    superuser: "the login is a superuser, and needs to read only",
    "may write": "the login may write, and needs to read only",
    "some tables": "the login may not read all tables",
    "load unseen": "limits.busySessions does nothing, since the login does not see how busy the server is",
  },
  someTables: (readable: string, all: string) => `the login may read ${readable} of ${all} tables`,
};
