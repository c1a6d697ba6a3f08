const SPACE = String.raw`[ \t]{0,16}`;
const QUOTED = String.raw`(?:"(?<quoted>[^"\r\n]{3,256})"|'(?<quoted>[^'\r\n]{3,256})'|\x60(?<quoted>[^\x60\r\n]{3,256})\x60)`;
const BARE = String.raw`(?<bare>[^\s"'\x60<>{}[\],;|]{4,256})`;
/** An element's content. */
const ELEMENT = String.raw`(?<quoted>[^<\s]{3,256})<`;
/** A literal that needs a look at what stands before the name, or that is more often a text. */
const ARGUMENT = String.raw`(?:"(?<argument>[^"\s]{3,256})"|'(?<argument>[^'\s]{3,256})')`;
const FALLBACK = String.raw`(?:"(?<fallback>[^"\s]{3,256})"|'(?<fallback>[^'\s]{3,256})')`;
const ASSIGN = String.raw`${SPACE}(?::=|=>|=|:)${SPACE}`;
/** What closes a name: of a string, an index, a call. */
const CLOSED = String.raw`["'\])]{0,3}`;
/** Prefixes of string literals in C, C++, Python, Rust, SQL, C# and Objective-C. */
const PREFIX = String.raw`(?:u8R?|[LuU]R?|[bBrRfFN]{1,2}|@\$?|\$@?)?`;
/** Constructors that make a string, bytes or a secret of a literal and nothing else. */
const CONSTRUCTOR = String.raw`(?:new\s{1,4})?(?:std::)?(?:w?string(?:_view)?|str|bytes|bytearray|String|StringBuilder|NSString|QString|QStringLiteral|QLatin1String|CString|wxString|wxT|_T|TEXT|F|PSTR|Secret(?:Str|String|Bytes)?|SecureString|GuardedString|Buffer|Password|strdup|base64_decode|atob|b64decode|base64\.b64decode|Base64\.\w{0,20}|StringUtils\.\w{1,20}|Arrays\.\w{1,12}|md5|sha1|sha2|sha256|crypt|encrypt|password|mutableStateOf)(?:::(?:from|new)|\.(?:from|valueOf|of|new|fromUTF8|getBytes))?`;
/** Ways to write a quotation mark within text that is itself quoted. */
const ESCAPED_QUOTE = String.raw`(?:\\{1,4}u00(?:22|27)|&quot;|&apos;|&#3[49];|&#x2[27];|%2[27]|\\x2[27]|\\{1,7}["'])`;
const ESCAPED_ASSIGN = String.raw`(?:%3[AaDd]|\\{1,4}u003[aAdD]|&#(?:61|58);)`;
const VALUE_KEY = String.raw`["']?\w{0,16}value["']?${ASSIGN}`;

