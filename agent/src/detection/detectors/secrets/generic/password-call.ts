import { isPlaceholder } from "../../../checks/placeholder.ts";
import { passwordStrength, standsForSomething } from "../../../checks/secret-value.ts";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";

const SPACE = String.raw`\s{0,24}`;
const ARGUMENT = String.raw`(?:[@LNbru$]?"[^"\r\n]{0,200}"|[LNbru]?'[^'\r\n]{0,200}'|\x60[^\x60\r\n]{0,200}\x60|[^\s,"'\x60()]{1,80}(?:\([^()\r\n]{0,60}\))?)`;
const LITERAL = String.raw`[@LNbru$]?(?!["'][\w.+-]{1,60}@[\w-]{1,60}\.)(?:"(?<literal>[^"\s]{3,100})"|'(?<literal>[^'\s]{3,100})'|\x60(?<literal>[^\x60\s]{3,100})\x60)`;

/** Functions that take a password without a name for it, by how many arguments stand before it. */
const FUNCTIONS: Readonly<Record<number, readonly string[]>> = {
  0: [
    ...[
      ".auth",
      "->auth",
      ".setpassphrase",
      ".withpassphrase",
      "set_password",
      "make_password",
      "password_hash",
    ],
    ...["hash::make", "bcrypt", "bcrypt.hash", "bcrypt.hashsync", "generate_password_hash", "hash_password"],
    ...["passwordencoder.encode", "check_password", "checkpassword", "verify_password", "hashpassword"],
  ],
  1: [
    ...[
      "oci_connect",
      "oci_pconnect",
      "oci_new_connect",
      "cx_oracle.connect",
      "oracledb.connect",
      ".login",
      "->login",
    ],
    ...[
      "::login",
      ".logon",
      ".basic",
      "basicauth",
      "basic_auth",
      ".httpbasic",
      "setbasicauth",
      "authenticate",
    ],
    ...[
      "usernamepasswordcredentials",
      "usernamepasswordauthenticationtoken",
      "usernamepasswordtoken",
      "signin",
    ],
    ...[
      "networkcredential",
      "passwordauthentication",
      "passwordcredential",
      "httpbasicauth",
      "httpdigestauth",
    ],
    ...[
      "plaincredentials",
      "plainsaslauth",
      "userpassword",
      "setcredentials",
      "set_credentials",
      "loginas",
      "sign_in",
    ],
    ...[
      "withcredentials",
      "with_credentials",
      ".credentials",
      "proxyauth",
      "httpproxyauth",
      "passwordcallback",
    ],
    ...[
      "basicawscredentials",
      "awsbasiccredentials.create",
      "basicsessioncredentials",
      "keystore.load",
      "ks.load",
    ],
    ...[
      ".auth",
      "->auth",
      "createuser",
      "create_user",
      "adduser",
      "add_user",
      "check_password_hash",
      "setauth",
    ],
    ...[
      "password_verify",
      "passwordencoder.matches",
      "bcrypt.compare",
      "bcrypt.comparesync",
      "bcrypt.checkpw",
    ],
    ...[
      "credentials =",
      "creds =",
      "auth =",
      "wifi.begin",
      ".addap",
      "setusernamepassword",
      "registeruser",
      "register_user",
      "loginuser",
      "login_user",
      "login",
    ],
  ],
  2: [
    ...[
      "drivermanager.getconnection",
      "getconnection",
      "new pdo",
      "new \\pdo",
      "pdo::connect",
      "mysqli_connect",
    ],
    ...["new mysqli", "new \\mysqli", "mysql_connect", "mysql_pconnect", "mssql_connect", "sybase_connect"],
    ...[
      "odbc_connect",
      "odbc_pconnect",
      "ibase_connect",
      "fbird_connect",
      "ifx_connect",
      "ldap_bind",
      "ftp_login",
    ],
    ...[
      "imap_open",
      "ssh2_auth_password",
      "dbi->connect",
      "dbi.connect",
      "pymysql.connect",
      "mysqldb.connect",
    ],
    ...["psycopg2.connect", "pymssql.connect", "_mysql.connect", "fdb.connect", "vertica_python.connect"],
    ...[
      "drivermanagerdatasource",
      "jdbcpooledconnectionsource",
      "new sequelize",
      "sql.newinstance",
      "jdbi.create",
    ],
    ...[
      ".datasource",
      "plainauth",
      "create_user",
      "createuser",
      "create_superuser",
      "createsuperuser",
      "mysql_real_connect",
      "db2_connect",
    ],
    ...[
      "pqsetdblogin",
      "sqlconnect",
      "mysql.connect",
      "oracle.connect",
      "new adodb",
      "->connect",
      "ftp_connect",
    ],
  ],
  3: ["credentials", "ssh.connect", "client.connect"],
};

