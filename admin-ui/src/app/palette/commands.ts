// Everything the command palette can do: places, servers, maps, theme and account.
import { Injectable, computed, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { Player } from '../api/models';
import { MapNames } from '../live/map-names';
import { LiveServers } from '../live/live-servers';
import { openSecondFactorDialog } from '../access/second-factor-dialog';
import { PasswordDialog } from '../session/password-dialog';
import { Session } from '../session/session';
import { places } from '../navigation/navigation';
import { Theme, ThemeChoice } from '../ui/theme';
import { IconName } from '../ui/icon';

export interface Command {
  readonly key: string;
  readonly icon: IconName;
  readonly name: string;
  readonly kind: string;
  /** More words that find it. */
  readonly words: string;
  run(): void;
}

const themeNames: Record<ThemeChoice, string> = { system: 'as the system', light: 'light', dark: 'dark' };
const themeIcons: Record<ThemeChoice, IconName> = { system: 'system', light: 'sun', dark: 'moon' };

@Injectable({ providedIn: 'root' })
export class Commands {
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #servers = inject(LiveServers);
  readonly #maps = inject(MapNames);
  readonly #theme = inject(Theme);
  readonly #dialog = inject(MatDialog);

  readonly all = computed<readonly Command[]>(() => [
    ...this.#places(),
    ...this.#serverCommands(),
    ...this.#mapCommands(),
    ...this.#own(),
  ]);

  forPlayer(player: Player): Command {
    const name = player.online ? `${player.name} (online)` : player.name;
    return this.#command(`player:${player.id}`, 'user', name, 'Player', '', () => {
      void this.#router.navigate(['/players'], { queryParams: { player: player.id } });
    });
  }

  #places(): Command[] {
    return places
      .filter((place) => this.#session.may(place.permission))
      .map((place) =>
        this.#command(`place:${place.path}`, place.icon, place.name, 'Page', 'go open', () => {
          void this.#router.navigateByUrl(place.path);
        }),
      );
  }

  #serverCommands(): Command[] {
    if (!this.#session.may('servers:read')) return [];
    return this.#servers.list().map((server) =>
      this.#command(
        `server:${server.id}`,
        'servers',
        server.name,
        'Server',
        `server ${server.status}`,
        () => {
          void this.#router.navigate(['/servers', server.id]);
        },
      ),
    );
  }

  #mapCommands(): Command[] {
    if (!this.#session.may('maps:read')) return [];
    const keys = new Set(this.#servers.list().flatMap((server) => server.maps));
    return [...keys].map((key) =>
      this.#command(`map:${key}`, 'map', `Map ${this.#maps.of(key)}`, 'Map', `watch live ${key}`, () => {
        void this.#router.navigate(['/map'], { queryParams: { map: key } });
      }),
    );
  }

  #own(): Command[] {
    const themes = (['system', 'light', 'dark'] as const).map((choice) =>
      this.#command(
        `theme:${choice}`,
        themeIcons[choice],
        `Theme ${themeNames[choice]}`,
        'Look',
        'mode',
        () => {
          this.#theme.choice.set(choice);
        },
      ),
    );
    return [
      ...themes,
      this.#command('password', 'key', 'Change password', 'Account', 'security', () => {
        this.#dialog.open(PasswordDialog, { width: '420px', maxWidth: 'calc(100vw - 24px)' });
      }),
      this.#command('factor', 'accounts', 'Second factor', 'Account', 'security totp code recovery', () => {
        openSecondFactorDialog(this.#dialog);
      }),
      this.#command('leave', 'leave', 'Sign out', 'Account', 'log out exit', () => void this.#signOut()),
    ];
  }

  async #signOut(): Promise<void> {
    try {
      await this.#session.signOut();
    } finally {
      void this.#router.navigateByUrl('/login');
    }
  }

  #command(key: string, icon: IconName, name: string, kind: string, words: string, run: () => void): Command {
    return { key, icon, name, kind, words, run };
  }
}
