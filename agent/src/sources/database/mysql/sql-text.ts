/** A name as SQL takes it, whatever is in it. */
export const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

/** A text as SQL takes it, in a session where a backslash is a character as any other (see `connect`). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A table's whole name. */
export const qualified = ({ schema, name }: { schema?: string | undefined; name: string }): string =>
  `${schema === undefined ? "" : `${quoted(schema)}.`}${quoted(name)}`;
