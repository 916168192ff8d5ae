// Which passwords operators may choose: long, and not their own name. No composition rules: they make passwords worse
// (NIST SP 800-63B, section 3.1.1.2, which also asks for 15 characters where the password is the only factor).

export const passwordCharactersMin = 15;
/** Bounds the hasher's input; passphrases stay far below. */
export const passwordCharactersMax = 256;

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-too-simple';

export function findPasswordFault(password: string, accountName: string): PasswordFault | undefined {
  const characters = [...password];
  if (characters.length < passwordCharactersMin) return 'password-too-short';
  if (characters.length > passwordCharactersMax) return 'password-too-long';
  // "aaaaaaaaaaaaaaa" and "ownerownerowner": long, and the first thing anyone tries.
  if (new Set(characters).size < 5) return 'password-too-simple';
  const withoutName = password.toLowerCase().replaceAll(accountName.toLowerCase(), '');
  if (withoutName.length < passwordCharactersMin / 2) return 'password-too-simple';
  return undefined;
}
