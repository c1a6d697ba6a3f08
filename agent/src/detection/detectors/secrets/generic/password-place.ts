import { isPlaceholder } from "../../../checks/placeholder.ts";
import { passwordStrength, standsForSomething } from "../../../checks/secret-value.ts";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";

const common = {
  entityType: "PASSWORD",
  rule: "secret.password",
  category: "credential",
  confidence: { bare: 0.75, context: 0.75 },
  visible: { head: 0, tail: 0 },
} as const;

const VALUE = String.raw`(?:"[^"\r\n]{3,100}"|'[^'\r\n]{3,100}'|[^\s"'<>|]{3,100})`;
const ARGUMENTS = String.raw`[^\r\n|;]{0,160}?`;

/** Commands that take the password as an argument, each up to the password, which comes last. */
const COMMANDS: readonly string[] = [
  String.raw`keytool\b${ARGUMENTS}\s-(?:store|key)pass\s${VALUE}`,
  String.raw`ssh-keygen\b${ARGUMENTS}\s-[NP]\s?${VALUE}`,
  String.raw`wpa_passphrase\s\S{1,60}\s${VALUE}`,
  String.raw`sp_addlogin\s{1,4}N?'[^'\r\n]{1,60}',\s{0,4}N?${VALUE}`,
  String.raw`curl\b${ARGUMENTS}\s(?:-u|--user|-U|--proxy-user)[ =]?["']?[^\s:"'$]{1,64}:(?=\S)[^\s"']{3,100}`,
  String.raw`(?:mysql|mysqldump|mysqladmin|mariadb)\b${ARGUMENTS}\s-p${VALUE}`,
  String.raw`sshpass\s{1,4}-p\s{0,4}${VALUE}`,
  String.raw`redis-cli\b${ARGUMENTS}\s(?:-a|--pass)\s${VALUE}`,
  String.raw`(?:docker|podman|helm|oc|az|mongo|mongosh|mongodump|mongoimport|sqlcmd|bcp|psexec|plink|pscp|cqlsh|influx)\b${ARGUMENTS}\s(?:-p|-P|-pw|--password)\s${VALUE}`,
  String.raw`ldap(?:search|modify|add|delete|whoami)\b${ARGUMENTS}\s-w\s${VALUE}`,
  String.raw`net use\b${ARGUMENTS}\s\/user:\S{1,60}\s${VALUE}`,
  String.raw`net user\s[\w.-]{1,40}\s(?!\/)${VALUE}(?=\s\/add|\s{0,4}(?:[\r\n]|$))`,
  String.raw`(?:smbclient|rpcclient|mount\.cifs)\b${ARGUMENTS}\s-U\s["']?[\w.\\/-]{1,60}%[^\s"']{3,100}`,
  String.raw`-pass(?:in|out)?\s{1,4}pass:${VALUE}`,
  String.raw`sqlplus\s(?:-\w{1,2}\s)?[\w$#]{1,30}\/[^\s@/"']{3,60}@[\w./:-]{2,80}`,
  String.raw`ConvertTo-SecureString\s(?:-String\s|-AsPlainText\s)?${VALUE}`,
  String.raw`(?:password|secret) [05789] ${VALUE}`,
  String.raw`(?:requirepass|masterauth)\s{1,4}${VALUE}`,
  String.raw`snmp-server community (?!public\b|private\b)${VALUE}`,
  String.raw`(?:NetworkCredential|HTTPBasicAuth|UsernamePasswordCredentials|PasswordAuthentication|basic_?auth|setBasicAuth|\bauth ?= ?)\(\s{0,4}["'][^"'\r\n]{1,60}["'],\s{0,4}["'][^"'\r\n]{3,100}["']`,
  String.raw`variable\s"[\w-]{0,40}(?:password|passwd|secret|token|_key)[\w-]{0,20}"\s{0,4}\{[^{}]{0,300}?\bdefault\s{0,8}=\s{0,4}"[^"\r\n]{3,100}"`,
  String.raw`(?<![^\s"'(,;/|>])(?:ww|pw)(?:\s?[:=]\s?${VALUE}| = (?:"[^"\s]{3,100}"|'[^'\s]{3,100}'))`,
  String.raw`(?:password|wachtwoord|passwort|mot de passe) (?:for|of|to|voor|van|für|pour) [\w@ .-]{1,40}?(?: (?:is|lautet|ist|est)[: ]|\s?[:=])\s?${VALUE}`,
];
const KEYWORDS = [
  ...[
    "curl ",
    "keytool -",
    "ssh-keygen ",
    "wpa_passphrase ",
    "sp_addlogin ",
    "mysql ",
    "mysqldump ",
    "mysqladmin ",
    "mariadb ",
    "sshpass ",
    "redis-cli ",
    "docker login",
    "podman login",
    "helm ",
    "oc login",
    "az login",
  ],
  ...[
    "mongo -",
    "mongo --",
    "mongosh ",
    "mongodump ",
    "mongoimport ",
    "sqlcmd ",
    "bcp ",
    "psexec ",
    "plink ",
    "pscp ",
    "cqlsh ",
    "ldapsearch ",
    "ldapmodify ",
  ],
  ...[
    "ldapadd ",
    "ldapdelete ",
    "ldapwhoami ",
    "net use ",
    "net user ",
    "smbclient ",
    "rpcclient ",
    "-passin pass:",
    "-passout pass:",
    "-pass pass:",
    "sqlplus ",
  ],
  ...[
    "convertto-securestring ",
    "password 0 ",
    "secret 0 ",
    "password 7 ",
    "secret 5 ",
    "secret 8 ",
    "secret 9 ",
    "networkcredential(",
    "httpbasicauth(",
    "usernamepasswordcredentials(",
    "passwordauthentication(",
    "basicauth(",
    "basic_auth(",
    "auth=(",
    "auth = (",
    "requirepass ",
    "masterauth ",
    "snmp-server community ",
    'variable "',
    "ww: ",
    "pw: ",
    "ww:",
    "pw:",
    "pw=",
    "ww=",
    'pw = "',
    "pw = '",
  ],
  ...[
    "password for ",
    "password of ",
    "wachtwoord voor ",
    "wachtwoord van ",
    "passwort für ",
    "mot de passe pour ",
  ],
];

