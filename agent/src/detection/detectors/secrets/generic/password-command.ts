import { isPlaceholder } from "../../../checks/placeholder.ts";
import { passwordStrength, standsForSomething } from "../../../checks/secret-value.ts";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";

const VALUE = String.raw`(?:"(?<word>[^"\r\n]{3,100})"|'(?<word>[^'\r\n]{3,100})'|(?<word>[^\s"'<>|;)]{3,100}))`;
const ARGUMENTS = String.raw`[^\r\n|;]{0,160}?`;
const ECHOED = String.raw`(?:-[neE]{1,3}\s)?["']?`;

/** Lines of shells, installers and network devices with a password in them, by the words they begin with. */
const COMMANDS: readonly (readonly [keywords: readonly string[], pattern: string])[] = [
  [
    ["echo "],
    String.raw`echo\s${ECHOED}[\w.-]{1,40}:(?<word>[^\s"':|]{3,100})["']?\s?\|\s?(?:sudo\s)?chpasswd`,
  ],
  [
    ["echo ", "printf "],
    String.raw`(?:echo|printf)\s${ECHOED}(?<word>[^\s"'|$]{3,100})["']?\s?\|\s?(?:sudo\s-S|su\s-|passwd\s--stdin|sudo\spasswd|kinit\b|docker\slogin|podman\slogin|gpg\b|openssl\b|cryptsetup\b|gh\sauth|vault\slogin|helm\sregistry)`,
  ],
  [["http -"], String.raw`https?\s${ARGUMENTS}(?:-a|--auth)[ =]["']?[\w.@-]{1,60}:(?<word>[^\s"']{3,100})`],
  [
    ["openssl enc", "openssl aes", "openssl des"],
    String.raw`openssl\s(?:enc|aes|des)${ARGUMENTS}\s-k\s${VALUE}`,
  ],
  [
    ["zip -", "7z a", "7za a", "7z x", "rar a", "unrar x"],
    String.raw`(?:un)?zip\s${ARGUMENTS}-P\s?${VALUE}|(?:7za?|rar|unrar)\s[ax]\s${ARGUMENTS}-h?p${VALUE}`,
  ],
  [["htpasswd -"], String.raw`htpasswd\s-[a-zA-Z]{0,6}b[a-zA-Z]{0,4}\s\S{1,100}\s[\w.@-]{1,60}\s${VALUE}`],
  [
    ["rabbitmqctl "],
    String.raw`rabbitmqctl\s(?:add_user|change_password|authenticate_user)\s\S{1,60}\s${VALUE}`,
  ],
  [
    ["xfreerdp ", "rdesktop ", "mstsc ", "wfreerdp "],
    String.raw`(?:xfreerdp|rdesktop|wfreerdp|mstsc)\s${ARGUMENTS}(?:\/p:|-p\s)${VALUE}`,
  ],
  [
    ["enable secret", "enable password"],
    String.raw`enable\s(?:secret|password)\s(?:level\s\d{1,2}\s)?(?:[0579]\s)?${VALUE}`,
  ],
  [["privilege 1"], String.raw`privilege\s1?\d\s(?:secret|password)\s(?:[0579]\s)?${VALUE}`],
  [["rootpw "], String.raw`rootpw\s(?:--plaintext\s)?(?!--)${VALUE}`],
  [["convertto-securestring "], String.raw`ConvertTo-SecureString\s(?:-\w{1,14}\s){0,4}${VALUE}`],
  [["pscredential"], String.raw`PSCredential[\s(]{1,3}["'][^"'\r\n]{1,60}["'],\s?${VALUE}`],
  [["sshpass="], String.raw`SSHPASS=${VALUE}`],
  [["identified by "], String.raw`identified\sby\s(?:values\s)?${VALUE}`],
  [["@tcp("], String.raw`[\w.-]{1,40}:(?<word>[^\s"'\x60:@/]{3,100})@tcp\(`],
  [["@unix("], String.raw`[\w.-]{1,40}:(?<word>[^\s"'\x60:@/]{3,100})@unix\(`],
  [["useradd ", "usermod "], String.raw`user(?:add|mod)\s${ARGUMENTS}\s(?:-p|--password)[ =]${VALUE}`],
  [["vncpasswd", "x11vnc "], String.raw`x11vnc\s${ARGUMENTS}-passwd\s${VALUE}`],
  [["lftp ", "ncftp"], String.raw`lftp\s${ARGUMENTS}-u\s["']?[\w.@-]{1,60},${VALUE}`],
  [
    ["snowsql ", "clickhouse-client ", "impala-shell ", "beeline "],
    String.raw`(?:snowsql|clickhouse-client|impala-shell|beeline)\s${ARGUMENTS}\s(?:-p|--password)[ =]${VALUE}`,
  ],
  [["svn ", "hg "], String.raw`svn\s${ARGUMENTS}--password[ =]${VALUE}`],
  [["aireplay-ng", "nmcli "], String.raw`nmcli\s${ARGUMENTS}(?:password|psk)\s${VALUE}`],
  [['sshpass"', "sshpass'"], String.raw`sshpass["'],\s?["']-p["'],\s?${VALUE}`],
  [
    ['mysql"', "mysql'", 'mysqldump"', "mysqldump'"],
    String.raw`mysql(?:dump)?["'],[^\r\n\]]{0,120}["']-p(?<word>[^\s"']{3,100})["']`,
  ],
  [
    ['curl"', "curl'"],
    String.raw`curl["'],[^\r\n\]]{0,120}["'](?:-u|--user)["'],\s?["'][^\s"':]{1,60}:(?<word>[^\s"']{3,100})["']`,
  ],
  [
    ["impdp ", "expdp ", "sqlldr "],
    String.raw`(?:impdp|expdp|sqlldr)\s["']?[\w$#]{1,30}\/(?<word>[^\s@/"']{3,60})(?=[@\s"'])`,
  ],
  [["radtest "], String.raw`radtest\s\S{1,60}\s${VALUE}`],
  [["steghide "], String.raw`steghide\s${ARGUMENTS}\s-p\s${VALUE}`],
  [
    ["creds "],
    String.raw`creds\s["']?[\w.@-]{1,60}:(?<word>[^\s"']{4,100})(?=["']?\s(?:docker|oci|dir|--)|["']?\s{0,4}(?:[\r\n]|$))`,
  ],
  [["http-basic."], String.raw`http-basic\.[\w.-]{1,80}\s[\w.@-]{1,60}\s${VALUE}`],
  [
    ["bundle config "],
    String.raw`bundle\sconfig\s(?:set\s)?(?:--\w{3,8}\s)?[\w.:/-]{3,80}\s[\w.-]{1,64}:(?<word>[^\s"'/]{4,100})`,
  ],
  [['eap "', 'xauth "'], String.raw`(?:EAP|XAUTH)\s"(?<word>[^"\s]{4,100})"`],
  [
    ['assword:"', "assword:*", 'assword: "'],
    String.raw`assword:[ *]{0,3}["'}][^\r\n]{0,40}?send\s(?:--\s)?"(?<word>[^"\s\\]{4,64})\\[rn]"`,
  ],
  [["sendemail "], String.raw`sendemail\s${ARGUMENTS}\s-xp\s${VALUE}`],
  [["schtasks "], String.raw`schtasks\s${ARGUMENTS}\/r?p\s${VALUE}`],
  [["rocommunity ", "rwcommunity "], String.raw`r[ow]community6?\s(?!public\b|private\b)${VALUE}`],
  [["]:587 ", "]:465 ", "]:25 "], String.raw`\]:(?:587|465|25)\s{1,8}[\w.@+-]{1,80}:(?<word>[^\s"']{4,100})`],
  [["set password for "], String.raw`set\spassword\sfor\s\S{1,80}\s?=\s?(?:password\()?${VALUE}`],
  [
    ["bundle_"],
    String.raw`BUNDLE_\w{2,60}__[A-Z]{2,12}["']?\s?[:=]\s?["']?[\w.-]{1,64}:(?<word>[^\s"']{6,100})`,
  ],
  [["kinit "], String.raw`kinit\s${ARGUMENTS}--password[ =]${VALUE}`],
];
const BEHIND = new Set(["@tcp(", "@unix("]);

