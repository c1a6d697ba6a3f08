import { expect, test } from "vitest";
import { ApiError, errorFromReply } from "../api/errors.ts";
import { errorSentence } from "./error-sentence.ts";
import { textFor } from "./text.tsx";

const nl = textFor("nl", "nl", () => {});

test("a known code is told in the reader's language, an unknown one in the server's words", () => {
  const known = errorFromReply(403, { error: { code: "needs_role", message: "This needs the role admin." } });
  expect(errorSentence(nl, known)).toBe(nl.t.errors.needs_role);
  const unknown = errorFromReply(409, { error: { code: "new_code", message: "Do this instead." } });
  expect(errorSentence(nl, unknown)).toBe("Do this instead.");
});

test("headings are no codes: a server that sends `title` does not get one back", () => {
  expect(errorSentence(nl, new ApiError(400, "title", "What it means."))).toBe("What it means.");
});

test("better-auth's flat errors, a proxy's HTML and a dead connection all become sentences", () => {
  expect(errorFromReply(401, { code: "INVALID_EMAIL_OR_PASSWORD", message: "no" })).toMatchObject({
    status: 401,
    code: "INVALID_EMAIL_OR_PASSWORD",
  });
  expect(errorSentence(nl, errorFromReply(502, null))).toBe(nl.t.errors.server);
  expect(errorSentence(nl, new ApiError(0, "network", ""))).toBe(nl.t.errors.network);
  expect(errorSentence(nl, new TypeError("x"))).toBe(nl.t.errors.unexpected);
});
