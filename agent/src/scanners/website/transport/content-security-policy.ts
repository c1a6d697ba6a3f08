/** What a Content-Security-Policy is worth against injected scripts (CSP Level 3). Pure. */

type Directives = ReadonlyMap<string, readonly string[]>;

/** Each policy by itself: a browser applies all of them. */
function parseCsp(header: string): Directives[] {
  return header.split(",").flatMap((policy) => {
    const directives = new Map<string, string[]>();
    for (const directive of policy.split(";")) {
      const [name, ...values] = directive.trim().split(/\s+/);
      // Of two of one name the first counts.
      if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), values);
    }
    return directives.size > 0 ? [directives] : [];
  });
}

const WIDE = new Set(["*", "http:", "https:", "data:", "blob:", "filesystem:"]);
const NONCE_OR_HASH = /^'(?:nonce-|sha(?:256|384|512)-)/i;

/** Weak points in words; none where it holds. Of several policies the strictest answer to each question counts. */
export function weaknessesOfCsp(header: string): string[] {
  const policies = parseCsp(header);
  if (policies.length === 0) return ["Content-Security-Policy is empty"];
  const lists = policies.map(weaknessesOf);
  return lists[0]?.filter((one) => lists.every((list) => list.includes(one))) ?? [];
}

function weaknessesOf(directives: Directives): string[] {
  const found: string[] = [];
  const of = (name: string) => directives.get(name) ?? directives.get("default-src");
  const scripts = directives.get("script-src") ?? directives.get("default-src");
  if (scripts === undefined) found.push("CSP does not limit scripts");
  else {
    const isStrict = scripts.some((one) => NONCE_OR_HASH.test(one));
    const isDynamic = scripts.includes("'strict-dynamic'");
    // Where there is a nonce or a hash, browsers pass over unsafe-inline.
    if (scripts.includes("'unsafe-inline'") && !isStrict)
      found.push("CSP allows inline scripts ('unsafe-inline')");
    if (scripts.includes("'unsafe-eval'")) found.push("CSP allows eval ('unsafe-eval')");
    if (!isDynamic && scripts.some((one) => WIDE.has(one.toLowerCase())))
      found.push("CSP allows scripts from anywhere");
  }
  const objects = of("object-src");
  if (objects === undefined || objects.some((one) => WIDE.has(one)))
    found.push("CSP does not limit plug-ins (object-src)");
  if (!directives.has("base-uri")) found.push("CSP does not limit base-uri");
  return found;
}

/** Whether any policy says who may frame the page. */
export const limitsFraming = (header: string) =>
  parseCsp(header).some((directives) => directives.has("frame-ancestors"));
