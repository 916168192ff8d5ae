// A call that tries a key as it stands.

/** For a POSIX shell; `origin` is that of the console, where the API is. Every key may ask what it is. */
export function exampleCall(token: string, origin: string): string {
  return [`curl ${origin}/api/v1/api-keys/current \\`, `  -H 'authorization: Bearer ${token}'`].join('\n');
}
