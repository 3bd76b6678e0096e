/** Address or host as a reader types it, in the form of `location.host`; `null` for what is none. */
export function readSiteName(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  try {
    const { protocol, hostname } = new URL(text.includes('://') ? text : `https://${text}`);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}
