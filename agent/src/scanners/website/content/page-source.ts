/** A page as it came: from a browser after its scripts have run, or as the server sent it. */
export interface PageSource {
  /** After redirects. */
  url: string;
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  html: string;
  /** What the page's scripts fetched from its own site as JSON, where a browser saw it. */
  responses?: readonly { url: string; body: string }[];
}
