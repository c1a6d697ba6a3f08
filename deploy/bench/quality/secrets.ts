import { crc32 } from "node:zlib";
import { pickFrom, type Subject } from "./subject.ts";

type Random = () => number;
const DIGITS = "0123456789";
const SMALL = "abcdefghijklmnopqrstuvwxyz";
const CAPITALS = SMALL.toUpperCase();
const HEX = `${DIGITS}abcdef`;
const ALL = DIGITS + CAPITALS + SMALL;
const draw = (random: Random, length: number, alphabet = ALL) =>
  Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");

function base62(value: number, width: number): string {
  let text = "";
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = ALL[rest % 62] + text;
  return text.padStart(width, "0");
}
const withCrc = (prefix: string) => (random: Random) => {
  const body = draw(random, 30);
  return `${prefix}${body}${base62(crc32(body), 6)}`;
};
const json = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Forms that the providers document, written down anew from there. */
const FORMS: Readonly<Record<string, (random: Random) => string>> = {
  "AWS access key id": (r) => `AKIA${draw(r, 16, `${CAPITALS}234567`)}`,
  "GitHub personal token": withCrc("ghp_"),
  "GitHub server token": withCrc("ghs_"),
  "GitHub fine-grained token": (r) => `github_pat_${draw(r, 22)}_${draw(r, 59)}`,
  "GitLab token": (r) => `glpat-${draw(r, 20, `${ALL}-_`)}`,
  "npm token": withCrc("npm_"),
  "PyPI token": (r) => `pypi-AgEIcHlwaS5vcmc${draw(r, 150, `${ALL}-_`)}`,
  "Stripe live key": (r) => `sk_live_${draw(r, 24)}`,
  "Stripe restricted key": (r) => `rk_live_${draw(r, 99)}`,
  "Stripe webhook secret": (r) => `whsec_${draw(r, 32)}`,
  "Slack bot token": (r) => `xoxb-${draw(r, 12, DIGITS)}-${draw(r, 12, DIGITS)}-${draw(r, 24)}`,
  "Slack webhook": (r) =>
    `https://hooks.slack.com/services/T${draw(r, 10, CAPITALS + DIGITS)}/B${draw(r, 10, CAPITALS + DIGITS)}/${draw(r, 24)}`,
  "Google API key": (r) => `AIza${draw(r, 35, `${ALL}-_`)}`,
  "Google OAuth secret": (r) => `GOCSPX-${draw(r, 28, `${ALL}-_`)}`,
  "OpenAI project key": (r) => `sk-proj-${draw(r, 74, `${ALL}-_`)}T3BlbkFJ${draw(r, 74, `${ALL}-_`)}`,
  "OpenAI key": (r) => `sk-${draw(r, 20)}T3BlbkFJ${draw(r, 20)}`,
  "Anthropic key": (r) => `sk-ant-api03-${draw(r, 93, `${ALL}-_`)}AA`,
  "Hugging Face token": (r) => `hf_${draw(r, 34, SMALL + CAPITALS)}`,
  "SendGrid key": (r) => `SG.${draw(r, 22, `${ALL}-_`)}.${draw(r, 43, `${ALL}-_`)}`,
  "Mailgun key": (r) => `key-${draw(r, 32, HEX)}`,
  "Twilio key": (r) => `SK${draw(r, 32, HEX)}`,
  "Telegram bot token": (r) => `${draw(r, 10, "123456789")}:AA${draw(r, 33, `${ALL}-_`)}`,
  "Discord webhook": (r) =>
    `https://discord.com/api/webhooks/${draw(r, 18, "123456789")}/${draw(r, 68, `${ALL}-_`)}`,
  "Shopify token": (r) => `shpat_${draw(r, 32, HEX)}`,
  "DigitalOcean token": (r) => `dop_v1_${draw(r, 64, HEX)}`,
  "Databricks token": (r) => `dapi${draw(r, 32, HEX)}`,
  "Doppler token": (r) => `dp.pt.${draw(r, 43)}`,
  "Vault token": (r) => `hvs.${draw(r, 90, `${ALL}-_`)}`,
  "Terraform Cloud token": (r) => `${draw(r, 14)}.atlasv1.${draw(r, 67, `${ALL}-_`)}`,
  "Grafana service token": (r) => {
    const body = draw(r, 32);
    return `glsa_${body}_${crc32(`glsa_${body}`).toString(16).padStart(8, "0")}`;
  },
  "New Relic key": (r) => `NRAK-${draw(r, 27, CAPITALS + DIGITS)}`,
  "Sentry token": (r) =>
    `sntrys_${Buffer.from(JSON.stringify({ iat: 1_700_000_000, url: "https://sentry.io", org: draw(r, 8, SMALL) })).toString("base64")}_${draw(r, 43)}`,
  "Linear key": (r) => `lin_api_${draw(r, 40)}`,
  "Notion token": (r) => `ntn_${draw(r, 46)}`,
  "Figma token": (r) => `figd_${draw(r, 40, `${ALL}-_`)}`,
  "Postman key": (r) => `PMAK-${draw(r, 24, HEX)}-${draw(r, 34, HEX)}`,
  "Mollie key": (r) => `live_${draw(r, 30)}`,
  "Brevo key": (r) => `xkeysib-${draw(r, 64, HEX)}-${draw(r, 16)}`,
  "Groq key": (r) => `gsk_${draw(r, 52)}`,
  "Replicate token": (r) => `r8_${draw(r, 37)}`,
  "Tailscale key": (r) => `tskey-auth-${draw(r, 17)}-${draw(r, 32)}`,
  "Docker Hub token": (r) => `dckr_pat_${draw(r, 27, `${ALL}-_`)}`,
  "RubyGems key": (r) => `rubygems_${draw(r, 48, HEX)}`,
  "PlanetScale password": (r) => `pscale_pw_${draw(r, 43, `${ALL}-_`)}`,
  "Azure storage key": (r) => `AccountKey=${Buffer.from(draw(r, 64)).toString("base64")}`,
  "JSON Web Token": (r) =>
    `${json({ alg: "HS256", typ: "JWT" })}.${json({ sub: draw(r, 8), exp: 1_900_000_000 })}.${draw(r, 43, `${ALL}-_`)}`,
  "PostgreSQL address": (r) => `postgresql://app:${draw(r, 14)}@db.orchard-lane.co.uk:5432/shop`,
  "MongoDB address": (r) => `mongodb+srv://app:${draw(r, 14)}@cluster0.x1y2z.mongodb.net/shop`,
  "Address with password": (r) => `https://deploy:${draw(r, 16)}@git.blauwe-berg.de/shop.git`,
};

