// A page that the account's role does not open.
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Session } from '../session/session';
import { Nothing } from '../ui/load-state';

@Component({
  selector: 'tos-no-access-page',
  imports: [Nothing],
  template: `
    <div class="page">
      <div class="page-head"><h1>No access</h1></div>
      <section class="panel">
        <tos-nothing head="Your account may not see this page.">
          Your role is {{ account()?.role }}. An owner can change it.
        </tos-nothing>
      </section>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoAccessPage {
  readonly account = inject(Session).account;
}
