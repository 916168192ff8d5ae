// How a command stands, live, in words.
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Command } from '../api/models';
import { isUnderWay, wordsOf } from './command-words';
import { LiveCommands } from './live-commands';

@Component({
  selector: 'tos-command-state',
  template: `
    <p role="status" data-testid="command-state" [attr.data-state]="now().state" [class]="words().tone">
      <span class="dot" [class.busy]="busy()"></span>{{ words().sentence }}
    </p>
  `,
  styles: `
    p {
      display: flex;
      gap: var(--gap-2);
      align-items: baseline;
    }
    .dot {
      flex: none;
      width: 8px;
      height: 8px;
      border-radius: 50%;
      background: currentColor;
    }
    .busy {
      animation: breathe 0.8s ease-in-out infinite alternate;
    }
    .ok {
      color: var(--ok);
    }
    .warn {
      color: var(--warn);
    }
    .bad {
      color: var(--bad);
    }
    @keyframes breathe {
      to {
        opacity: 0.3;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommandState {
  readonly #commands = inject(LiveCommands);
  /** As it was when it was given. */
  readonly command = input.required<Command>();
  readonly now = computed(() => this.#commands.find(this.command().id) ?? this.command());
  readonly words = computed(() => wordsOf(this.now()));
  readonly busy = computed(() => isUnderWay(this.now()));
}
