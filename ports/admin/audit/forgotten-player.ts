// What of an entry of the audit log goes when a player is erased: who did what to which id, when and why, stays.

export interface ForgottenPlayer {
  readonly playerId: string;
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
  if (target === `player:${player.playerId}` && 'args' in details)
    return { ...entry, details: { ...details, args: onlyNumber(details['args']) } };
  const { characterName } = details;
  const isItsToken =
    target === `player-account:${player.accountId.toLowerCase()}` &&
    details['serverId'] === player.serverId.toLowerCase() &&
    String(characterName).toLowerCase() === player.name.toLowerCase();
  return isItsToken ? withoutAccount(entry) : entry;
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