/** Lines of code and configuration in which `{v}` is the secret. */
export const SECRET_LINES = [
  'API_TOKEN="{v}"',
  "export SERVICE_KEY={v}",
  'const token = "{v}";',
  "  token: {v}",
  '{"credential": "{v}"}',
  "{v}",
  "auth = '{v}'",
  'client = Client(api_key="{v}")',
  "ENV DEPLOY_TOKEN={v}",
  "service.secret={v}",
  '<add key="Token" value="{v}" />',
  "# old one: {v}",
];

export const SECRETS: readonly Subject[] = Object.entries(FORMS).map(([type, valid]) => ({
  type,
  language: "code",
  labels: [""],
  valid,
  nearValid: null,
}));

const password = (r: Random) =>
  `${draw(r, 5)}${pickFrom(r, [..."!#%&*+"])}${draw(r, 5)}${draw(r, 2, DIGITS)}`;
/** Passwords and keys that only their names give away; each line is one case. */
export const NAMED_SECRETS: readonly ((random: Random) => { line: string; value: string })[] = [
  ['db_password = "{v}"', password],
  ["POSTGRES_PASSWORD={v}", password],
  ["  password: '{v}'", password],
  ['"smtpPassword": "{v}",', password],
  ["spring.datasource.password={v}", password],
  ["define('DB_PASSWORD', '{v}');", password],
  ['var pwd = "{v}";', password],
  ["<password>{v}</password>", password],
  ["mysql -u root --password={v} shop", password],
  ['private static final String PASSWORD = "{v}";', password],
  ["wachtwoord: {v}", password],
  ["api_key = '{v}'", (r: Random) => draw(r, 32, HEX)],
  ['"client_secret": "{v}"', (r: Random) => draw(r, 40)],
  ["SECRET_KEY = '{v}'", (r: Random) => draw(r, 50, `${ALL}-_`)],
  ['accessToken: "{v}",', (r: Random) => draw(r, 36)],
  ["aws_secret_access_key = {v}", (r: Random) => draw(r, 40, `${ALL}+/`)],
  ['DriverManager.getConnection("jdbc:mysql://db/shop", "shop", "{v}");', password],
  ["new PDO($dsn, 'shop', '{v}');", password],
  ['char password[32] = "{v}";', password],
  ['const wchar_t* password = L"{v}";', password],
  ['let password = String::from("{v}");', password],
  ['Dim password As String = "{v}"', password],
  ["const pass = process.env.DB_PASSWORD ?? '{v}';", password],
  ["- name: DB_PASSWORD\n  value: {v}", password],
  ["password: >-\n  {v}\n", password],
  ["{&quot;password&quot;:&quot;{v}&quot;}", password],
  ['<setting name="DbPassword" serializeAs="String"><value>{v}</value></setting>', password],
  ["curl -u shop:{v} https://api.orchard-lane.co.uk/", password],
  ["echo 'shop:{v}' | chpasswd", password],
  ["create user shop identified by {v};", password],
  ["INSERT INTO users (id, password) VALUES (1, '{v}');", password],
  ["**Password:** {v}", password],
  ["密码：{v}", password],
  ["jelszó: {v}", password],
  ["jwt.sign(payload, '{v}')", (r: Random) => draw(r, 32)],
  ["<key>ApiSecret</key>\n<string>{v}</string>", (r: Random) => draw(r, 32)],
  ["api_key={v}", (r: Random) => draw(r, 32, SMALL + CAPITALS)],
  ["My API key is {v}", (r: Random) => draw(r, 36)],
].map(([line, make]) => (random: Random) => {
  const value = (make as (r: Random) => string)(random);
  return { line: (line as string).replace("{v}", () => value), value };
});

