/** What people write where a secret will stand. */
const WORDS =
  /exampl[e3]|sample|dummy|placeholder|change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this|with)|insert[-_ ]?(?:your|here)|your[-_ ][a-z]|your(?:api|secret|token|key|password|access|client|app|own|pass|db|user)|(?<![a-z])todo|fixme|redacted|masked|hidden|not[-_ ]?(?:a[-_ ])?real|(?<![a-z\d])fake|fake(?![a-z\d])|f[o0]{2}bar|lorem|deadbeef|undefined|nullnull|x{4}|(?<![a-z\d])xxx|\*\*\*|\.\.\.|…|•/i;
/** References to where the value is kept: templates, variables, calls. */
const REFERENCE =
  /^(?:\$\{|\$\(|\{\{|<%|%\(|#\{|@\{|<[a-z]|\$[A-Z_]{2,}|%[A-Z_]+%|\[\[|arn:|vault:|secret:|env:|file:|ref\+)/i;
/** The same few characters over and over, or the keyboard's and the alphabet's order. */
const TYPED = /^(.{1,4})\1{3,}.{0,3}$|0123456789|1234567890|9876543210|abcdefghij|qwertyuiop/i;
/** The name and password in an address; what else stands there says nothing of them. */
const URL_LOGIN = /^[a-z][\w+.-]{0,40}:\/\/([^\s/]{1,300})@/i;
/** The password among the pairs of a connection string. */
const PAIR = /(?:password|pwd|accountkey|sharedaccesskey|secret)\s?=\s?["'{]?([^;&"'\s]{1,200})/i;
/** A command or a sentence of this length ends in the value; what it says before is about something else. */
const COMMAND = 32;
/** In longer random text some of the short words turn up by chance. */
const LONGEST = 120;

/** Whether a credential's value stands for another: an example, a template, a reference. */
export function isPlaceholder(value: string): boolean {
  const judged = credentialIn(value).slice(0, LONGEST);
  return WORDS.test(judged) || REFERENCE.test(judged) || TYPED.test(judged);
}

function credentialIn(value: string): string {
  const login = URL_LOGIN.exec(value)?.[1];
  if (login !== undefined) return login;
  const pair = /[;?:].*=|=.*;/.test(value) ? PAIR.exec(value)?.[1] : undefined;
  if (pair !== undefined) return pair;
  return value.length > COMMAND && !value.startsWith("-----")
    ? (value.split(/\s+/).findLast((part) => part !== "") ?? value)
    : value;
}
