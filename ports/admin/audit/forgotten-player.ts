// What of an entry of the audit log goes when a player is erased: who did what to which id, when and why, stays.

export interface ForgottenPlayer {
  /** The directory's. It had others before, where its server was removed from the list and came back, or it was away for long. */
  readonly playerId: string;
  /** Of its server's file, by which it is known under those. Where that was put back, somebody of another name may have it. */
  readonly characterId: number;
  /** Whose character it was: of connect tokens for other servers nothing goes. */
  readonly serverId: string;
  /** Undefined when the directory does not list it any more: any with a character of this name there. */
  readonly accountId: string | undefined;
  readonly name: string;
}

/** Whom entries and commands are about, whatever the directory's id for it was then. */
export interface AboutPlayer {
  /** The directory's now, if it lists it. */
  readonly playerId: string | undefined;
  readonly serverId: string;
  readonly characterId: number;
  /** Whose connect tokens are meant, too. */
  readonly accountId?: string | undefined;
  /** Undefined: whoever had the number, also where the name is forgotten. */
  readonly name?: string | undefined;
}

interface Part {
  readonly target: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Of commands about it the arguments but for its number; of connect tokens for it on its server the account and its name. */
export function withoutPlayer<Entry extends Part>(entry: Entry, player: ForgottenPlayer): Entry {
  const { details } = entry;
  if ('args' in details && isDoneTo(entry, player))
    return { ...entry, details: { ...details, args: onlyNumber(details['args']) } };
  return isTokenOf(entry, player) ? withoutAccount(entry) : entry;
}

/** What was done to it under any of its ids, and connect tokens where its account is given. */
export function isAboutPlayer(entry: Part, player: AboutPlayer): boolean {
  const { accountId, name } = player;
  if (isDoneTo(entry, player)) return true;
  return accountId !== undefined && name !== undefined && isTokenOf(entry, { ...player, accountId, name });
}

function isDoneTo(entry: Part, player: AboutPlayer): boolean {
  return entry.target === `player:${player.playerId}` || isByNumber(entry, player);
}

function isTokenOf(
  { target, details }: Part,
  { accountId, serverId, name }: Pick<ForgottenPlayer, 'accountId' | 'serverId' | 'name'>,
): boolean {
  const isItsAccount =
    accountId === undefined
      ? target.startsWith('player-account:')
      : target === `player-account:${accountId.toLowerCase()}`;
  return (
    isItsAccount &&
    details['serverId'] === serverId.toLowerCase() &&
    isSameName(details['characterName'], name)
  );
}

/** What was done to it under an earlier id. */
function isByNumber({ target, details }: Part, player: AboutPlayer): boolean {
  return (
    target.startsWith('player:') &&
    details['server'] === player.serverId.toLowerCase() &&
    isOfCharacter(details['args'], player)
  );
}

/** Of a command's arguments. */
export function isOfCharacter(
  args: unknown,
  { characterId, name }: Pick<AboutPlayer, 'characterId' | 'name'>,
): boolean {
  const given = (args ?? {}) as { characterId?: unknown; name?: unknown };
  return given.characterId === characterId && (name === undefined || isSameName(given.name, name));
}

function isSameName(one: unknown, other: string): boolean {
  return String(one).toLowerCase() === other.toLowerCase();
}

/** Of a connect token. */
export function withoutAccount<Entry extends Part>(entry: Entry): Entry {
  const { characterName: _, ...details } = entry.details;
  return { ...entry, target: 'player-account:erased', details };
}

/** Of a command's arguments. */
export function onlyNumber(args: unknown): Readonly<Record<string, unknown>> {
  const { characterId } = (args ?? {}) as { characterId?: unknown };
  return characterId === undefined ? {} : { characterId };
}
