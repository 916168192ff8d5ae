// The command palette: a text field that filters commands; arrows choose, Enter runs (ARIA combobox with a listbox).
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { Backend } from '../backend/backend';
import { Player } from '../api/models';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Command, Commands } from './commands';
import { matchCommands } from './match-commands';

const shownMost = 12;
const playersMost = 5;
const typingPauseMs = 180;

@Component({
  selector: 'tos-palette',
  imports: [Icon],
  templateUrl: './palette.html',
  styleUrl: './palette.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Palette {
  readonly #commands = inject(Commands);
  readonly #backend = inject(Backend);
  readonly #session = inject(Session);
  readonly #reference = inject<MatDialogRef<Palette>>(MatDialogRef);
  protected readonly list = viewChild<ElementRef<HTMLElement>>('list');

  readonly typed = signal('');
  /** The first one with each letter, at once: Enter may follow before anything was drawn. */
  readonly chosen = linkedSignal({ source: this.typed, computation: () => 0 });
  readonly #players = signal<readonly Player[]>([]);
  readonly shown = computed<readonly Command[]>(() => {
    const fixed = matchCommands(this.#commands.all(), this.typed(), shownMost);
    return [...fixed, ...this.#players().map((player) => this.#commands.forPlayer(player))];
  });
  readonly status = computed(() =>
    this.shown().length === 0 ? 'Nothing fits' : `${this.shown().length} fit`,
  );

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      const typed = this.typed().trim();
      clearTimeout(timer);
      timer = setTimeout(() => void this.#findPlayers(typed), typingPauseMs);
    });
    effect(() => {
      this.list()?.nativeElement.children[this.chosen()]?.scrollIntoView({ block: 'nearest' });
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  onKey(event: KeyboardEvent): void {
    const count = this.shown().length;
    if (event.key === 'ArrowDown') this.chosen.update((at) => (at + 1) % Math.max(1, count));
    else if (event.key === 'ArrowUp') this.chosen.update((at) => (at - 1 + count) % Math.max(1, count));
    else if (event.key === 'Enter') this.run(this.shown()[this.chosen()]);
    else return;
    event.preventDefault();
  }

  /** Not what comes to lie under a pointer at rest, while somebody types. */
  point({ movementX, movementY }: PointerEvent, at: number): void {
    if (movementX !== 0 || movementY !== 0) this.chosen.set(at);
  }

  run(command: Command | undefined): void {
    if (command === undefined) return;
    this.#reference.close();
    this.#reference.afterClosed().subscribe(() => command.run());
  }

  async #findPlayers(typed: string): Promise<void> {
    if (typed.length < 2 || !this.#session.may('players:read')) return this.#players.set([]);
    try {
      const page = await this.#backend.players({
        search: typed,
        online: null,
        limit: playersMost,
        cursor: null,
      });
      if (this.typed().trim() === typed) this.#players.set(page.players);
    } catch {
      // The palette stays useful without players; the players page says what is wrong.
      this.#players.set([]);
    }
  }
}
