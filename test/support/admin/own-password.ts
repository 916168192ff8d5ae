// Logging in to a running server's console as its owner; a first password is changed on the way, as it must be.

export const ownPassword = 'a phrase that only this test knows';

/** The Cookie header. `headers` go along with every request. */
export async function logInAsOwner(
  apiUrl: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const post = (path: string, body: object, more: Record<string, string> = {}) =>
    fetch(`${apiUrl}/api/v1/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers, ...more },
      body: JSON.stringify(body),
    });
  const reply = await post('login', { name: 'owner', password });
  if (reply.status !== 200) throw new Error(`the log-in was answered with ${reply.status}`);
  const cookie = reply.headers.getSetCookie()[0]!.split(';')[0]!;
  const { account } = (await reply.json()) as { account: { passwordChangeDue: boolean } };
  if (account.passwordChangeDue) {
    const change = { currentPassword: password, newPassword: ownPassword };
    const changed = await post('password', change, { cookie });
    if (changed.status !== 204) throw new Error(`the new password was answered with ${changed.status}`);
  }
  return cookie;
}

/** The same session as the Cookie header for an API at another port: the name of the cookie ends in it. */
export function atPortOf(apiUrl: string, cookie: string): string {
  return cookie.replace(/_\d+=/, `_${new URL(apiUrl).port}=`);
}
