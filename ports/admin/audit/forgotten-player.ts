// What of an entry of the audit log goes when a player is erased: who did what to which id, when and why, stays.

export interface ForgottenPlayer {
  /** The directory's. It had others before, where its server was removed from the list and came back, or it was away for long. */
  readonly playerId: string;
  /** Of its server's file, by which it is known under those. Where that was put back, somebody of another name may have it. */
  readonly characterId: number;
  /** Whose character it was: of connect tokens for other servers nothing goes. */
  readonly serverId: string;
  readonly accountId: string;
  readonly name: string;
}

interface Part {
  readonly target: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Of commands about it the arguments but for its number; of connect tokens for it on its server the account and its name. */
export function withoutPlayer<Entry extends Part>(entry: Entry, player: ForgottenPlayer): Entry {
  const { target, details } = entry;
  if ('args' in details && (target === `player:${player.playerId}` || isByNumber(entry, player)))
    return { ...entry, details: { ...details, args: onlyNumber(details['args']) } };
  const { characterName } = details;
  const isItsToken =
    target === `player-account:${player.accountId.toLowerCase()}` &&
    details['serverId'] === player.serverId.toLowerCase() &&
    isSameName(characterName, player.name);
  return isItsToken ? withoutAccount(entry) : entry;
}

/** What was done to it under an earlier id. */
function isByNumber({ target, details }: Part, player: ForgottenPlayer): boolean {
  return (
    target.startsWith('player:') &&
    details['server'] === player.serverId.toLowerCase() &&
    isOfCharacter(details['args'], player)
  );
}

/** Of a command's arguments. */
export function isOfCharacter(
  args: unknown,
  { characterId, name }: Pick<ForgottenPlayer, 'characterId' | 'name'>,
): boolean {
  const given = (args ?? {}) as { characterId?: unknown; name?: unknown };
  return given.characterId === characterId && isSameName(given.name, name);
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