function checkArgument({ value }: Candidate): Verdict | null {
  const last = /(?:"([^"]{3,100})"|'([^']{3,100})'|([^\s"']{3,100}))["']?$/.exec(value);
  const argument = last?.[1] ?? last?.[2] ?? last?.[3] ?? "";
  const joined = /^(?:curl|smbclient|rpcclient|sqlplus|-pass)/i.test(value)
    ? argument
        .replace(/^.*?(?:[:%/])(?=.)/, "")
        .replace(/(?<=.)@[\w./:-]+$/, (rest) => (/^sqlplus/i.test(value) ? "" : rest))
    : argument;
  const own = /^(?:mysql|mariadb)/i.test(value)
    ? joined.replace(/^-p["']?/, "")
    : joined.replace(/^(?:pw|ww)(?:[:=]| = )/i, "");
  const password = own.replace(/[.,;)]+$/, "");
  if (
    password.length < 3 ||
    /^[-$%<({[]|^@|\$\{|^stdin$|^file$/i.test(password) ||
    standsForSomething(password)
  )
    return null;
  const strength = passwordStrength(password);
  const isSentence = /^(?:password|wachtwoord|passwort|mot|pw|ww)/i.test(value);
  if (isSentence && (strength < 0.5 || !/\d/.test(password))) return null;
  const reasons = ["argument that holds a password"];
  if (isPlaceholder(password))
    return { reasons, confidence: 0.35, severity: "info", known: "placeholder, not a credential" };
  return strength >= 0.6 ? { reasons, confidence: 0.8 } : { reasons, confidence: 0.5, severity: "medium" };
}

/** `-u bob … -p secret`, of whatever command: a port, a path or a name of something is none. */
function checkFlag({ value }: Candidate): Verdict | null {
  const last = /(?:"([^"]{3,100})"|'([^']{3,100})'|([^\s"'=]{3,100}))$/.exec(value);
  const password = last?.[1] ?? last?.[2] ?? last?.[3] ?? "";
  if (/[/\s]|^[-$%<({[@\d]*$|^[-$%<({[@]|^[\w-]+[.:][\w.:-]+$/.test(password) || standsForSomething(password))
    return null;
  if (!/\d/.test(password) || /^[a-z]+(?:[-_][a-z]+)*[-_]?\d?$/.test(password) || isPlaceholder(password))
    return null;
  return passwordStrength(password) >= 0.6
    ? {
        reasons: ["argument that holds a password"],
        confidence: 0.75,
        skip: value.lastIndexOf(password),
        length: value.lastIndexOf(password) + password.length,
      }
    : null;
}

/** `"…" == password`: the literal stands first. */
function checkReversed({ value }: Candidate): Verdict | null {
  const password = /^(["'])(.*?)\1/.exec(value)?.[2] ?? "";
  if (standsForSomething(password) || /\s/.test(password)) return null;
  const strength = passwordStrength(password);
  return strength >= 0.5 && /\d/.test(password)
    ? { reasons: ["compared with a password"], confidence: strength }
    : null;
}

/** The field that is typed into stands just before, on the same line. */
function checkTyped({ value, before }: Candidate): Verdict | null {
  if (!/(?:passw|pwd|wachtwoord|kennwort)[^\r\n]{0,24}$/i.test(before)) return null;
  const typed = /["'](.*)["']$/.exec(value)?.[1] ?? "";
  if (/\s/.test(typed) || standsForSomething(typed)) return null;
  const confidence = passwordStrength(typed);
  return confidence < 0.42
    ? null
    : {
        reasons: ["typed into a password's field"],
        confidence,
        ...(confidence < 0.6 ? { severity: "medium" } : {}),
      };
}

function checkPgpass({ value }: Candidate): Verdict | null {
  const password = value.split(":").slice(4).join(":");
  if (password.length < 4 || standsForSomething(password) || isPlaceholder(password)) return null;
  return { reasons: ["line of a PostgreSQL password file"], confidence: passwordStrength(password) };
}

/** Passwords whose place says so instead of a name. */
export const passwordPlaces: readonly Detector[] = [
  {
    ...common,
    id: "password-argument",
    format: "an argument of a command, or of a call, that the command takes for a password",
    keywords: KEYWORDS,
    pattern: new RegExp(COMMANDS.join("|"), "i"),
    check: checkArgument,
    references: ["curl(1)", "mysql(1)", "sshpass(1)", "Microsoft Learn, ConvertTo-SecureString"],
    examples: {
      match: [
        "curl -u hr:{{password:a}} https://api.fictief-bedrijf.nl",
        "mysql -u root -p{{password:b}} hr",
        "sshpass -p '{{password:c}}' ssh hr@db",
        "docker login -u hr -p {{password:d}} registry.fictief-bedrijf.nl",
        'ConvertTo-SecureString "{{password:e}}" -AsPlainText -Force',
        'variable "db_password" {\n  type = string\n  default = "{{password:f}}"\n}',
        "the password for the server is {{password:g}}.",
        "password for the vpn: {{password:h}}",
      ],
      ignore: [
        "curl -u $USER:$PASS https://api.fictief-bedrijf.nl",
        "curl -u user https://api.fictief-bedrijf.nl:8443",
        "mysql -u root -p hr",
        "docker run -p 8080:80 nginx",
        "docker login --password-stdin",
        "the password for the server is required",
      ],
    },
  },
  {
    ...common,
    id: "password-flag",
    format: "what follows the flag for a password, behind the flag for a user",
    keywords: ["-u ", "-U ", "-u=", "-user ", "-username "],
    pattern:
      /-{1,2}(?:u|user|username)[ =]["']?[\w.@\\-]{1,60}["']?(?: [^\r\n|;]{0,120}?)?? (?:-p|-P|-w|-pw|-pass)[ =](?:"[^"\r\n]{3,100}"|'[^'\r\n]{3,100}'|[^\s"'<>|;)]{3,100})/i,
    check: checkFlag,
    references: ["POSIX.1-2024, Utility Conventions"],
    examples: {
      match: [
        "skopeo login -u hr -p {{password:a}} r.fictief-bedrijf.nl",
        "tsql -S srv -U sa -P {{password:b}}",
        "mosquitto_pub -u hr -P {{password:c}} -t x",
      ],
      ignore: [
        "docker run -u root -p 8080:80 nginx",
        "ps -u hr -p 12345",
        "x -u hr -p /tmp/file1",
        "x -u hr -p $PASSWORD1",
        "pytest -u hr -p plugin-2",
      ],
    },
  },
  {
    ...common,
    id: "password-compared",
    format: "a literal that is compared with a variable called a password",
    keywords: ['" ==', "' ==", '" !=', "' !=", '"==', "'==", '"!=', "'!=", '".equals', '".compareto'],
    before: 70,
    pattern:
      /(?:"[^"\s]{4,64}"|'[^'\s]{4,64}')(?: ?[!=]={1,2} ?|\.(?:equals|compareTo)(?:IgnoreCase)?\(\s?)[\w.$]{0,30}(?:pass(?:word|wd)?|pwd|secret|token|api_?key)\w{0,20}/i,
    check: checkReversed,
    references: ["CWE-259", "CWE-798"],
    examples: {
      match: ['if ("{{password:a}}" == password) {', "'{{password:b}}' === db_password"],
      ignore: ['if ("" == password) {', '"string" === typeof password', '"password" == tokenName'],
    },
  },
  {
    ...common,
    id: "password-typed",
    format: "what a script types into a password's field",
    keywords: [".sendkeys(", ".send_keys(", ".type(", ".fill(", ".setvalue("],
    pattern: /\.(?:send_?keys|type|fill|setvalue)\(\s?(?:"[^"\r\n]{4,64}"|'[^'\r\n]{4,64}')/i,
    check: checkTyped,
    references: ["CWE-798"],
    examples: {
      match: [
        'driver.findElement(By.id("password")).sendKeys("{{password:a}}");',
        "cy.get('#pwd').type('{{password:b}}')",
      ],
      ignore: [
        'driver.findElement(By.id("city")).sendKeys("{{password:c}}");',
        "cy.get('#password').type('Enter a password')",
      ],
    },
  },
  {
    ...common,
    id: "password-pgpass",
    format: "`host:port:database:user:password`",
    keywords: [":5432:", ":5433:", ":6432:", ":*:"],
    before: 80,
    pattern: /(?:\*|[\w.-]{1,80}):(?:5432|5433|6432|\*):[\w*.-]{1,60}:[\w*.-]{1,60}:[^\s"'<>]{4,100}/,
    check: checkPgpass,
    references: ["PostgreSQL documentation, section 34.16"],
    examples: {
      match: ["db.fictief-bedrijf.nl:5432:hr:hr:{{password:a}}"],
      ignore: ["10.0.0.1:5432:5432", "hostname:port:database:username:password"],
    },
  },
];
