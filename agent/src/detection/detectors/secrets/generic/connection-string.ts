import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { terms } from "../../../words/terms.ts";
import { connectionVerdict, HERE } from "./connection-password.ts";

const common = {
  category: "credential",
  confidence: { bare: 0.9, context: 0.95 },
  visible: { head: 0, tail: 0 },
} as const;

const LOGIN =
  /^[a-z][\w+.-]{0,40}:\/\/([^\s:@/]{0,80}):(.{1,200})@(\[[\da-f:.]{2,45}\]|[^\s@/:?#,"'<>\\]{1,253})/i;

/** `scheme://user:password@host`; the password ends at the last `@` before the path. */
function checkUrl({ value }: Candidate): Verdict | null {
  const parts = LOGIN.exec(value);
  if (!parts) return null;
  const [, user = "", password = "", host = ""] = parts;
  if (/^[${<]|\$\{|\{\{|^%[A-Z_]+%$/.test(host) && /^[${<]|\$\{|\{\{/.test(password)) return null;
  // `host:port/path@…`: the login would end at the slash.
  if (/^\d{1,5}[/?#]/.test(password) || (/^\d{1,5}$/.test(password) && HERE.test(user))) return null;
  return connectionVerdict(password, host, ["address with user and password"]);
}

const USER = String.raw`[^\s:@/"'<>\x60|?#]{0,80}`;
const PASSWORD = String.raw`(?:[^\s:@/"'<>\x60][^\s@"'<>\x60/]{0,120}|(?=[^\s"'<>\x60]{1,120}@[\w.-])[^\s@"'<>\x60/]{0,100}[@/][^\s@"'<>\x60/]{0,100})`;
const HOST = String.raw`(?:\[[\da-fA-F:.]{2,45}\]|[A-Za-z0-9_${"$"}{%<(][\w.${"$"}{}%<>()-]{0,200})`;
const REST = String.raw`(?:[:,/?#][^\s"'<>\x60\\]{0,300})?`;
const LOGIN_AT = `${USER}:${PASSWORD}@${HOST}${REST}`;

const DATABASE_SCHEMES = terms(`
  postgres, postgresql, mysql, mysqlx, mysql2, mariadb, mongodb, redis, rediss, valkey, amqp, amqps, mssql,
  sqlserver, oracle, oracledb, clickhouse, cassandra, couchdb, couchbase, couchbases, neo4j, bolt, influxdb,
  elasticsearch, db2, ibm_db_sa, snowflake, redshift, cockroachdb, cockroach, presto, trino, hive, impala, vertica,
  teradata, firebird, sybase, hdb, hana, pulsar, etcd, nats, kafka, mqtt, mqtts, stomp, ldap, ldaps, smtp, smtps,
  imap, imaps, pop3, pop3s, rabbitmq, memcached, pgsql, postgis, timescaledb, tls,
`);
const DATABASE = new RegExp(
  String.raw`(?<![A-Za-z0-9])(?:${DATABASE_SCHEMES.join("|")}|mongodb\+srv)(?:\+[a-z\d_]{1,20})?:\/\/${LOGIN_AT}`,
  "i",
);

/** The keys of connection strings that hold the password, and those that name the server. */
const PASSWORD_PAIR =
  /(?:^|[;&?,\s])\s{0,3}(?:(?:user |proxy |access)?password|pwd|accountkey|sharedaccesskey|sharedsecret|sharedsecretvalue|authkey)\s{0,2}=\s{0,2}("[^"]{1,120}"|'[^']{1,120}'|\{[^}]{1,120}\}|[^;&"'\s]{1,200})/i;
const HOST_PAIR =
  /(?:^|[;&?\s])\s{0,3}(?:server|data source|datasource|host|hostname|address|addr|network address|endpoint|accountendpoint|serviceuri)\s{0,2}=\s{0,2}(?:tcp:|https?:\/\/|sb:\/\/|np:)?"?([^;,&"'\s:/\\]{1,253})/i;

function checkPairs({ value }: Candidate): Verdict | null {
  const password = PASSWORD_PAIR.exec(value)?.[1]?.replace(
    /^\{(?!(?:\d{1,2}|[A-Za-z_]{0,24})\})([^}]*)\}$|^["']|["']$/g,
    "$1",
  );
  if (password === undefined) return null;
  if (/[([]\w*$|^[a-z]+\.[a-z]/i.test(password) && !/\d/.test(password)) return null;
  const host = HOST_PAIR.exec(value)?.[1] ?? /\/\/([^\s:;/@]{1,253})/.exec(value)?.[1] ?? "";
  return connectionVerdict(password, host, ["connection string with a password"]);
}

const ORACLE_THIN = /^jdbc:oracle:[a-z]{2,5}:([\w$#]{1,30})\/([^@\s"']{1,60})@\/{0,2}([^\s:/"']{1,200})/i;

function checkJdbc(candidate: Candidate): Verdict | null {
  const { value } = candidate;
  const reasons = ["JDBC address with a password"];
  const oracle = ORACLE_THIN.exec(value);
  if (oracle) return connectionVerdict(oracle[2] ?? "", oracle[3] ?? "", reasons);
  const login = LOGIN.exec(value.replace(/^jdbc:/i, "").replace(/^[a-z]+:(?=[a-z\d]+:)/i, ""));
  if (login) return connectionVerdict(login[2] ?? "", login[3] ?? "", reasons);
  return checkPairs(candidate);
}

const PAIR = String.raw`[A-Za-z][\w .-]{1,40}\s{0,2}=\s{0,2}(?:"[^"\r\n]{0,120}"|'[^'\r\n]{0,120}'|\{[^}\r\n]{0,120}\}|[^;"'\r\n<>]{0,200})`;

/** What lets in to a database, a queue or a site, password included. */
export const connectionStrings: readonly Detector[] = [
  {
    ...common,
    id: "connection-url",
    entityType: "CONNECTION_STRING",
    rule: "secret.connection_string",
    format: "the address of a database, queue, directory or mail server with a user name and password in it",
    keywords: [...DATABASE_SCHEMES.flatMap((scheme) => [`${scheme}://`, `${scheme}+`]), "mongodb+srv://"],
    pattern: DATABASE,
    check: checkUrl,
    references: [
      "RFC 3986 section 3.2.1",
      "PostgreSQL documentation, section 34.1.1.2",
      "MongoDB connection string URI format",
    ],
    examples: {
      match: [
        "postgres://hr:{{password:a}}@db.fictief-bedrijf.nl:5432/hr",
        "neo4j+s://hr:{{base62:20:n}}@db.fictief-bedrijf.nl",
        "SQLALCHEMY_DATABASE_URI = 'postgresql+psycopg2://hr:{{base62:14:b}}@10.0.0.5/hr'",
        "mongodb+srv://hr:{{base62:14:c}}@cluster0.ab1cd.mongodb.net/?retryWrites=true",
        "redis://:{{base62:20:d}}@cache.fictief-bedrijf.nl:6379/0",
        "amqp://hr:{{base62:9:e}}%40@mq.fictief-bedrijf.nl/vhost",
        "mysql://root:{{base62:9:f}}@localhost/hr",
      ],
      ignore: [
        "postgres://db.fictief-bedrijf.nl:5432/hr",
        "postgres://${DB_USER}:${DB_PASSWORD}@${DB_HOST}/hr",
        "mongodb://<user>:<password>@cluster0.mongodb.net",
        "redis://cache:6379/0",
      ],
    },
  },
  {
    ...common,
    id: "connection-pairs",
    entityType: "CONNECTION_STRING",
    rule: "secret.connection_string",
    format: "`key=value` pairs with semicolons between them, a server and a password among them",
    keywords: [
      ...[
        "server=",
        "server =",
        "data source=",
        "data source =",
        "datasource=",
        "driver={",
        "host=",
        "hostname=",
        "provider=",
        "dsn=",
      ],
      ...[
        "user id=",
        "userid=",
        "uid=",
        "user=",
        "username=",
        "initial catalog=",
        "database=",
        "defaultendpointsprotocol=",
        "endpoint=sb://",
      ],
      ...[
        "accountname=",
        "accountendpoint=",
        "persist security info=",
        "integrated security=",
        "address=",
        "network address=",
      ],
    ],
    pattern: new RegExp(String.raw`(?<![\w-])${PAIR}(?:;\s{0,3}${PAIR}){1,24};?`),
    check: checkPairs,
    references: [
      "Microsoft Learn, SqlConnection.ConnectionString property",
      "Microsoft Learn, Configure Azure Storage connection strings",
    ],
    examples: {
      match: [
        '"Server=tcp:db.fictief-bedrijf.nl,1433;Initial Catalog=hr;User Id=hr;Password={{password:a}};Encrypt=true;"',
        "Driver={ODBC Driver 18 for SQL Server};Server=sql01;Database=hr;Uid=hr;Pwd={{{base62:14:b}}};",
        "Data Source=sql01; User ID=sa; Password={{base62:10:c}}",
      ],
      ignore: [
        "Server=sql01;Database=hr;Trusted_Connection=True;",
        "Server=sql01;Database=hr;User Id=hr;Password=${DB_PASSWORD};",
        "Server=sql01;Database=hr;User Id=hr;Password={0};",
      ],
    },
  },
  {
    ...common,
    id: "connection-jdbc",
    entityType: "CONNECTION_STRING",
    rule: "secret.connection_string",
    format: "a JDBC address with a password in it",
    keywords: ["jdbc:"],
    pattern: /jdbc:[a-z\d]{2,20}:[^\s"'<>`]{5,400}/i,
    check: checkJdbc,
    references: [
      "Java Platform, DriverManager.getConnection",
      "Oracle Database JDBC Developer's Guide, data sources and URLs",
    ],
    examples: {
      match: [
        "jdbc:mysql://db.fictief-bedrijf.nl:3306/hr?user=hr&password={{base62:14:a}}",
        "jdbc:oracle:thin:hr/{{base62:14:b}}@//ora01:1521/hr",
        "jdbc:sqlserver://sql01:1433;databaseName=hr;user=hr;password={{base62:14:c}};",
      ],
      ignore: ["jdbc:postgresql://localhost:5432/hr", "jdbc:mysql://db/hr?user=${u}&password=${p}"],
    },
  },
  {
    ...common,
    id: "basic-auth-url",
    entityType: "BASIC_AUTH_URL",
    rule: "secret.password",
    format: "a web address or another one with a user name and password before the host",
    keywords: [
      "http://",
      "https://",
      "ftp://",
      "ftps://",
      "sftp://",
      "ssh://",
      "git://",
      "svn://",
      "ws://",
      "wss://",
      "socks5://",
      "socks5h://",
      "socks4://",
      "rtsp://",
      "smb://",
      "cifs://",
      "vnc://",
      "rdp://",
      "telnet://",
      "webdav://",
      "rsync://",
      "scp://",
      "proxy://",
      "sip://",
      "davs://",
    ],
    pattern: new RegExp(String.raw`[a-z][a-z\d]{1,8}:\/\/${LOGIN_AT}`, "i"),
    check: checkUrl,
    confidence: { bare: 0.85, context: 0.9 },
    references: ["RFC 3986 section 3.2.1", "RFC 7617"],
    examples: {
      match: [
        "https://hr:{{password:a}}@intranet.fictief-bedrijf.nl/api",
        "git clone https://ci-bot:{{base62:24:b}}@git.fictief-bedrijf.nl/hr.git",
        "ftp://hr:{{base62:9:c}}@ftp.fictief-bedrijf.nl",
        "HTTP_PROXY=http://hr:{{base62:9:d}}@10.1.2.3:3128",
      ],
      ignore: [
        "https://intranet.fictief-bedrijf.nl:8443/@user",
        "https://user@fictief-bedrijf.nl/a:b@c",
        "http://{{join}}$USER:$PASS@proxy:3128",
        "https://unpkg.com/react@18:latest/a@b",
      ],
    },
  },
];
