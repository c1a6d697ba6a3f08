/** A page as it came: from a browser after its scripts have run, or as the server sent it. */
export interface PageSource {
  /** After redirects. */
  url: string;
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  html: string;
  /** Scripts of its own site, and what these fetched from there as JSON. */
  responses?: readonly { url: string; kind: "script" | "data"; body: string }[];
}
