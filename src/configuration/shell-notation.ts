// Paths that only a shell, or a browser, would understand, or that only look like what they are. In a file, a unit or a container's settings, and behind the = of a
// flag, no shell replaces anything: a folder that is really called `~` would be made in the working folder. What a shell would
// replace anywhere in a path is refused, also where somebody's folder is really called so: it can have a link by another name.

/** `~`, `~/x` and `~somebody/x`, and what is left of one when a flag's = is written twice. */
const home = /^=?~[^\\/]*(?:[\\/]|$)/;
/** Of POSIX shells, with what stands in `${…}` left to them: `$HOME`, `${HOME:-/root}`, `$(pwd)`, `` `pwd` ``. PowerShell's `$env:X` is among them. */
const replaced = /\$[A-Za-z_{(]|`/;
/** Of POSIX shells, by their numbers of processes, arguments and ends: `$$`, `$@`, `$?`. `$5` stands in names of folders. */
const special = /\$[$@*#?!-]/;
/** Which files there are: `*`, `?`, `[ab]`, `{a,b}`. Windows has a `?` of its own before long paths. */
const pattern = /\*|(?<!^\\\\)\?|\[[^\]]+\]|\{[^{}]*(?:,|\.\.)[^{}]*\}/;
/** Nobody has them in a name, and lists and prompts end there. */
const control = /\p{Cc}/u;
/** Of cmd.exe, whose names begin with no digit as a rule, and may have brackets: `%TEMP%`, `%ProgramFiles(x86)%`. */
const replacedByCmd = /%[A-Za-z_][\w()]*%/;
/** A quote that opens, typed or put there by a text program, whether or not one closes. */
const quoted = /^["'“”„‘’‚«»]|["“”„«»]$/;
/** At an end of a name, where nobody sees them: left of an assignment, a list, or a file of another system's lines. */
const unseenEnd = new RegExp(
  String.raw`(?:^|[\\/])[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]|[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800](?:[\\/]|$)`,
  'u',
);
const url = /^(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|file:)/i;
/** A blank behind a backslash, as it is typed at a prompt. */
const escaped = /\\[ \t]/;
/** A specifier of systemd as a whole name, such as `%h/data`; its environment files replace none (systemd.exec(5), EnvironmentFile=). */
const specifier = /(?:^|\/)%[A-Za-z](?:\/|$)/;

/** Said of what is allowed. */
export const writtenOut =
  'written out (nothing replaces ~ and $HOME, or takes quotes and blanks around it away)';

export function isForShell(path: string): boolean {
  const all = [
    unseenEnd,
    home,
    replaced,
    special,
    pattern,
    control,
    replacedByCmd,
    quoted,
    url,
    escaped,
    specifier,
  ];
  return all.some((one) => one.test(path));
}
