// Generated from CharacterRecord in protocol-schema/internal.tos by `npm run codegen`; changes here are lost.
// The numbers' columns in the table characters, for its statements.

/** Behind SELECT, under the names of the fields. */
export const selected =
  'x, y, level, health, mana, kills, deaths, played_seconds AS playedSeconds, dead_ticks AS deadTicks, in_combat_ticks AS inCombatTicks, global_cooldown_ticks AS globalCooldownTicks';

/** Of INSERT. */
export const inserted =
  'x, y, level, health, mana, kills, deaths, played_seconds, dead_ticks, in_combat_ticks, global_cooldown_ticks';

export const values =
  '@x, @y, @level, @health, @mana, @kills, @deaths, @playedSeconds, @deadTicks, @inCombatTicks, @globalCooldownTicks';

/** Behind SET. */
export const assigned =
  'x = @x, y = @y, level = @level, health = @health, mana = @mana, kills = @kills, deaths = @deaths, played_seconds = @playedSeconds, dead_ticks = @deadTicks, in_combat_ticks = @inCombatTicks, global_cooldown_ticks = @globalCooldownTicks';
