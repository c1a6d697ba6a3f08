/** What the last word of a setting's name says its value is, other than the secret: its hash, its field, its length. */
const ABOUT_A_SECRET =
  /^(?:fields?|labels?|inputs?|hash|hashed|hasher|hashes|digest|length|len|min|max|regexp?|pattern|policy|policies|reset|forgot(?:ten)?|forget|confirm|confirmation|strength|errors?|messages?|msg|texts?|titles?|hints?|help|info|description|desc|placeholder|types?|names?|urls?|uri|endpoint|links?|paths?|files?|filename|dir|ids?|identifier|expire[sd]?|expiry|expiration|ttl|age|valid|invalid|validity|validators?|validation|verified|required|enabled|disabled|changed|date|time|at|created|updated|timeout|count|number|limit|form|column|params?|parameters?|header|headers|suffix|format|algorithm|algo|alg|encoder|encoding|encrypted|encryption|provider|manager|service|version|size|index|list|set|map|class|store|storage|vault|refs?|reference|selector|env|var|variable|handler|callback|fn|func|function|methods?|mode|state|status|rules?|schema|kinds?|grant|scopes?|issuer|audience|bucket|table|mount|arn|position|start|end|lines?|stream|iterator|parser|pair|factory|generator|rotation|cookie|model|entity|requests?|response|event|action|screen|page|view|route|icon|button|btn|dialog|modal|prompt|visible|visibility|shown|show|hide|toggle|char|chars|characters?|supported|support|match|mismatch|matches|exists|options?|config|settings?|owner|group|groups|display|style|css|color|width|height|language|lang|locale|autocomplete|check|checker|checks|url|host|domain|comment|notes?|missing|wrong|incorrect|failed|cmd|command|program|script|prefix|usage|used|value ?from|protected|protection|needed|hidden|encode|decode|strip|trim|replace|split|join|starts ?with|ends ?with|with|includes|contains|of|slice|concat|bytes|append|attempts?|history|counts?|complexity|requirements?|min ?length|max ?length|authenticator|authentication|normali[sz]e|tostring|value ?of|locale ?compare|substr(?:ing)?|index ?of|search|exec|pad ?start|pad ?end|[cm]?[jt]sx?|json|ya?ml|py|rb|java|php|html?|md|txt|crt|field ?name|type ?name|expired|kms)\d*$/;

/** Words that make a key, token or secret one that everyone may see, or no credential at all. */
const PUBLIC =
  /(?:^| )(?:public|publishable|pub|anon|csrf|xsrf|authenticity|nonce|integrity|checksum|digest|hash|sha\d{0,3}|md5|etag|cursor|page|next|prev|previous|continuation|sync|pagination|paging|resume|fingerprint|thumbprint|signature|commit|revision|version|token(?:izer|ize|ized|s)|cache|partition|sort|primary|foreign|row|range|routing|idempotency|translation|i18n|localization|registry|react|query|storage key|map|site|sitekey|cancel|cancellation|captcha|recaptcha|icon|color|theme|vocab|unk|bos|eos|pad|mask|cls|sep|merge|special)(?: |$)/;

/** `herokuAPIToken`, `HEROKU_API_TOKEN` and `heroku-api-token` as `heroku api token`. */
export function nameWords(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$& ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Whether the name of the setting says that its value is about a secret instead of one. */
export function isAboutSecret(words: string): boolean {
  const last =
    words
      .replace(/(?: \d+)+$/, "")
      .split(" ")
      .at(-1) ?? "";
  return ABOUT_A_SECRET.test(last);
}

/** Whether the name of a key or token says that it opens nothing. */
export function isPublicName(words: string): boolean {
  return PUBLIC.test(words) && !/(?<!public |anon )secret$/.test(words);
}
