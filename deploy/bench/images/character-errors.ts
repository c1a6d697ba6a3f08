/** Character error rate: insertions, deletions and replacements (Levenshtein) for each character that stands there. White space is one space. */
export function characterErrors(truth: string, read: string): number {
  const [right, left] = [plain(truth), plain(read)];
  let above = Uint32Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row++) {
    const here = new Uint32Array(right.length + 1);
    here[0] = row;
    for (let column = 1; column <= right.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      here[column] = Math.min((above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1, replaced);
    }
    above = here;
  }
  return (above[right.length] ?? 0) / right.length;
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();
