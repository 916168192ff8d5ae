// The address to go to after signing in comes from the address bar, so only paths of this console are followed.

/** `back` if it is a path within the console, else the dashboard. Of several, as who writes an address may name, the first. */
export function safeReturn(said: string | readonly string[] | undefined): string {
  const back = typeof said === 'string' ? said : said?.[0];
  const inside = back !== undefined && /^\/(?![/\\])[^\\]*$/.test(back) && !back.startsWith('/login');
  return inside ? back : '/';
}
