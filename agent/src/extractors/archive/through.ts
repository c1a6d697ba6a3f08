import type { Transform } from "node:stream";

/** Of the slice that is damaged nothing comes out, also not what is before the damage. */
const SLICE_BYTES = 32 * 1024;
const FIRST_SLICES_BYTES = 4 * 1024;

/**
 * Sends bytes through a decompressor. Where they break off or are damaged, all that could be unpacked comes out first; then
 * the error is thrown. (A pipe would throw away what is unpacked and not yet taken.)
 */
export async function* through(
  transform: Transform,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let wake = () => {};
  const state = { isBusy: false, isOver: false, error: undefined as unknown };
  const change = (to: Partial<typeof state>) => {
    Object.assign(state, to);
    wake();
  };
  transform.on("readable", () => wake());
  transform.once("end", () => change({ isOver: true }));
  transform.once("error", (error) => change({ isOver: true, error }));
  const unpacked = async function* () {
    for (;;) {
      const piece = transform.read() as Uint8Array | null;
      if (piece) yield piece;
      else if (state.isOver || !state.isBusy) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  try {
    let failure: unknown;
    try {
      // What follows the end of the data is none of it.
      for await (const piece of slices(source)) {
        state.isBusy = true;
        transform.write(piece, () => change({ isBusy: false }));
        yield* unpacked();
        if (state.isOver) break;
      }
    } catch (error) {
      failure = error;
    }
    if (!state.isOver) {
      state.isBusy = true;
      transform.end();
      yield* unpacked();
    }
    if (failure !== undefined) throw failure;
    if (state.error !== undefined) throw state.error;
  } finally {
    transform.destroy();
  }
}

async function* slices(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let size = FIRST_SLICES_BYTES;
  for await (const piece of source) {
    for (let at = 0; at < piece.length; at += size) yield piece.subarray(at, at + size);
    size = SLICE_BYTES;
  }
}
