// What account a guest's character has. A guest has no account of the admin API; its client keeps a secret, and the server
// makes an account id of it: a UUID of version 8 (RFC 9562, for uses of one's own), so that all that holds for accounts
// holds for guests. Whoever knows the secret is the guest; from the id nobody can tell the secret.

/** Whether this is the account id of a guest, in the usual text of a UUID. No login service may use such ids. */
export function isGuestAccount(accountId: string): boolean {
  return accountId[14] === '8';
}
