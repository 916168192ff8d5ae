// Who is signed in. Knows only what the API says about the account; the session itself is a cookie out of reach.
import { Injectable, computed, inject, signal } from '@angular/core';
import { Backend } from '../backend/backend';
import { OwnAccount } from '../api/models';
import { ApiProblem } from '../backend/problem';
import { SAID_SESSION } from './said-session';

/** What a role may allow; the API declares and decides. */
export type Permission = OwnAccount['permissions'][number];

@Injectable({ providedIn: 'root' })
export class Session {
  readonly #backend = inject(Backend);
  readonly #account = signal<OwnAccount | null>(null);
  /** The page of somebody without a session says so: nothing to ask, and no refused request to see in the log. */
  #asked = inject(SAID_SESSION) === 'none';

  readonly account = this.#account.asReadonly();
  readonly #permissions = computed(() => new Set(this.#account()?.permissions ?? []));

  /** Asks the API once after loading the page whether its cookie still holds; throws ApiProblem if it cannot say. */
  async restore(): Promise<OwnAccount | null> {
    if (!this.#asked) {
      try {
        this.#account.set(await this.#backend.me());
      } catch (problem) {
        if (!(problem instanceof ApiProblem) || problem.status !== 401) throw problem;
      }
      this.#asked = true;
    }
    return this.#account();
  }

  /** False when a code of the second factor is still to come. */
  async signIn(name: string, password: string): Promise<boolean> {
    const account = await this.#backend.login(name, password);
    this.#asked = true;
    this.#account.set(account);
    return account !== null;
  }

  async sendCode(code: string): Promise<void> {
    this.#account.set(await this.#backend.sendCode(code));
  }

  /** As the API has it now. */
  async refresh(): Promise<void> {
    this.#account.set(await this.#backend.me());
  }

  async changePassword(current: string, fresh: string): Promise<void> {
    await this.#backend.changePassword(current, fresh);
    this.#account.update((account) => account && { ...account, passwordChangeDue: false });
  }

  async signOut(): Promise<void> {
    try {
      await this.#backend.logout();
    } finally {
      this.ended();
    }
  }

  /** The session is over, here or on the server: forget the account. */
  ended(): void {
    this.#asked = true;
    this.#account.set(null);
  }

  may(permission: Permission): boolean {
    return this.#permissions().has(permission);
  }
}