/** Forms in which a value follows its name, each from the name's end to the value. */
const FORMS: readonly string[] = [
  // password = "a" + "…": before the form that would stop at the first of the two
  String.raw`${CLOSED}${ASSIGN}(?:"[^"\r\n]{0,60}"|'[^'\r\n]{0,60}')\s{0,24}[+.]\s{0,40}${FALLBACK}`,
  // char password[32] = "…"
  String.raw`\[\w{0,16}\](?:\[\w{0,16}\])?(?:\s\w{1,16})?${SPACE}=${SPACE}\{?${PREFIX}${QUOTED}`,
  // password = L"…", password = String::from("…"), const char* password PROGMEM = "…", const password string = "…"
  String.raw`${CLOSED}(?:\sPROGMEM)?${ASSIGN}(?:${CONSTRUCTOR}${SPACE}[({]${SPACE})?${PREFIX}${QUOTED}`,
  String.raw`\s(?:string|\[\]byte|str|String|text|varchar\d{0,2})\s?:?=\s?${QUOTED}`,
  // char *password = (char*)"…", #define PASSWORD L"…", std::string password{"…"}, const password: []const u8 = "…"
  String.raw`${ASSIGN}\([\w :*&]{2,24}\)\s?${PREFIX}${QUOTED}`,
  String.raw`\s{1,20}(?:u8R?|[LuU]R?|_T\(|TEXT\()${QUOTED}`,
  String.raw`\{\s?${QUOTED}\s?\}`,
  String.raw`:\s?[\w[\]<>&'? ]{1,30}=\s?${QUOTED}`,
  // password = """ and password = <<~EOS with the value on the next line
  String.raw`${ASSIGN}(?:"""|\'\'\'|\x60|<<[~-]?["']?\w{2,12}["']?)\r?\n\s{0,24}(?<bare>[^\s"'<>]{4,256})(?=\s{0,4}(?:\r?\n|$))`,
  // password = fetch(:pw, "…"), ENV.fetch("DB_PASSWORD") { "…" }
  String.raw`${ASSIGN}[\w.]{0,24}(?:fetch|get|getenv|get_env|getOrDefault|getProperty|env|config|setting|lookup)\([^()\r\n]{1,60},\s?${FALLBACK}\)`,
  String.raw`["']\)\s?(?:\{|do)\s?${FALLBACK}`,
  // password = ("…"
  String.raw`${CLOSED}${ASSIGN}\(\s{1,40}${PREFIX}${QUOTED}`,
  // PASSWORD = %q(…)
  String.raw`${CLOSED}${ASSIGN}%[qQ]?(?:\((?<quoted>[^()\r\n]{3,100})\)|\{(?<quoted>[^{}\r\n]{3,100})\}|\[(?<quoted>[^[\]\r\n]{3,100})\]|\|(?<quoted>[^|\r\n]{3,100})\|)`,
  // password = settings.get("X") or "…", password = a ?? '…'
  String.raw`${CLOSED}${ASSIGN}[^\s;"'][^\r\n;]{0,80}?(?:\?\?|\|\||\?:|\bor\b|\bOr\b)=?${SPACE}${FALLBACK}`,
  String.raw`${CLOSED}${SPACE}(?:\?\?=?|\|\|=)${SPACE}${FALLBACK}`,
  // ${DB_PASSWORD:-…}, password="${1:-…}"
  String.raw`:[-=?]?${BARE}\}`,
  String.raw`=["']?\$\{\w{1,40}:?[-=]${BARE}\}`,
  // Dim password As String = "…"
  String.raw`\sAs\s(?:New\s)?\w{3,20}\s?=\s?${QUOTED}`,
  // name: DB_PASSWORD, value: …
  String.raw`["']?${SPACE}[,;}]?\s{1,40}${VALUE_KEY}(?:${QUOTED}|${BARE})`,
  String.raw`["']?${SPACE},${SPACE}${VALUE_KEY}(?:${QUOTED}|${BARE})`,
  // name="password" type="…"><value>…, <key>password</key><string>…, <td>Password</td><td>…
  String.raw`["'][^<>\r\n]{0,80}>\s{0,40}<(?:value|string)>${ELEMENT}`,
  String.raw`</[\w:-]{2,20}>\s{0,40}<(?:value|string|data|td|dd|param-value|env-entry-value|init-value)(?:\s[^<>\r\n]{0,60})?>${ELEMENT}`,
  String.raw`>\s{0,40}<(?:value|string|plaintext)>${ELEMENT}`,
  // <Password Type="…">…
  String.raw`(?:\s[\w:.-]{1,30}=(?:"[^"\r\n<>]{0,160}"|'[^'\r\n<>]{0,160}')){1,3}\s?>${ELEMENT}`,
  // type="password" name="pw" value="…"
  String.raw`["'](?:\s{1,8}[\w:-]{1,30}=(?:"[^"\r\n]{0,60}"|'[^'\r\n]{0,60}')){0,4}\s{1,8}(?:value|content)=${QUOTED}`,
  // password: >- with the value on the next line; password: !!str …; password: &anchor …
  String.raw`["']?:${SPACE}[|>][-+]?\d?${SPACE}\r?\n[ \t]{1,24}(?<bare>[^\s"'<>]{4,256})(?=\s{0,4}(?:\r?\n|$))`,
  String.raw`["']?:${SPACE}(?:!!?\w{2,12}|&\w{1,24})[ ](?:${QUOTED}|${BARE})`,
  // &quot;password&quot;:&quot;…&quot;, password%3D…
  String.raw`${ESCAPED_QUOTE}\s{0,4}(?:[:=]|${ESCAPED_ASSIGN})\s{0,4}${ESCAPED_QUOTE}(?<quoted>[^\s"'<>]{3,200}?)${ESCAPED_QUOTE}`,
  String.raw`\s{0,2}[:=]\s{0,2}${ESCAPED_QUOTE}(?<quoted>[^\s"'<>]{3,200}?)${ESCAPED_QUOTE}`,
  String.raw`${ESCAPED_ASSIGN}(?<bare>[^\s"'<>&%\\]{4,256})`,
  // buildConfigField "String", "API_KEY", "\"…\""
  String.raw`["'],\s{0,4}["']\\?["'](?<quoted>[^\s"'\\]{3,256})\\?["']["']`,
  // setPassword(String.valueOf("…")), password(encoder().encode("…"))
  String.raw`\(${SPACE}(?:${CONSTRUCTOR}|[\w.]{1,30}(?:\(\))?\.(?:encode|hash|hashpw|encrypt|digest))${SPACE}\(${SPACE}${PREFIX}${QUOTED}`,
  // strcmp(password, "…"), userEvent.type(getByLabelText(/password/i), "…")
  String.raw`(?<=(?:cmp|equals?|equal_?to|compare|eq)\s?\(\s?[$&*]?[\w.>-]{0,40})\s?,\s?${QUOTED}(?=\s?[,)])`,
  String.raw`["'/][a-z]?["']?\)?,\s?${ARGUMENT}(?=\s?[,)])`,
  // strcpy(password, "…"), {password, <<"…">>}
  String.raw`\s?,\s{0,4}(?:<<)?${ARGUMENT}`,
  // fill_in "Password", with: "…"
  String.raw`["'],?\s{0,2}with:?\s?${QUOTED}`,
  // user, password = "…", "…"
  String.raw`\s?:?=\s?(?:"[^"\r\n]{1,60}"|'[^'\r\n]{1,60}'),\s{0,4}${ARGUMENT}`,
  // ["--password", "…"]
  String.raw`["'],\s{0,8}${ARGUMENT}`,
  // reg add … /v DefaultPassword /d …
  String.raw`["']?(?:\s\/t\s\w{3,16})?\s\/d\s(?:${QUOTED}|${BARE})`,
  // Password (admin): …, password - …, **Password:** …, <b>Password:</b> …
  String.raw`\s?\([^()\r\n]{1,30}\)\s?[:=]\s?(?:${QUOTED}|${BARE})`,
  String.raw`\s[-–—]\s${BARE}`,
  String.raw`\s?[:=]\s?(?:\*\*|__|<\/\w{1,8}>)\s{0,4}(?:${QUOTED}|${BARE})`,
  String.raw`(?:\*\*|__|<\/(?:b|strong|em|label|span|dt|th)>)\s?[:=]\s{0,4}(?:${QUOTED}|${BARE})`,
  // password->set("…"), $("#password").val("…")
  String.raw`${CLOSED}(?:\.|->|::)(?:set\w{0,20}|val|value|send_?keys|type|fill|equals\w{0,12}|compareTo\w{0,12}|eq|append|copy|assign)\(${SPACE}${PREFIX}${QUOTED}`,
];

export const APART = `(?:${FORMS.join("|")})`;

/** A label in a script that writes no spaces between words. */
export const PLAIN_COLON = String.raw`(?<name>密码|密碼|口令|パスワード|暗証番号|비밀번호|패스워드)(?:\s?[:：=＝]\s?|は|是|为|為|는\s|을\s)(?<bare>[!-~]{4,64})`;
