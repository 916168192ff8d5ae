// The frame around every page: navigation, live state, palette, account. Starts the live stream with the session and
// ends it with it.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  DOCUMENT,
  ElementRef,
  computed,
  inject,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatDialog } from '@angular/material/dialog';
import { MatMenuModule } from '@angular/material/menu';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter, map, pairwise, startWith } from 'rxjs';
import { LiveConnection } from '../live/live-connection';
import { FeedLines } from '../live/live-feed';
import { LiveMetrics } from '../live/live-metrics';
import { LiveServers } from '../live/live-servers';
import { OpenProposals } from '../approvals/open-proposals';
import { openSecondFactorDialog } from '../access/second-factor-dialog';
import { openSessionsDialog } from '../access/sessions-dialog';
import { PasswordDialog } from '../session/password-dialog';
import { KnownHealth } from '../system-health/known-health';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { LiveBadge } from './live-badge';
import { LiveBanner } from './live-banner';
import { type ConsolePage, places } from '../navigation/navigation';
import { PaletteOpener } from '../palette/palette-opener';
import { Theme, ThemeChoice } from '../ui/theme';

/** As many places as fit beside each other at the foot of a phone; the others stand behind "More". */
const footPlaces = 4;

@Component({
  selector: 'tos-shell',
  imports: [Icon, LiveBadge, LiveBanner, Mark, MatMenuModule, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown)': 'palette.onKey($event)' },
})
export class Shell {
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #dialog = inject(MatDialog);
  readonly #live = inject(LiveConnection);
  readonly #proposals = inject(OpenProposals);
  readonly #health = inject(KnownHealth);
  readonly #stores = [
    inject(LiveMetrics),
    inject(LiveServers),
    inject(FeedLines),
    this.#proposals,
    this.#health,
  ];
  protected readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  readonly palette = inject(PaletteOpener);
  readonly theme = inject(Theme);
  readonly themes: readonly ThemeChoice[] = ['system', 'light', 'dark'];

  readonly account = this.#session.account;
  readonly places = computed(() => places.filter((place) => this.#session.may(place.permission)));
  readonly foot = computed(() =>
    this.places().length > footPlaces + 1 ? this.places().slice(0, footPlaces) : this.places(),
  );
  readonly #counts = {
    proposals: { total: this.#proposals.total, says: 'waiting' },
    faults: { total: this.#health.faults, says: 'not well' },
  } as const;
  readonly more = computed(() => this.places().slice(this.foot().length));
  /** Of places behind "More". */
  readonly moreCounts = computed(() =>
    this.more()
      .map((place) => this.countOf(place))
      .filter((one) => one !== null),
  );
  readonly moreTotal = computed(() => this.moreCounts().reduce((sum, { total }) => sum + total, 0));
  readonly moreSays = computed(() =>
    this.moreCounts()
      .map(({ total, says }) => `${total} ${says}`)
      .join(', '),
  );
  readonly commandKey = /mac|iphone|ipad/i.test(inject(DOCUMENT).defaultView?.navigator.platform ?? '')
    ? '⌘K'
    : 'Ctrl K';

  constructor() {
    const servers = inject(LiveServers);
    const feed = inject(FeedLines);
    if (this.#session.may('servers:read')) void servers.load();
    if (this.#session.may('live:read')) {
      this.#live.start();
      void feed.load();
    }
    if (this.#session.may('players:approve')) this.#proposals.start();
    if (this.#session.may('servers:read')) this.#health.start();
    this.#live.refused
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.#leave({ back: this.#router.url, ended: true }));
    inject(DestroyRef).onDestroy(() => {
      this.#live.stop();
      for (const store of this.#stores) store.clear();
    });
    this.#focusPageAfterNavigation();
  }

  /** Null where there is nothing to count, or nothing was counted. */
  countOf({ counts }: ConsolePage): { readonly total: number; readonly says: string } | null {
    if (counts === undefined) return null;
    const { total, says } = this.#counts[counts];
    return total() > 0 ? { total: total(), says } : null;
  }

  openPassword(): void {
    this.#dialog.open(PasswordDialog, { width: '420px', maxWidth: 'calc(100vw - 24px)' });
  }

  openSessions(): void {
    openSessionsDialog(this.#dialog);
  }

  openSecondFactor(): void {
    openSecondFactorDialog(this.#dialog);
  }

  async signOut(): Promise<void> {
    try {
      await this.#session.signOut();
    } finally {
      this.#leave({});
    }
  }

  skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  #leave(queryParams: Record<string, string | boolean>): void {
    this.#session.ended();
    this.#dialog.closeAll();
    void this.#router.navigate(['/login'], { queryParams, replaceUrl: true });
  }

  /** A new page takes the focus, as a page load would; a change of the query alone does not. */
  #focusPageAfterNavigation(): void {
    this.#router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/, 1)[0]),
        startWith(this.#router.url.split(/[?#]/, 1)[0]),
        pairwise(),
        filter(([from, to]) => from !== to),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.main().nativeElement.focus({ preventScroll: true }));
  }
}
