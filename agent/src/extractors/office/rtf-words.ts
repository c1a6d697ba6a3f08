/** What a control word is for the reader of text (RTF 1.9.1, appendix B). */

/** Characters that are written as words. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["cell", "\t"],
  ["nestcell", "\t"],
  ["emdash", "\u2014"],
  ["endash", "\u2013"],
  ["lquote", "\u2018"],
  ["rquote", "\u2019"],
  ["ldblquote", "\u201c"],
  ["rdblquote", "\u201d"],
  ["bullet", "\u2022"],
  ["enspace", " "],
  ["emspace", " "],
  ["qmspace", " "],
]);

/** Ends of lines; those of paragraphs are blanks within a cell. */
export const LINE_ENDS: ReadonlySet<string> = new Set(["line", "row", "nestrow", "sect", "page", "column"]);

/** Groups that hold nothing of the document's. Any other optional group that is not known here is passed over too. */
export const SKIPPED: ReadonlySet<string> = new Set([
  ...["colortbl", "stylesheet", "listtable", "listoverridetable", "rsidtbl", "generator", "themedata"],
  ...["colorschememapping", "datastore", "latentstyles", "xmlnstbl", "blipuid", "pgdsctbl", "nonshppict"],
  ...["bkmkstart", "bkmkend", "atnref", "atrfstart", "atrfend", "atntime", "atndate", "atnparent"],
  ...["atnid", "panose", "falt", "fname", "template", "creatim", "revtim", "printim", "buptim"],
]);

/** Optional groups whose text is the document's all the same. */
export const SHOWN: ReadonlySet<string> = new Set([
  ...["shppict", "shpinst", "do", "ud", "docvar", "formfield", "userprops", "mailmerge", "fldinst", "xe"],
]);

/** Properties of the document in its `\info` group. */
export const PROPERTIES: ReadonlySet<string> = new Set([
  ...["author", "operator", "manager", "company", "title", "subject", "keywords", "doccomm", "category"],
  "hlinkbase",
]);

/** Text beside the text: under which member it stands, and why it is not seen. */
export const ASIDES: ReadonlyMap<string, { member?: string; hidden: string | null }> = new Map([
  ...["header", "headerl", "headerr", "headerf"].map(
    (name) => [name, { member: "headers", hidden: null }] as const,
  ),
  ...["footer", "footerl", "footerr", "footerf"].map(
    (name) => [name, { member: "footers", hidden: null }] as const,
  ),
  ["footnote", { member: "footnotes", hidden: null }],
  ["annotation", { hidden: "comment" }],
]);

/** Groups whose text is taken whole and then looked at. */
export const CAPTURES: ReadonlySet<string> = new Set([
  ...PROPERTIES,
  ...[
    "atnauthor",
    "revtbl",
    "docvar",
    "propname",
    "staticval",
    "ffdeftext",
    "ffl",
    "ffhelptext",
    "ffstattext",
  ],
  ...["sn", "sv", "mmconnectstr", "mmconnectstrdata", "mmquery", "mmdatasource"],
]);
