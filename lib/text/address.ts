/** Host of a web page in lower case; `null` for pages that browsers keep from extensions and for what is no address. */
export function readableHost(url: string | null): string | null {
  if (url === null) return null;
  const match = /^https?:\/\/(?:[^/?#]*@)?([^/?#:]+)/i.exec(url);
  return match?.[1]?.toLowerCase() ?? null;
}
