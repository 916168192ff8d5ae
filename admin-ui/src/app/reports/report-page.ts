// One report: who reported whom for what, where both stood, what both had said in the ten minutes before, what is held against the
// player, and what becomes of the report.
import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { getReport, takeReport } from '../api/fn/functions';
import { Report } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem, problemOf } from '../backend/problem';
import { MapNames } from '../live/map-names';
import { openCommandDialog } from '../operations/command-dialog';
import { PlayerSanctions } from '../sanctions/player-sanctions';
import { Session } from '../session/session';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { Place, agoWords, outcomeWords, placeWords, reasonWords, stateOf, talkOf } from './report-words';
import { resolveForm } from './resolve-form';

@Component({
  selector: 'tos-report-page',
  imports: [Loading, Moment, Nothing, PlayerSanctions, Problem, RouterLink],
  templateUrl: './report-page.html',
  styleUrl: './report-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportPage {
  readonly #backend = inject(Backend);
  readonly #dialog = inject(MatDialog);
  readonly #session = inject(Session);
  readonly #maps = inject(MapNames);
  readonly id = input.required<string>();
  readonly loading = resource({
    params: () => this.id(),
    loader: ({ params: id }) => this.#backend.call(getReport, { id }),
  });
  /** No report bears what stands in the address. */
  readonly unknown = computed(() => [400, 404].includes(problemOf(this.loading.error()).status));
  readonly #targetId = computed(() =>
    this.loading.hasValue() ? (this.loading.value().target.playerId ?? undefined) : undefined,
  );
  /** Whose sanctions are shown, with the buttons to mute and ban. */
  readonly target = resource({
    params: () => this.#targetId(),
    loader: ({ params: id, abortSignal }) => this.#backend.player(id, abortSignal),
  });
  readonly taking = signal(false);
  readonly problem = signal<ApiProblem | null>(null);
  readonly mayResolve = this.#session.may('reports:resolve');
  readonly stateOf = stateOf;
  readonly talkOf = talkOf;
  readonly ago = agoWords;

  place(place: Place | null): string {
    return placeWords(place, (key) => this.mapOf(key));
  }

  mapOf(key: string): string {
    return this.#maps.of(key);
  }

  reasonOf({ reason }: Report): string {
    return reasonWords[reason];
  }

  outcomeOf({ outcome }: Report): string {
    return outcome === null ? '–' : outcomeWords[outcome];
  }

  isOwn({ state, takenById }: Report): boolean {
    return state === 'taken' && takenById === this.#session.account()?.id;
  }

  async take(report: Report): Promise<void> {
    this.taking.set(true);
    this.problem.set(null);
    try {
      const body = { was: report.takenById };
      this.loading.set({ ...report, ...(await this.#backend.call(takeReport, { id: report.id, body })) });
    } catch (cause) {
      const problem = problemOf(cause);
      this.problem.set(problem);
      if (isOutdated(problem)) this.loading.reload();
    }
    this.taking.set(false);
  }

  /** What somebody else did meanwhile is looked at, and not done over by a second click. */
  again(report: Report): void {
    const problem = this.problem();
    if (problem === null || !isOutdated(problem)) return void this.take(report);
    this.problem.set(null);
    this.loading.reload();
  }

  resolve(report: Report): void {
    openCommandDialog(
      this.#dialog,
      resolveForm(this.#backend, report, {
        onDone: (decided) => this.loading.set({ ...report, ...decided }),
        onOutdated: () => this.loading.reload(),
      }),
    );
  }
}

function isOutdated({ code }: ApiProblem): boolean {
  return code === 'report-taken' || code === 'report-resolved';
}
