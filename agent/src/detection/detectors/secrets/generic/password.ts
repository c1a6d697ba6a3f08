import type { Candidate } from "../../../candidate.ts";
import { passwordStrength, standsForSomething } from "../../../checks/secret-value.ts";
import { isAboutSecret, nameWords } from "../../../checks/setting-name.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { terms } from "../../../words/terms.ts";
import { assigned, type Assigned, bareLiteral, isPairOfCall } from "./assigned.ts";
import { decodedText } from "./decoded-text.ts";
import { literalLength } from "./literal-length.ts";

/** What a form, a message or a function does with passwords; a plain word beside it is its label. */
const IN_A_FORM =
  /(?:^| )(?:forgot|forgotten|reset|confirm|change|changed|show|hide|toggle|is|has|no|invalid|wrong|incorrect|missing|enter|validate|check|verify|repeat|retype|require|requires|allow|allows|use|uses|get|label|field|input|type|vergeten|wijzigen|herhaal|oublié|vergessen|olvidado)(?: |$)/;
/** Names that mean something else as often. */
const SHORT_NAME = /(?:^| )(?:pass|pwd|psw|pw)$/;
const ASSIGNS = /[:=>,(|]|<-/;
const SQL_BEFORE = /\b(?:user|role|login|alter|create|identified|grant|with|set)\b/i;
const NETRC_BEFORE = /\b(?:machine|default|login|username|user|account)\b/i;
const MESSAGES_BEFORE =
  /\b(?:errors?|messages?|translations?|i18n|validat\w{0,8})\b[^"']{0,24}["']$|(?:argon2|s?crypt|pbkdf2|hash|derive|verify|compare|hkdf)\w{0,12}\(["']$/i;
const FLAG_BEFORE = /(?:^|[\s"'`([])(?:-{1,2}|\/)$/;
const FLAG_NAME = /(?:^|\s)-{1,2}[\w-]{0,40}$/;

/** What passwords are called by people and programs, in the languages of Europe. */
const NAMES = terms(`
  *password*, *passwd*, *passwrd*, *passphrase*, *pass phrase*, *passcode*, *wachtwoord*, *wachtzin*, *kennwort*,
  *passwort*, *mot de passe*, *contraseña*, *contrasena*, *senha, *palavra passe*, *parola d'ordine*, *hasło*,
  *heslo*, *lösenord*, *adgangskode*, *passord*, *salasana*, *пароль*, pwd, *_pwd, *-pwd, dbpwd, userpwd, adminpwd,
  *_pwd_*, mypwd, pswd, psw, *pass word, pass, *_pass, *-pass, *.pass, dbpass, db pass, userpass, user pass, mypass,
  adminpass, admin pass, smtppass, smtp pass, mailpass, mail pass, ftppass, sqlpass, mysqlpass, rootpass,
  root pass, *database pass, key pass, keypass, store pass, storepass, passin, passout, psk, wpa psk, *_psk, dbpw,
  userpw, *_pw, adminpw, bindpw, *password\\", *passwd\\", pwd\\", pass\\", *password string, *passwd string,
  *pwd string, *password: &'static str, db_pw, user_pw, admin_pw, root_pw, my_pw, *identified by,
  *identified by password, *password by, wlan schlüssel, wifi key, wlan key, netzwerkschlüssel, network key, pre shared key, wireless key,
  netwerksleutel, wpa key, wpa2 key, wep key, wifi code, wificode, inlogcode, zugangscode, code d'accès, access code, *sha2_password as,
`);

/** `the password is …` in letters and notes. */
const SENTENCES = terms(`
  *password is, *password was, *password will be, *password set to, *password changed to, *password reset to,
  *password to, *password was set to, *password is set to, *password has been set to,
  *password has been changed to, *passcode is, *wachtwoord is, *wachtwoord luidt, *wachtwoord wordt,
  *wachtwoord was, *passwort ist, *passwort lautet, *kennwort ist, *kennwort lautet, *passwort: lautet,
  *mot de passe est, *contraseña es, *contrasena es, *senha é, *password è, pass is, pwd is, *login password,
`);

function check(candidate: Candidate): Verdict | null {
  const { quote } = candidate;
  // Nothing but names and calls of code, which is most of what stands there.
  if (quote === "" && /^[A-Za-z_$.]{1,40}[([;,)]/.test(candidate.value)) return null;
  const length = literalLength(candidate);
  const value = candidate.value.slice(0, length);
  if (length < 3 || value === "") return null;
  const site = assigned(candidate, length);
  if (isAboutSecret(site.words)) return null;
  if (/^(?:password|secret|passwd|pass)$/.test(value) && quote !== "" && /=|^[^a-z]{0,4}:/.test(site.between))
    return {
      reasons: ["the word itself"],
      confidence: 0.3,
      severity: "info",
      known: "placeholder, not a credential",
    };
  if (standsForSomething(value) || nameWords(value) === site.words) return null;
  const share = quote === "" ? bareLiteral(value, site) : 1;
  if (share === 0) return null;
  const decoded = decodedText(value);
  const strength = /\s/.test(value) ? phraseStrength(value, site) : passwordStrength(decoded ?? value);
  const confidence = Math.min(strength, share) * placeShare(value, strength, quote, site);
  if (confidence < 0.3) return null;
  const reasons = [confidence >= 0.6 ? "mixed characters, as in a password" : "a word or a short value"];
  if (decoded !== null) reasons.push("decoded from base64");
  return {
    reasons,
    confidence,
    ...(length < candidate.value.length ? { length } : {}),
    ...(confidence < 0.6 ? { severity: confidence < 0.4 ? "info" : "medium" } : {}),
  };
}

/** How far the name and what stands between it and the value say that a password is given here, 0..1. */
function placeShare(value: string, strength: number, quote: string, site: Assigned): number {
  const { between, lineBefore, words } = site;
  const mixed = /\d/.test(value) && /[A-Za-z]/.test(value);
  if (IN_A_FORM.test(words) && !mixed && strength < 0.6) return 0;
  if (!site.beside) return 1;
  if (/[\r\n]/.test(between)) return mixed && strength >= 0.6 ? 0.9 : 0;
  if (SHORT_NAME.test(words) && (quote === "" ? /^(?:0x[\da-f]+|\d+)$/i.test(value) : strength < 0.45))
    return 0;
  if (/(?:^| )by$/.test(words) && (quote === "`" || !/[=(]|^\s+$/.test(between.slice(0, -1)) || quote === ""))
    return 0;
  if (/[^\x20-\xff]/.test(value) && !mixed) return 0;
  if (ASSIGNS.test(between.replace(/["'\])\\]/g, "") || between)) {
    if (/\|/.test(between) && !mixed) return 0;
    // The next argument of a call, or the next element of a list.
    if (/^[)\]\s]*,/.test(between)) return 0;
    if (isPairOfCall(site)) return 1;
    // `"Password", "Submit"`: neighbours in a list.
    if (/^["'`]\s*,/.test(between))
      return strength < 0.7 ||
        MESSAGES_BEFORE.test(lineBefore) ||
        words === "pass" ||
        /[[,]\s*["'`]$/.test(lineBefore)
        ? 0
        : 0.79;
    return 1;
  }
  if (quote !== "" && SQL_BEFORE.test(`${lineBefore} ${words}`)) return 1;
  if (FLAG_BEFORE.test(lineBefore) || FLAG_NAME.test(lineBefore)) return 1;
  if (/(?:^| )(?:is|was|be|to|luidt|wordt|ist|lautet|est|es|é|è)$/.test(words))
    return mixed || /[!@#$%^&*?]/.test(value) ? 1 : 0;
  if (quote !== "" && /#\s?define\s$/.test(lineBefore)) return 1;
  if (SHORT_NAME.test(words)) return NETRC_BEFORE.test(lineBefore) && mixed && strength >= 0.6 ? 0.8 : 0;
  if (NETRC_BEFORE.test(lineBefore) && strength >= 0.5) return 1;
  return mixed && strength >= 0.6 ? 0.7 : 0;
}

/** Several words: a text about passwords, unless a phrase to log in with is asked for or one word looks like a password. */
function phraseStrength(value: string, { words }: Assigned): number {
  const parts = value.trim().split(/\s+/);
  if (/phrase|wachtzin/.test(words) && parts.length >= 4 && parts.length <= 10 && /^[a-z\d -]+$/.test(value))
    return 0.6;
  if (parts.length > 4 || /[.:,…]$|[{}<>[\]]|=/.test(value)) return 0;
  const odd = parts.filter((part) => /^(?=.*[a-z])(?=.*\d)[\x21-\x7e]{6,}$/i.test(part));
  return odd.length * 2 >= parts.length ? 0.6 : 0;
}

const common = {
  entityType: "PASSWORD",
  rule: "secret.password",
  category: "credential",
  check,
  confidence: { bare: 0.75, context: 0.75 },
  visible: { head: 0, tail: 0 },
  looseName: true,
  references: ["GDPR 32(1)", "NIST SP 800-63B section 5.1.1"],
  // In its own quotes, or up to the next space.
  pattern:
    /(?<=")[^"\r\n]{3,128}(?=")|(?<=')[^'\r\n]{3,128}(?=')|(?<=`)[^`\r\n]{3,128}(?=`)|(?<!["'`])[^\s"'`<>][^\s"'`<]{2,127}/u,
} as const;

/** Passwords in code, configuration, markup, scripts, statements and notes, under a name that says so. */
export const passwords: readonly Detector[] = [
  {
    ...common,
    id: "password",
    format: "the value of a setting, field, flag or variable that is called a password",
    names: NAMES,
    examples: {
      match: [
        'password = "{{password:a}}"',
        "DB_PASSWORD={{password:b}}",
        "  adminPassword: '{{password:c}}',",
        "<password>{{password:d}}</password>",
        '<add key="SmtpPassword" value="{{password:e}}" />',
        "wachtwoord: {{password:f}}",
        "this.passwd := `{{password:g}}`",
        "define('DB_PASSWORD', '{{password:h}}');",
        "$config['password'] = 'hunt{{join}}er2';",
        'if (password == "{{password:i}}") {',
        "CREATE USER hr IDENTIFIED BY '{{password:j}}';",
        "machine ftp.fictief-bedrijf.nl login hr password {{password:k}}",
        "mysql --user=hr --password {{password:l}} hr",
        "- POSTGRES_PASSWORD=letmein{{join}}!",
        "DB_PASSWORD={{base62:12:m}}*",
        "<user>hr</user><password>{{base62:12:n}}*</password></x>",
      ],
      ignore: [
        "password = getPassword()",
        "password: string",
        'label = "Password: "',
        "passwordLength = 12345",
        "DB_PASSWORD=${DB_PASSWORD}",
        "password = config.password",
        'passwordHash = "{{password:h}}"',
        "if (password == null) return",
        '"password": "Wachtwoord vergeten?"',
        '<input type="password" name="password" placeholder="Uw wachtwoord">',
        "password: '********'",
        "this.password = pw1;",
        "export default { password: Passwords }",
        "'password' => 'required|min:8',",
        "mongodb://<user>:<password>@cluster0.fictief.net",
        "password=@db.password@",
        'CODE_PASSWORD_V2 = "FlowAccountPasswordRequiredResultV2"',
        "{ passphrase: <string|buffer>[, pfx: x] }",
      ],
    },
  },
  {
    ...common,
    id: "password-sentence",
    format: "what a sentence says the password is",
    names: SENTENCES,
    examples: {
      match: [
        "The password is Zomer{{digits:4:a}}!",
        "Ihr Passwort lautet {{password:m}}.",
        "Het wachtwoord is {{password:n}}",
      ],
      ignore: [
        "The password is required",
        "your password is too short",
        "Het wachtwoord is gewijzigd",
        "the password is empty.",
      ],
    },
  },
  {
    ...common,
    id: "password-international",
    format:
      "a value with a digit behind the word for a password in one more language, where that can mean something else",
    names: terms(`
      clave, la clave, clave de acceso, parola, parola chiave, parole, parool, salasõna, slaptažodis, lozinka, geslo,
      zaporka, şifre, sifre, parola:, jelszó, jelszava, κωδικός, κωδικός πρόσβασης, סיסמה, סיסמא, كلمة المرور, كلمة السر,
      mật khẩu, kata sandi, kata laluan, sandi, รหัสผ่าน, geheim, geheimes wort, motdepasse, mdp, code secret, palabra clave,
      лозинка, парола, пароль:, құпия сөз, գաղտնաբառ, პაროლი, पासवर्ड, পাসওয়ার্ড, fjalëkalimi, aðgangsorð, lykilorð, pasahitza,
      contrasenya, contrasinal, focal faire,
    `),
    check: (candidate) => {
      const verdict = check(candidate);
      return verdict && (verdict.confidence ?? 0) >= 0.6 && /\d/.test(candidate.value) ? verdict : null;
    },
    examples: {
      match: [
        "clave: {{password:a}}",
        "jelszó: {{password:b}}",
        "κωδικός: {{password:c}}",
        "kata sandi: {{password:d}}",
      ],
      ignore: ["clave: valor", "parola: cuvânt", "geheim: ja", "parole: 3"],
    },
  },
];
