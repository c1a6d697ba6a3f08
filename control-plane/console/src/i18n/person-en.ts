/** The search for one person. */
export const personEn = {
  kind: "A person: where someone's data stands (GDPR 15 and 17)",
  short: "Search for a person",
  intro:
    "For a request of access or erasure (GDPR 15 and 17). What you enter is sealed in this browser to the agents below: the control plane cannot read it, and erases it when the search ends. You are told where the data stands, never what it says.",
  source: "Where to search",
  sourceHint: "Every row or file is read, which takes longer than a sampled scan.",
  noSource:
    "No connected agent takes searches for a person. Set subjectSearch: true in an agent's policy; the source must be a database or a folder.",
  cannotSeal:
    "This browser cannot seal what you enter (X25519). Use a current Chrome, Edge, Firefox or Safari, over https.",
  sealedTo: "Sealed to",
  compare:
    "Compare the key with what dataguardian agent status says on that machine: a control plane in the wrong hands could show another one.",
  fields: {
    bsn: "BSN",
    name: "Name",
    birthDate: "Date of birth",
    email: "E-mail address",
    phone: "Phone number",
    iban: "Bank account (IBAN)",
    text: "Customer number or another code",
  },
  hints: {
    name: "Given name and family name. A name alone may be another person's.",
    birthDate: "Makes a name sure where both stand in one row.",
  },
  faults: {
    bsn: "This is no BSN: nine digits that pass the eleven-test.",
    name: "Enter a given name and a family name.",
    birthDate: "Enter a date.",
    email: "Enter an address such as name@example.org.",
    phone: "Enter the number with its area code, or with its country such as +31.",
    iban: "This is no IBAN.",
    text: "Enter 4 characters or more.",
    empty: "Enter at least one thing that the person is recognised by.",
    birthDateAlone: "A date of birth alone tells nobody apart. Enter a name beside it.",
  },
  files: "Also look into files in columns of bytes",
  filesHint: "Letters, scans and archives that the database keeps. Of many of them that takes hours.",
  submit: "Seal and search",
  places: "Where the person's data stands",
  placesHint: "Places and numbers only. What was searched for has been erased.",
  none: "Found nowhere in what was searched",
  noneText: (scanned: string, seen: string) =>
    `${scanned} of ${seen} were searched. See below what was left out before you answer the request.`,
  table: "Table or file",
  column: "Column",
  what: "What",
  rows: "Rows",
  certainty: "How sure",
};
