// Paths that only a shell would understand. In a file, a unit or a container's settings, and behind the = of a flag, no
// shell replaces anything: a folder that is really called `~` would be made in the working folder.

const home = /^~[^\\/]*(?:[\\/]|$)/;
const variable = /(?:^|[\\/])\$(?:\w+|\{\w+\})(?:[\\/]|$)|(?:^|[\\/])%\w+%(?:[\\/]|$)/;
const quoted = /^(["']).*\1$/s;

/** Said of what is allowed. */
export const writtenOut = 'written out (nothing replaces ~ and $HOME, or takes quotes away)';

export function isForShell(path: string): boolean {
  return home.test(path) || variable.test(path) || quoted.test(path);
}
