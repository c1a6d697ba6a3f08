import { SKIP_REASONS } from "../../sources/file-source.ts";
import type { ByteInput } from "../byte-input.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import { isText } from "../text/text-encoding.ts";
import { textStart } from "../text/text-start.ts";
import { HeaderCursor } from "./header-cursor.ts";
import { JsonStrings } from "./json-strings.ts";
import { protobufFields } from "./protobuf.ts";
import { TokenText } from "./token-text.ts";

const VOCABULARY = /^(?:.*[._-])?(?:vocab|added_tokens|encoder|special_tokens_map)\.json$/i;
const LISTED = /^(?:.*[._-])?(?:merges|vocab|vocabulary)\.(?:txt|bpe)$|\.tiktoken$/i;
const TOKEN_IN_BASE64 = /^([A-Za-z0-9+/]+={0,2}) \d+$/;
const MAX_LINE_CHARS = 64 * 1024;
const MAX_MODEL_BYTES = 512 * 1024 * 1024;
const MAX_PIECE_BYTES = 64 * 1024;
/** Fields of SentencePiece's messages (github.com/google/sentencepiece, sentencepiece_model.proto). */
const PIECES = 1;
const PIECE = 1;

/** `tokenizer.json` of the Hugging Face library, and vocabularies that are one object from token to number. */
const jsonTokenizer: Extractor = {
  format: "tokenizer in JSON",
  matches(head, name) {
    const start = textStart(head);
    if (start === null || !/^\s*\{/.test(start)) return false;
    if (VOCABULARY.test(name)) return true;
    return /"added_tokens"\s*:\s*\[/.test(start) && /"(?:version|truncation|model)"\s*:/.test(start);
  },
  async *extract(input, { beat }) {
    const strings = new JsonStrings();
    const tokens = new TokenText();
    for await (const text of decoded(input)) {
      beat();
      for (const string of strings.push(text)) tokens.add(string);
    }
    yield* tokens.parts("vocab");
    if (strings.isOpen) throw new ExtractError(SKIP_REASONS.damaged);
  },
};

/** A token a line: vocabularies, merges as two halves of a token, and tiktoken's with its tokens in base64. */
const listedTokens: Extractor = {
  format: "list of tokens",
  matches: (head, name) => LISTED.test(name) && isText(head),
  async *extract(input, { beat }) {
    const tokens = new TokenText();
    const isMerges = /merges/i.test(input.name);
    for await (const line of linesOf(decoded(input), beat)) {
      const encoded = TOKEN_IN_BASE64.exec(line)?.[1];
      if (encoded !== undefined) tokens.add(Buffer.from(encoded, "base64").toString("utf8"));
      else tokens.add(isMerges ? line.replace(" ", "") : line);
    }
    yield* tokens.parts("vocab");
  },
};

/** A model of SentencePiece: its pieces, and nothing of how it cuts. */
const sentencePiece: Extractor = {
  format: "SentencePiece",
  // A message without magic. It begins with a piece, whose text is followed by its score.
  matches: (head) =>
    head[0] === 0x0a && head[2] === 0x0a && (head[1] ?? 0) < 0x80 && head[4 + (head[3] ?? 0)] === 0x15,
  async *extract(input, { scratch, beat }) {
    const bytes = await input.random(scratch);
    const cursor = new HeaderCursor(bytes, MAX_MODEL_BYTES);
    const tokens = new TokenText();
    try {
      for (const field of protobufFields(cursor, bytes.size)) {
        if (field.number !== PIECES || field.end === null) continue;
        beat();
        for (const { number, value, end } of protobufFields(cursor, field.end))
          if (number === PIECE && end !== null && value <= MAX_PIECE_BYTES)
            tokens.add(cursor.take(value).toString("utf8"));
      }
    } finally {
      // What was read before a fault counts.
      yield* tokens.parts("pieces");
    }
  },
};

export const TOKENIZERS: readonly Extractor[] = [jsonTokenizer, listedTokens, sentencePiece];

async function* decoded(input: ByteInput): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  for await (const piece of input.stream()) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** Lines, of which one that is too long is left out. */
async function* linesOf(
  pieces: AsyncIterable<string>,
  beat: () => void,
): AsyncGenerator<string, void, undefined> {
  let rest = "";
  for await (const piece of pieces) {
    beat();
    const lines = (rest + piece).split(/\r?\n/);
    rest = (lines.pop() ?? "").slice(0, MAX_LINE_CHARS);
    yield* lines;
  }
  yield rest;
}
