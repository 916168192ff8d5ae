// Everything on the map as a list: the keyboard's and the screen reader's way to it. Shows at most 150 lines.
import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { EntityRow } from '../backend/live-events';
import { formatCount } from '../ui/format';
import { kindNames } from './entity-tracks';

const shownMax = 150;
/** bot-2 before bot-10. */
const byName = new Intl.Collator(undefined, { numeric: true });

/** Rows that fit, players first, then by name and id. */
export function listEntities(
  rows: readonly EntityRow[],
  typed: string,
  hidden: ReadonlySet<number>,
): readonly EntityRow[] {
  const word = typed.trim().toLowerCase();
  return rows
    .filter((row) => !hidden.has(row[1]) && (word === '' || sayEntity(row).toLowerCase().includes(word)))
    .sort((a, b) => a[1] - b[1] || byName.compare(a[4] ?? '', b[4] ?? '') || a[0] - b[0]);
}

export function sayEntity(row: EntityRow): string {
  return row[4] ?? `${kindNames[row[1]] ?? 'Entity'} ${row[0] & 0xffff}`;
}

@Component({
  selector: 'tos-entity-list',
  templateUrl: './entity-list.html',
  styleUrl: './entity-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntityList {
  readonly rows = input.required<readonly EntityRow[]>();
  readonly hiddenKinds = input.required<ReadonlySet<number>>();
  readonly selected = input.required<number | null>();
  readonly chosen = output<number>();
  readonly typed = signal('');
  readonly #fitting = computed(() => listEntities(this.rows(), this.typed(), this.hiddenKinds()));
  readonly shown = computed(() => this.#fitting().slice(0, shownMax));
  readonly summary = computed(() => {
    const all = this.#fitting().length;
    return all > shownMax ? `First ${shownMax} of ${formatCount(all)}` : `${formatCount(all)}`;
  });
  readonly say = sayEntity;
  readonly kindNames = kindNames;
}
