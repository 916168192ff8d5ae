// Names of the maps by their keys, asked for once. Until they are known, and for maps that are gone, the key itself.
import { Injectable, inject, signal } from '@angular/core';
import { Backend } from '../backend/backend';
import { ApiProblem } from '../backend/problem';
import { Session } from '../session/session';

@Injectable({ providedIn: 'root' })
export class MapNames {
  readonly #backend = inject(Backend);
  readonly #session = inject(Session);
  readonly #names = signal<ReadonlyMap<string, string>>(new Map());

  constructor() {
    void this.#load();
  }

  of(key: string): string {
    return this.#names().get(key) ?? key;
  }

  async #load(): Promise<void> {
    if (!this.#session.may('maps:read')) return;
    try {
      this.#names.set(new Map((await this.#backend.maps()).map((map) => [map.key, map.name])));
    } catch (problem) {
      // Keys serve as well; the map page is where a failure to load maps is shown.
      if (!(problem instanceof ApiProblem)) throw problem;
    }
  }
}
