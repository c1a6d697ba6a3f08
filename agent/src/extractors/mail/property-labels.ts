/** What the properties of vCards and calendars are called in words. Others go by their own names. */
export const PROPERTY_LABELS: Record<string, string> = {
  FN: "Full name",
  NICKNAME: "Nickname",
  SORT_STRING: "Name",
  BDAY: "Date of birth",
  BIRTHPLACE: "Place of birth",
  DEATHDATE: "Date of death",
  DEATHPLACE: "Place of death",
  GENDER: "Gender",
  ADR: "Address",
  LABEL: "Address",
  TEL: "Phone",
  EMAIL: "Email",
  ORG: "Organisation",
  TITLE: "Job title",
  NOTE: "Note",
  ORGANIZER: "Organizer",
  ATTENDEE: "Attendee",
  SUMMARY: "Subject",
  DESCRIPTION: "Description",
  LOCATION: "Location",
};

/** Parameters that say how to read or show a value; all others may name a person. */
export const TECHNICAL_PARAMETERS = new Set(
  (
    "TYPE PREF VALUE ENCODING CHARSET LANGUAGE FMTTYPE MEDIATYPE TZID ALTID PID INDEX LEVEL CALSCALE SORT-AS CUTYPE ROLE PARTSTAT RSVP " +
    "RANGE RELATED RELTYPE FBTYPE SCHEDULE-AGENT SCHEDULE-STATUS SCHEDULE-FORCE-SEND X-NUM-GUESTS"
  ).split(" "),
);

/** Properties of the format, and of time zones: nothing of a person is in them. */
export const TECHNICAL_PROPERTIES = new Set(
  (
    "BEGIN END VERSION PRODID CALSCALE METHOD REV SEQUENCE DTSTAMP TRANSP CLASS STATUS PRIORITY TZID TZOFFSETFROM TZOFFSETTO TZNAME " +
    "TZURL RRULE EXDATE TRIGGER ACTION CREATED LAST-MODIFIED KIND MAILER"
  ).split(" "),
);

/** What the attributes of a directory are called in words (RFC 4519, RFC 2798), by their names in small letters. */
export const ATTRIBUTE_LABELS: Record<string, string> = {
  cn: "Full name",
  displayname: "Full name",
  sn: "Last name",
  givenname: "First name",
  mail: "Email",
  telephonenumber: "Phone",
  mobile: "Phone",
  homephone: "Phone",
  facsimiletelephonenumber: "Fax",
  postaladdress: "Address",
  homepostaladdress: "Address",
  registeredaddress: "Address",
  street: "Street",
  l: "City",
  postalcode: "Postal code",
  o: "Organisation",
  title: "Job title",
  uid: "Username",
  userpassword: "Password",
  dateofbirth: "Date of birth",
  birthdate: "Date of birth",
  employeenumber: "Employee number",
};
