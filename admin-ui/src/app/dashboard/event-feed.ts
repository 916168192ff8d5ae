// What happened lately, newest first. Not announced by screen readers line by line: on a busy server that would never
// end; the list is there to be read.
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FeedLine, FeedLines } from '../live/live-feed';
import { Icon, IconName } from '../ui/icon';
import { Moment } from '../ui/moment';

const icons: Record<FeedLine['kind'], IconName> = {
  joined: 'joined',
  left: 'left',
  server: 'servers',
  stream: 'alert',
};

@Component({
  selector: 'tos-event-feed',
  imports: [Icon, Moment],
  template: `
    <section class="panel" aria-labelledby="feed-head">
      <div class="panel-head"><h2 id="feed-head">Events</h2></div>
      @if (feed.lines().length === 0) {
        <p class="muted">Nobody came or went lately, and no server changed.</p>
      } @else {
        <ol tabindex="0" aria-labelledby="feed-head" data-testid="feed">
          @for (line of feed.lines(); track line.key) {
            <li [class]="line.tone">
              <tos-icon [name]="icons[line.kind]" [size]="15" />
              <span class="text"
                ><strong>{{ line.who }}</strong> {{ line.what }}</span
              >
              <tos-moment [at]="line.at" as="clock" />
            </li>
          }
        </ol>
      }
    </section>
  `,
  styles: `
    ol {
      max-height: 420px;
      overflow-y: auto;
      padding: 0 0 var(--gap-2);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--gap-2);
      padding: 4px var(--gap-4);
      color: var(--ink-2);
      font-size: var(--text-s);
    }
    strong {
      color: var(--ink);
      font-weight: 570;
    }
    .text {
      flex: 1;
      overflow-wrap: anywhere;
    }
    .ok tos-icon {
      color: var(--ok);
    }
    .warn tos-icon {
      color: var(--warn);
    }
    .bad tos-icon {
      color: var(--bad);
    }
    p {
      padding: 0 var(--gap-4) var(--gap-4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EventFeed {
  readonly feed = inject(FeedLines);
  readonly icons = icons;
}