const pattern = new RegExp(
  // The longest first: `auth("user", "…")` would end at its first argument.
  Object.entries(FUNCTIONS)
    .toReversed()
    .map(([before, names]) => {
      const any = names.map((name) => name.replace(/[.\\]/g, "\\$&").replace(" ", "\\s"));
      const ahead = `(?:${ARGUMENT}${SPACE},${SPACE}){${before}}`;
      return `(?:${any.join("|")})\\s?\\(${SPACE}${ahead}${LITERAL}(?=${SPACE}[,).])`;
    })
    .join("|"),
  "i",
);
const own = new RegExp(pattern.source, "diy");

function check({ text, start }: Candidate): Verdict | null {
  own.lastIndex = start;
  const at = own.exec(text)?.indices?.groups?.["literal"];
  if (!at) return null;
  const [from, to] = at;
  const value = text.slice(from, to);
  if (standsForSomething(value) || /[(){}<>]|^[\w.-]+@[\w-]+\.\w+$|^\/|:\/\//.test(value)) return null;
  const strength = passwordStrength(value);
  // Words in small letters with a digit behind them are codes as often as passwords.
  if (/^[a-z]+(?:[-_.][a-z]+)*[-_]?\d?$/.test(value)) return null;
  if (strength < 0.5 || !/\d|[!#$%&*^]/.test(value)) return null;
  return {
    reasons: ["argument of a function that takes a password"],
    confidence: strength >= 0.6 ? 0.75 : 0.5,
    ...(strength >= 0.6 ? {} : { severity: "medium" }),
    skip: from - start,
    length: to - start,
    known: isPlaceholder(value) ? "placeholder, not a credential" : null,
  };
}

/** Passwords that are the second or third argument of a call, with nothing around that calls them so. */
export const passwordCall: Detector = {
  id: "password-call",
  entityType: "PASSWORD",
  rule: "secret.password",
  category: "credential",
  format: "a literal where a function that connects, logs in or hashes takes its password",
  keywords: [...new Set(Object.values(FUNCTIONS).flat())].flatMap((name) => [`${name}(`, `${name} (`]),
  pattern,
  check,
  confidence: { bare: 0.75, context: 0.75 },
  visible: { head: 0, tail: 0 },
  references: ["CWE-259", "CWE-798", "php.net/manual/pdo.construct", "RFC 7617"],
  examples: {
    match: [
      'DriverManager.getConnection("jdbc:mysql://db/hr", "hr", "{{password:a}}");',
      "new PDO($dsn, 'hr', '{{password:b}}')",
      'mysqli_connect("db", "hr", "{{password:c}}", "hr");',
      'DBI->connect($dsn, "hr", "{{password:d}}")',
      'smtp.login("hr@fictief-bedrijf.nl", "{{password:e}}")',
      'request.auth.basic("hr", "{{password:f}}")',
      'keyStore.load(stream, "{{password:g}}".toCharArray());',
      "redis.auth('{{password:h}}')",
    ],
    ignore: [
      'DriverManager.getConnection("jdbc:mysql://db/hr", user, password);',
      'getConnection("a", "b", "password")',
      'this.login("user", "page-after-login")',
      'socket.auth("required")',
      "new PDO($dsn, 'hr', getenv('DB_PASSWORD_2'))",
    ],
  },
};
