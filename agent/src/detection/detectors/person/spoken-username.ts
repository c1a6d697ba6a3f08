import type { Detector } from "../../detector.ts";

/** A sentence or a note says it, with nothing but a space between. */
export const spokenUsername: Detector = {
  id: "username-said",
  entityType: "USERNAME",
  rule: "pii.online.handle",
  category: "person",
  companion: true,
  format: "Letters and digits behind the word for a user's name, in a sentence.",
  names: [
    ...[
      "username",
      "user name",
      "username is",
      "user name is",
      "userid is",
      "user id is",
      "login is",
      "login",
    ],
    ...["gebruikersnaam", "gebruikersnaam is", "inlognaam is", "benutzername", "benutzername ist"],
    ...[
      "nom d'utilisateur",
      "nom d'utilisateur est",
      "nombre de usuario es",
      "snapchat",
      "skype",
      "gamertag",
    ],
  ],
  looseName: true,
  pattern: /(?=[A-Za-z._-]{0,30}\d)[A-Za-z][A-Za-z\d._-]{4,30}(?![\w@:([{\\/$%-]|\.\w)/,
  check: ({ value }) =>
    /[A-Za-z]{3}/.test(value) &&
    !/^(?:v|version|user|page|step|part|screen|attempt|form|test|http|sha|base|utf|oauth|ipv)[-_.]?\d/i.test(
      value,
    )
      ? { reasons: ["in a field for a user's name"] }
      : null,
  confidence: { bare: 0.5, context: 0.5 },
  visible: { head: 0, tail: 0 },
  references: ["GDPR, art. 4(1) and recital 30"],
  examples: {
    match: ["my user name is tjalke84", "username pwhitcombe84", "login: kotter99", "snapchat: anneliese_99"],
    ignore: ["username is required", "login oauth2", "user name is user12", "login page2"],
  },
};