/** Lines that look like secrets and are none. */
export const NO_SECRETS: readonly ((random: Random) => string)[] = [
  (r) => `commit ${draw(r, 40, HEX)}`,
  (r) => `"integrity": "sha512-${draw(r, 86, `${ALL}+/`)}==",`,
  (r) => `sha256:${draw(r, 64, HEX)}`,
  (r) =>
    `id: ${draw(r, 8, HEX)}-${draw(r, 4, HEX)}-4${draw(r, 3, HEX)}-a${draw(r, 3, HEX)}-${draw(r, 12, HEX)}`,
  () => 'password = os.environ["DB_PASSWORD"]',
  () => "password: ${DB_PASSWORD}",
  () => 'const token = await getToken("user");',
  () => "api_key = '<your-api-key-here>'",
  () => '"password": "Wachtwoord vergeten?"',
  () => 'if (password === "") throw new Error("password is required");',
  () => "passwordField.placeholder = 'Enter your password';",
  () => 'tokenUrl: "https://login.orchard-lane.co.uk/oauth/token"',
  () => "secretName: tls-certificate",
  () => "public_key = load_key(path_to_public_key)",
  (r) => `etag: "${draw(r, 32, HEX)}"`,
  (r) => `data:image/png;base64,iVBORw0KGgo${draw(r, 120, `${ALL}+/`)}`,
  () => "password: string;",
  () => "token_type: bearer",
  () => "- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: shop-db-2",
  () => 'DriverManager.getConnection(url, props.getProperty("user"), props.getProperty("pass2"));',
  () => 'let password = String::from("your password");',
  () => "INSERT INTO users (id, password) VALUES (?, ?)",
  () => 'echo "$PASSWORD" | sudo -S ls',
  () => "password: |\n  ${DB_PASSWORD}",
  (r) => `cache_key={${draw(r, 8, HEX)}}`,
];
