// The address to go to after signing in comes from the address bar, so only paths of this console are followed.

/** `back` if it is a path within the console, else the dashboard. */
export function safeReturn(back: string | undefined): string {
  const inside = back !== undefined && /^\/(?![/\\])[^\\]*$/.test(back) && !back.startsWith('/login');
  return inside ? back : '/';
}
