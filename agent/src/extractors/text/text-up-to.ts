/** The whole text, or if it is longer, all of it again in pieces. */
export async function textUpTo(
  pieces: AsyncGenerator<string, void, undefined>,
  most: number,
  onPiece: (piece: string) => void,
): Promise<{ text: string; rest: AsyncGenerator<string, void, undefined> | null }> {
  const read: string[] = [];
  let chars = 0;
  while (chars <= most) {
    const next = await pieces.next();
    if (next.done === true) return { text: read.join(""), rest: null };
    onPiece(next.value);
    read.push(next.value);
    chars += next.value.length;
  }
  const rest = (async function* () {
    yield* read.splice(0);
    for await (const piece of pieces) {
      onPiece(piece);
      yield piece;
    }
  })();
  return { text: "", rest };
}
