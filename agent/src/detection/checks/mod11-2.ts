/** ISO/IEC 7064 MOD 11-2: whether the last character, a digit or X for ten, checks the digits before it. */
export function mod11Of2(text: string): boolean {
  let rest = 0;
  for (let i = 0; i < text.length - 1; i++) rest = ((rest + text.charCodeAt(i) - 48) * 2) % 11;
  const last = text.at(-1);
  return text.length > 1 && (rest + (last === "X" ? 10 : Number(last))) % 11 === 1;
}
