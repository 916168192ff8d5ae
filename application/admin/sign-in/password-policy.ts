// Which passwords operators may choose: long, and none that guessers try first. No composition rules: they make passwords
// worse (NIST SP 800-63B, section 3.1.1.2, which also asks for 15 characters where the password is the only factor, and
// for a list of common ones).

import type { PasswordJudge } from '#ports/admin/sign-in/password-judge.js';

export const passwordCharactersMin = 15;
/** Bounds the hasher's input; passphrases stay far below. */
export const passwordCharactersMax = 256;

/** What a guesser knows without being told. */
const productWords = [
  'tos',
  'tos-server',
  'tosserver',
  'mmorpg',
  'console',
  'admin',
  'owner',
  'moderator',
  'viewer',
];

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-too-simple';

export function findPasswordFault(
  judge: PasswordJudge,
  password: string,
  accountName: string,
): PasswordFault | undefined {
  // As the hasher takes it: one letter may be several characters, and several one.
  const hashed = password.normalize('NFKC');
  const characters = [...hashed];
  if (characters.length < passwordCharactersMin) return 'password-too-short';
  if (characters.length > passwordCharactersMax) return 'password-too-long';
  const withoutName = hashed.toLowerCase().replaceAll(accountName.toLowerCase(), '');
  if (withoutName.length < passwordCharactersMin / 2) return 'password-too-simple';
  return judge.isEasyToGuess(hashed, [accountName, ...productWords]) ? 'password-too-simple' : undefined;
}