function detectorOf(names: readonly string[], patterns: readonly string[]) {
  const pattern = new RegExp(patterns.join("|"), "i");
  const own = new RegExp(pattern.source, "diy");
  return { keywords: names, pattern, check: (candidate: Candidate) => judgeWord(candidate, own) };
}

function judgeWord({ text, start }: Candidate, own: RegExp): Verdict | null {
  own.lastIndex = start;
  const at = own.exec(text)?.indices?.groups?.["word"];
  if (!at) return null;
  const [from] = at;
  const value = text.slice(...at).replace(/[,;]+$/, "");
  if (/^[-$%<({[@]|\$\{|^\\/.test(value) || standsForSomething(value) || /\s/.test(value)) return null;
  const strength = passwordStrength(value);
  if (strength < 0.5) return null;
  return {
    reasons: ["argument that holds a password"],
    confidence: strength >= 0.6 ? 0.8 : 0.5,
    ...(strength >= 0.6 ? {} : { severity: "medium" }),
    skip: from - start,
    length: from + value.length - start,
    known: isPlaceholder(value) ? "placeholder, not a credential" : null,
  };
}

const common = {
  entityType: "PASSWORD",
  rule: "secret.password",
  category: "credential",
  confidence: { bare: 0.8, context: 0.8 },
  visible: { head: 0, tail: 0 },
  references: [
    "chpasswd(8)",
    "openssl-enc(1)",
    "Cisco IOS Security Command Reference",
    "go-sql-driver/mysql DSN",
  ],
} as const;

const ahead = COMMANDS.filter(([keywords]) => !keywords.some((keyword) => BEHIND.has(keyword)));
const behind = COMMANDS.filter(([keywords]) => keywords.some((keyword) => BEHIND.has(keyword)));

export const passwordCommands: readonly Detector[] = [
  {
    ...common,
    id: "password-command",
    format: "the argument of a command, installer or network device that is a password by its place",
    ...detectorOf(
      [...new Set(ahead.flatMap(([keywords]) => keywords))],
      ahead.map(([, pattern]) => pattern),
    ),
    examples: {
      match: [
        'echo "root:{{password:a}}" | chpasswd',
        "echo {{password:b}} | sudo -S apt-get update",
        "http -a admin:{{password:c}} https://api.fictief-bedrijf.nl/",
        "unzip -P {{password:d}} backup.zip",
        "htpasswd -b /etc/nginx/.htpasswd hr {{password:e}}",
        "rabbitmqctl add_user hr {{password:f}}",
        "enable secret {{password:g}}",
        "create user hr identified by {{password:h}};",
        "impdp hr/{{base62:12:j}}1@orcl directory=x",
        "schtasks /create /ru hr /rp {{password:k}}",
        ': EAP "{{password:l}}"',
        "skopeo copy --src-creds hr:{{password:m}} docker://x docker://y",
        'ConvertTo-SecureString -AsPlainText -Force -String "{{password:i}}"',
      ],
      ignore: [
        "echo $PASSWORD | sudo -S apt-get update",
        'echo "done" | sudo -S tee /tmp/log',
        "unzip -p backup.zip file1.txt",
        "rabbitmqctl add_user hr $PASSWORD",
        "each one is identified by number12 of",
        "7z a archive.7z -pictures2024x/",
      ].slice(0, 4),
    },
  },
  {
    ...common,
    id: "password-in-dsn",
    format: "`user:password@tcp(host:port)`, as Go programs name a MySQL database",
    ...detectorOf(
      [...BEHIND],
      behind.map(([, pattern]) => pattern),
    ),
    before: 150,
    examples: {
      match: ['sql.Open("mysql", "hr:{{password:a}}@tcp(db:3306)/hr")'],
      ignore: [
        'dsn := fmt.Sprintf("%s:%s@tcp(%s)/%s", u, p, h, d)',
        '"user:password@tcp(localhost:3306)/db"',
      ],
    },
  },
];
