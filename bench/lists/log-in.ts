// The first log-in of an owner, with the change of password that it asks for.

const ownPassword = 'a phrase that only this benchmark knows';

/** The Cookie header. */
export async function logIn(apiUrl: string, password: string): Promise<string> {
  const post = async (path: string, body: object, cookie = ''): Promise<Response> => {
    const reply = await fetch(`${apiUrl}/api/v1/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie !== '' && { cookie }) },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${path} was answered with ${reply.status}`);
    return reply;
  };
  const reply = await post('login', { name: 'owner', password });
  const cookie = reply.headers.getSetCookie()[0]!.split(';')[0]!;
  await post('password', { currentPassword: password, newPassword: ownPassword }, cookie);
  return cookie;
}
