// The entity chosen on the map: what it is, where it is, and whether the view goes with it.
import { ChangeDetectionStrategy, Component, computed, input, model, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EntityRow } from '../backend/live-events';
import { Icon } from '../ui/icon';
import { sayEntity } from './entity-list';
import { kindNames } from './entity-tracks';
import { sayPoint } from './world-crs';

@Component({
  selector: 'tos-selected-entity',
  imports: [Icon, RouterLink],
  template: `
    <div class="head">
      <span class="mark kind-{{ row()[1] }}" aria-hidden="true"></span>
      <h2>{{ name() }}</h2>
      <button
        class="button quiet small"
        type="button"
        aria-label="Choose nobody"
        title="Choose nobody"
        (click)="closed.emit()"
      >
        <tos-icon name="close" [size]="16" />
      </button>
    </div>
    <dl class="facts">
      <dt>Kind</dt>
      <dd>{{ kind() }}</dd>
      <dt>Position</dt>
      <dd data-testid="selected-position">{{ place() }}</dd>
      <dt>Entity id</dt>
      <dd>
        <code>{{ row()[0] }}</code>
      </dd>
    </dl>
    <div class="actions">
      <button
        class="button small"
        type="button"
        [attr.aria-pressed]="following()"
        (click)="following.set(!following())"
      >
        <tos-icon name="target" [size]="16" />{{ following() ? 'Following' : 'Follow' }}
      </button>
      @if (row()[1] === 1 && row()[4]) {
        <a class="button small" routerLink="/players" [queryParams]="{ search: row()[4] }">Player</a>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-3);
      padding: var(--gap-3) var(--gap-4);
      border-bottom: 1px solid var(--line);
    }
    .head {
      display: flex;
      align-items: center;
      gap: var(--gap-2);
    }
    h2 {
      flex: 1;
      overflow-wrap: anywhere;
    }
    .actions {
      display: flex;
      gap: var(--gap-2);
    }
    .actions [aria-pressed='true'] {
      background: var(--accent-soft);
      border-color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelectedEntity {
  readonly row = input.required<EntityRow>();
  readonly following = model.required<boolean>();
  readonly closed = output();
  readonly name = computed(() => sayEntity(this.row()));
  readonly kind = computed(() => kindNames[this.row()[1]] ?? 'Entity');
  readonly place = computed(() => sayPoint({ x: this.row()[2], y: this.row()[3] }));
}
