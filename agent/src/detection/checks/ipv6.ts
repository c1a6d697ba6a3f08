const QUAD = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$/;

/** Whether it is an IPv6 address as text (RFC 4291, section 2.2), without zone and prefix length. */
export function ipv6(text: string): boolean {
  if (!text.includes("::") && !/^(?:[^:]*:){6}/.test(text)) return false;
  const lastColon = text.lastIndexOf(":");
  const tail = text.slice(lastColon + 1);
  const isMapped = tail.includes(".");
  if (isMapped && (!QUAD.test(tail) || tail.endsWith("."))) return false;
  const whole = isMapped ? `${text.slice(0, lastColon + 1)}0:0` : text;
  const sides = whole.split("::");
  if (sides.length > 2) return false;
  const groups = sides.flatMap((side) => (side === "" ? [] : side.split(":")));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return sides.length === 2 ? groups.length <= 7 : groups.length === 8;
}
