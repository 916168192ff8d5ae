// Sign-in, in one step or, with a second factor, in two. Says no more about a refusal than the API does; counts a lock-out
// down. Who comes with a first password chooses another before anything else, and who lacks a second factor that the role
// demands enrols one.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { FormField, form, required, submit } from '@angular/forms/signals';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { problemOf } from '../backend/problem';
import { openSecondFactorDialog } from '../access/second-factor-dialog';
import { PasswordDialog } from '../session/password-dialog';
import { Session } from '../session/session';
import { ThemeToggle } from '../ui/theme-toggle';
import { Mark } from '../ui/mark';
import { safeReturn } from '../session/safe-return';

@Component({
  selector: 'tos-login-page',
  imports: [FormField, Mark, ThemeToggle],
  templateUrl: './login-page.html',
  styleUrl: './login-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoginPage {
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #dialog = inject(MatDialog);
  protected readonly summary = viewChild<ElementRef<HTMLElement>>('note');

  /** Where to go after signing in; from the address bar. */
  readonly back = input<string>();
  /** Set when the session ended by itself. */
  readonly ended = input<string>();

  readonly fault = signal<string | null>(null);
  readonly lockedSeconds = signal(0);
  readonly shown = signal(false);
  /** The password was right; the code is still to come. */
  readonly codeDue = signal(false);
  readonly #code = signal({ code: '' });
  readonly code = form(this.#code, (path) => {
    required(path.code, { message: 'Enter the code that your app shows, or a recovery code.' });
  });
  readonly #model = signal({ name: '', password: '' });
  readonly credentials = form(this.#model, (path) => {
    required(path.name, { message: 'Enter your account name.' });
    required(path.password, { message: 'Enter your password.' });
  });
  #countdown: ReturnType<typeof setInterval> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.#countdown));
  }

  async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.lockedSeconds() > 0) return;
    this.fault.set(null);
    const sent = await submit(this.credentials, async () => {
      const { name, password } = this.#model();
      try {
        if (await this.#session.signIn(name.trim(), password)) await this.#enter();
        else this.codeDue.set(true);
      } catch (cause) {
        this.#refuse(cause);
      }
      return undefined;
    });
    if (!sent) this.credentials().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  async sendCode(event: Event): Promise<void> {
    event.preventDefault();
    if (this.lockedSeconds() > 0) return;
    this.fault.set(null);
    await submit(this.code, async () => {
      try {
        await this.#session.sendCode(this.#code().code);
        await this.#enter();
      } catch (cause) {
        this.#code.set({ code: '' });
        if (problemOf(cause).code === 'login-expired') this.codeDue.set(false);
        this.#refuse(cause);
      }
      return undefined;
    });
  }

  /** Back to name and password. */
  beginAnew(): void {
    this.codeDue.set(false);
    this.fault.set(null);
    this.#code.set({ code: '' });
    this.#model.set({ name: '', password: '' });
  }

  async #enter(): Promise<void> {
    if (this.#session.account()?.passwordChangeDue && !(await this.#choosePassword())) return;
    if (this.#session.account()?.secondFactor === 'due' && !(await this.#enrol())) return;
    // The way back leads to what was before, and not to a page that asks who is signed in to sign in.
    await this.#router.navigateByUrl(safeReturn(this.back()), { replaceUrl: true });
  }

  /** Whether a second factor is there now; whoever does not want one is signed out. */
  async #enrol(): Promise<boolean> {
    const enrolled =
      (await firstValueFrom(openSecondFactorDialog(this.#dialog, true).afterClosed())) === true;
    if (!enrolled) await this.#session.signOut();
    return enrolled;
  }

  /** Whether another password was chosen; whoever does not want to is signed out. */
  async #choosePassword(): Promise<boolean> {
    const dialog = this.#dialog.open(PasswordDialog, {
      width: '420px',
      maxWidth: 'calc(100vw - 24px)',
      disableClose: true,
      data: { first: true },
    });
    const changed = (await firstValueFrom(dialog.afterClosed())) === true;
    if (!changed) await this.#session.signOut();
    return changed;
  }

  #refuse(cause: unknown): void {
    const problem = problemOf(cause);
    this.fault.set(problem.code === 'wrong-credentials' ? 'Name or password is wrong.' : problem.message);
    if (problem.retryAfterSeconds !== undefined && problem.retryAfterSeconds > 0) {
      this.#countDown(Math.ceil(problem.retryAfterSeconds));
    }
    queueMicrotask(() => this.summary()?.nativeElement.focus());
  }

  #countDown(seconds: number): void {
    clearInterval(this.#countdown);
    this.lockedSeconds.set(seconds);
    this.#countdown = setInterval(() => {
      this.lockedSeconds.update((left) => left - 1);
      if (this.lockedSeconds() > 0) return;
      clearInterval(this.#countdown);
      this.fault.set(null);
    }, 1000);
  }
}
