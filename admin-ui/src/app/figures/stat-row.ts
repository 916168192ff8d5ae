// The figures that tell at a glance whether a server is well.
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { GameServer, Telemetry } from '../api/models';
import { MetricPoint } from '../live/metric-history';
import { figureNow } from './figure-now';
import { bytesAmount, formatCount, formatMs, formatPercent, unknown } from '../ui/format';
import { StatTile, Tone } from '../ui/stat-tile';

/** One tick of 60 a second. */
export const tickBudgetMs = 1000 / 60;
const runLength = 90;

interface Metrics {
  readonly points: readonly MetricPoint[];
  readonly latest: Telemetry | null;
}

export function tickTone(tickMsP99: number): Tone {
  if (tickMsP99 >= tickBudgetMs) return 'bad';
  return tickMsP99 >= tickBudgetMs * 0.75 ? 'warn' : 'plain';
}

/** A rate of 0 is one not measured yet. */
export function rateTone(tickRate: number): Tone {
  if (tickRate === 0 || tickRate >= 58) return 'plain';
  return tickRate >= 50 ? 'warn' : 'bad';
}

@Component({
  selector: 'tos-stat-row',
  imports: [StatTile],
  template: `
    <div class="tiles">
      <tos-stat-tile
        id="players"
        name="Players online"
        [value]="count(now(server().players))"
        [unit]="'of ' + count(server().playersMax)"
        [note]="entities()"
        [run]="run('players')"
      />
      <tos-stat-tile
        id="tick"
        name="Tick time p99"
        [value]="ms(now(server().tickMsP99))"
        unit="ms"
        [note]="'p50 ' + ms(now(server().tickMsP50)) + ' ms'"
        [tone]="tone()"
        [run]="run('tickMsP99')"
      />
      <tos-stat-tile
        id="rate"
        name="Tick rate"
        [value]="ms(now(server().tickRate))"
        unit="Hz"
        [note]="cpu()"
        [tone]="rateTone()"
      />
      <tos-stat-tile
        id="packets-in"
        name="Packets in"
        [value]="count(now(server().packetsInPerSecond))"
        unit="/s"
        [note]="traffic('in')"
        [run]="run('packetsInPerSecond')"
      />
      <tos-stat-tile
        id="packets-out"
        name="Packets out"
        [value]="count(now(server().packetsOutPerSecond))"
        unit="/s"
        [note]="traffic('out')"
        [run]="run('packetsOutPerSecond')"
      />
      <tos-stat-tile
        id="memory"
        name="Memory"
        [value]="memory().value"
        [unit]="memory().unit"
        [note]="heap()"
        [run]="run('memoryBytes')"
      />
      <tos-stat-tile
        id="rtt"
        name="Round trip p50"
        [value]="rtt()"
        unit="ms"
        [note]="rttNote()"
        [more]="loss()"
      />
    </div>
  `,
  styles: `
    :host {
      display: block;
      container-type: inline-size;
    }
    .tiles {
      display: grid;
      grid-template-columns: repeat(7, minmax(0, 1fr));
      gap: 1px;
      overflow: hidden;
      border: 1px solid var(--line);
      border-radius: var(--corner-big);
      background: var(--line);
    }
    @container (max-width: 980px) {
      .tiles {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
      tos-stat-tile:last-child {
        grid-column: span 2;
      }
    }
    @container (max-width: 600px) {
      .tiles {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatRow {
  readonly server = input.required<GameServer>();
  readonly metrics = input.required<Metrics>();
  readonly count = formatCount;
  readonly ms = formatMs;

  readonly #latest = computed(() => this.metrics().latest);
  readonly tone = computed(() => tickTone(this.now(this.server().tickMsP99) ?? 0));
  readonly rateTone = computed(() => rateTone(this.now(this.server().tickRate) ?? 0));
  readonly memory = computed(() => bytesAmount(this.now(this.server().memoryBytes)));
  readonly rtt = computed(() =>
    (this.now(this.server().players) ?? 0) > 0 ? formatMs(this.#latest()?.rttMsP50) : unknown,
  );
  readonly entities = computed(() => this.#note((it) => `${formatCount(it.entities)} entities`));
  readonly cpu = computed(() => this.#note((it) => `CPU ${formatPercent(it.cpuPercent)} %`));
  readonly heap = computed(() =>
    this.#note((it) => `heap ${bytesAmount(it.heapBytes).value} ${bytesAmount(it.heapBytes).unit}`),
  );
  readonly rttNote = computed(() =>
    this.#note((it) => (it.players === 0 ? 'nobody connected' : `p99 ${formatMs(it.rttMsP99)} ms`)),
  );
  readonly loss = computed(() =>
    this.#note((it) => (it.players === 0 ? '' : `loss ${formatPercent(it.lossPercent)} %`)),
  );

  traffic(way: 'in' | 'out'): string {
    return this.#note((it) => {
      const { value, unit } = bytesAmount(way === 'in' ? it.bytesInPerSecond : it.bytesOutPerSecond);
      return `${value} ${unit}/s`;
    });
  }

  run(figure: Exclude<keyof MetricPoint, 'atMs'>): readonly number[] {
    return this.metrics()
      .points.slice(-runLength)
      .map((point) => point[figure])
      .filter((value) => value !== null);
  }

  now(figure: number | null): number | null {
    return figureNow(this.server(), figure);
  }

  #note(say: (telemetry: Telemetry) => string): string {
    const latest = this.#latest();
    return latest === null || this.server().status === 'offline' ? '' : say(latest);
  }
}
