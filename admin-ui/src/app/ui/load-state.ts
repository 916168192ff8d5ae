// What a page shows in place of data: a quiet placeholder while loading, the problem with a way to try again, or
// that there is nothing and what to do about it.
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { problemOf } from '../backend/problem';
import { Icon } from './icon';

@Component({
  selector: 'tos-loading',
  template: `
    <div role="status" class="frame">
      <span class="visually-hidden">Loading {{ what() }}</span>
      @for (row of rows(); track $index) {
        <span class="bar" [style.width.%]="row"></span>
      }
    </div>
  `,
  styles: `
    .frame {
      display: grid;
      gap: 14px;
      padding: var(--gap-4);
    }
    .bar {
      height: 12px;
      border-radius: 6px;
      background: var(--surface-2);
      animation: breathe 1.4s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Loading {
  readonly what = input('');
  readonly lines = input(5);
  readonly rows = computed(() => Array.from({ length: this.lines() }, (_, i) => 92 - ((i * 37) % 45)));
}

@Component({
  selector: 'tos-problem',
  imports: [Icon],
  template: `
    <div role="alert" class="frame">
      <tos-icon name="alert" [size]="22" />
      <div>
        <p class="what">{{ problem().message }}</p>
        @for (field of problem().fields; track field.path) {
          <p>
            <code>{{ field.path }}</code>: {{ field.message }}
          </p>
        }
        @if (problem().requestId; as id) {
          <p class="muted">
            Request <code>{{ id }}</code>
          </p>
        }
      </div>
      <button class="button" type="button" (click)="again.emit()">Try again</button>
    </div>
  `,
  styles: `
    .frame {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--gap-3);
      padding: var(--gap-4);
      color: var(--bad);
    }
    .what {
      font-weight: 560;
    }
    code {
      overflow-wrap: anywhere;
    }
    div {
      flex: 1 1 200px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Problem {
  readonly cause = input.required<unknown>();
  readonly again = output();
  readonly problem = computed(() => problemOf(this.cause()));
}

@Component({
  selector: 'tos-nothing',
  template: `
    <p class="head">{{ head() }}</p>
    <p class="muted"><ng-content /></p>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: var(--gap-1);
      padding: var(--gap-6) var(--gap-4);
      text-align: center;
    }
    .head {
      font-weight: 600;
    }
    p {
      max-width: 48ch;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Nothing {
  readonly head = input.required<string>();
}
