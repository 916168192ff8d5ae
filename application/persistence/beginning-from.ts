import type { Journal } from '#ports/storage/journal.js';
import type { WorldBeginning } from '../game/restore-world.js';

/** Where a world goes on that is kept in this journal. */
export function beginningFrom(
  journal: Pick<Journal, 'end' | 'onGround' | 'letters' | 'listings' | 'fallen'>,
): WorldBeginning {
  const { tick, instance, document } = journal.end;
  const [ground, letters, listings] = [journal.onGround(), journal.letters(), journal.listings()];
  return { tick, instance, document, ground, letters, listings, fallen: journal.fallen() };
}
