// Experience and levels. The curve comes from the content: curve[n] is the experience at which level n + 1 begins, so
// curve[0] is 0 and curve.length is the highest level. Experience is one growing number; the level follows from it.

/** The level that `experience` amounts to, at least 1. */
export function levelAt(curve: readonly number[], experience: number): number {
  let level = 1;
  while (experience >= (curve[level] ?? Infinity)) level++;
  return level;
}

/** The experience at which `level` began. */
export function levelStart(curve: readonly number[], level: number): number {
  return curve[level - 1] ?? 0;
}

/** The experience at which the next level begins, 0 at the highest. */
export function nextLevelStart(curve: readonly number[], level: number): number {
  return curve[level] ?? 0;
}

/** At the highest level no more experience is gathered: it could never be used, and the number would grow for ever. */
export function addExperience(curve: readonly number[], experience: number, gained: number): number {
  const last = curve[curve.length - 1] ?? 0;
  return Math.max(experience, Math.min(last, experience + gained));
}

/** What is left after a death: a share of the progress made within the level is lost, the level never. */
export function experienceAfterDeath(
  curve: readonly number[],
  level: number,
  experience: number,
  lostShare: number,
): number {
  const start = levelStart(curve, level);
  const progress = Math.max(0, experience - start);
  return experience - Math.floor(progress * lostShare);
}

// Ours, because farming far below one's level should not pay and being carried far above it should not pay well either:
// a tenth per level of difference, nothing at ten levels below, at most one and a half.
const sharePerLevel = 0.1;
const shareMax = 1.5;

/** Which part of a creature's experience a player of this level receives, 0 to 1.5. */
export function experienceFactor(playerLevel: number, creatureLevel: number): number {
  const factor = 1 + (creatureLevel - playerLevel) * sharePerLevel;
  return Math.min(shareMax, Math.max(0, factor));
}
