// An address that leads nowhere.
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Nothing } from '../ui/load-state';

@Component({
  selector: 'tos-not-found-page',
  imports: [Nothing, RouterLink],
  template: `
    <div class="page">
      <div class="page-head"><h1>Not found</h1></div>
      <section class="panel">
        <tos-nothing head="There is no page at this address.">
          Perhaps it was renamed. <a routerLink="/">Go to the dashboard</a>
        </tos-nothing>
      </section>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {}
