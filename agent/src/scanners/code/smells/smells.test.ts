import { describe, expect, test } from "vitest";
import { codeOnly } from "./code-only.ts";
import { smellsIn } from "./index.ts";
import { languageOf } from "./language.ts";
import { personalNames } from "./personal-names.ts";

/** What is found in a line of source, as type and the words that it points at. */
const found = (path: string, text: string) =>
  smellsIn(path, text).map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`);

describe("personal data in logs", () => {
  test.each([
    ["a.ts", "console.log(`sent to ${user.email}`);", "email"],
    ["a.ts", "this.logger.info({ id: user.id, bsn: klant.bsn });", "bsn"],
    ["a.jsx", "console.error('x', customer.dateOfBirth)", "dateOfBirth"],
    ["a.py", 'logger.info(f"User {user.email} logged in")', "email"],
    ["a.py", 'logging.warning("no %s", person.phone_number)', "phone_number"],
    ["A.java", 'log.info("mail {}", user.getEmail());', "getEmail"],
    ["A.java", 'System.out.println("bsn " + bsn);', "bsn"],
    ["A.kt", 'Log.d(TAG, "to ${user.emailAddress}")', "emailAddress"],
    ["a.cs", '_logger.LogInformation($"User {user.Email}");', "Email"],
    ["a.go", 'log.Printf("user %s", u.Email)', "Email"],
    ["a.php", 'error_log("User: $user->email");', "email"],
    ["a.php", "Log::info('x ' . $klant->geboortedatum);", "geboortedatum"],
    ["a.rb", 'Rails.logger.info "User #{user.email}"', "email"],
    ["a.sql", "RAISE NOTICE 'user %', v_email;", "v_email"],
  ])("%s: %s", (path, text, name) => {
    expect(found(path, text)).toEqual([`PII_IN_LOGS ${name}`]);
  });

  test.each([
    ["a comment", "a.ts", "// console.log(user.email)"],
    ["a word in a sentence", "a.ts", 'console.log("sending email to user");'],
    ["a word in a template", "a.ts", "console.log(`email sent in ${ms} ms`);"],
    ["a masked value", "a.ts", 'logger.info("x", mask(user.email));'],
    ["a question about the value", "a.ts", "console.log(isEmail, hasPhone, emailCount);"],
    ["a function that does something", "a.ts", "console.log(resetPassword(user));"],
    ["no log", "a.ts", "send(user.email); catalog.info = user.email;"],
    ["a string of Python that is none of the f kind", "a.py", 'print("{user.email}")'],
    ["a docstring", "a.py", '"""\nlogger.info(user.email)\n"""'],
    ["another kind of file", "notes.txt", "console.log(user.email)"],
  ])("not %s", (_what, path, text) => {
    expect(found(path, text)).toEqual([]);
  });
});

describe("weak hashes of identifiers", () => {
  test.each([
    ["a.ts", 'createHash("md5").update(user.email).digest("hex")', "email"],
    ["a.ts", 'createHash("sha256").update(String(bsn)).digest()', "bsn"],
    ["a.py", "hashlib.sha1(user.email.encode()).hexdigest()", "email"],
    ["A.java", 'MessageDigest md = MessageDigest.getInstance("MD5");\nmd.update(email.getBytes());', "email"],
    ["a.php", "$h = md5($email);", "$email"],
    ["a.rb", "Digest::MD5.hexdigest(user.email)", "email"],
    ["a.go", "h := md5.Sum([]byte(u.Email))", "Email"],
    ["a.cs", "var md5 = MD5.Create(); md5.ComputeHash(Utf8(user.Email));", "Email"],
    ["a.sql", "INSERT INTO h SELECT md5(email) FROM t", "email"],
  ])("%s: %s", (path, text, name) => {
    expect(found(path, text)).toEqual([`WEAK_HASH ${name}`]);
  });

  test.each([
    ["with a key", "a.ts", 'createHmac("sha256", key).update(bsn).digest("hex")'],
    ["salted", "a.ts", 'createHash("sha256").update(salt + bsn).digest("hex")'],
    ["of something else", "a.ts", 'createHash("md5").update(fileContent).digest("hex")'],
    ["slow", "a.ts", "bcrypt.hash(password, 12)"],
    ["of many possible values", "a.ts", 'createHash("sha256").update(user.email).digest("hex")'],
  ])("not one %s", (_what, path, text) => {
    expect(found(path, text)).toEqual([]);
  });
});

describe("insecure transport", () => {
  test.each([
    ["a.ts", "new https.Agent({ rejectUnauthorized: false })", "rejectUnauthorized: false"],
    ["a.py", 'requests.get("https://x.nl", verify=False)', "verify=False"],
    ["a.go", "&tls.Config{InsecureSkipVerify: true}", "InsecureSkipVerify: true"],
    ["a.php", "curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);", "CURLOPT_SSL_VERIFYPEER, false"],
    ["a.ts", 'fetch("http://api.acme.nl/klant", { body: JSON.stringify({ email }) });', "http://api.acme.nl"],
  ])("%s: %s", (path, text, place) => {
    expect(found(path, text)).toEqual([`INSECURE_TRANSPORT ${place}`]);
  });

  test.each([
    ["a comment", "// rejectUnauthorized: false"],
    ["a name that is no endpoint", 'const ns = "http://www.w3.org/2000/svg"; fetch(email);'],
    ["no personal data", 'fetch("http://api.acme.nl/weather");'],
    ["this machine", 'fetch("http://localhost:8080/", { body: email });'],
  ])("not %s", (_what, text) => {
    expect(found("a.ts", text)).toEqual([]);
  });
});

test("an automated decision is one without review", () => {
  const decide = (then: string) => found("a.ts", `if (applicant.creditScore < 600) {\n  ${then}\n}`);
  expect(decide("return reject(applicant);")).toEqual(["AUTOMATED_DECISION applicant.creditScore < 600"]);
  expect(decide("return queueForReview(applicant);")).toEqual([]);
  expect(decide("return 1;")).toEqual([]);
});

test("trackers are those that a manifest or a page asks for", () => {
  expect(found("web/package.json", '{"dependencies":{"mixpanel-browser":"1","react":"18"}}')).toEqual([
    "TRACKER_SDK mixpanel-browser",
  ]);
  expect(found("app/build.gradle", "implementation 'com.appsflyer:af-android-sdk:6.1'")).toEqual([
    "TRACKER_SDK com.appsflyer:af-android-sdk",
  ]);
  expect(found("index.html", '<script src="https://www.googletagmanager.com/gtag/js?id=G-1">')).toEqual([
    "TRACKER_SDK googletagmanager.com/gtag/js",
  ]);
  expect(found("notes.txt", "mixpanel-browser")).toEqual([]);
});

test("what is blanked keeps every offset and line", () => {
  const text = 'a /* b\n c */ `d ${e(`f`)} g` // h\n\'i\' "j\\"k" l';
  const language = languageOf("x.ts");
  const code = language ? codeOnly(text, language) : "";
  expect(code).toHaveLength(text.length);
  expect(code.split("\n")).toHaveLength(text.split("\n").length);
  expect(code.replace(/\s+/g, " ")).toBe("a ` ${e(` `)} ` ' ' \" \" l");
});

test.each(["`${".repeat(50_000), '"'.repeat(100_001), "/*".repeat(50_000), "(".repeat(200_000)])(
  "hostile source takes no longer for being hostile",
  (text) => {
    expect(smellsIn("a.ts", `console.log(${text}`)).toEqual([]);
  },
);

test.each([
  ["user.homeAddress", ["home address"]],
  ["HTTPServer.IBAN", ["iban"]],
  ["date_of_birth, DOB", ["date of birth", "dob"]],
  ["emailTemplate, iban_regex, validEmail", []],
])("%s", (code, terms) => {
  expect(personalNames(code).map(({ term }) => term)).toEqual(terms);
});
