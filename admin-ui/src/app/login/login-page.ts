// Sign-in. Says no more about a refusal than the API does; counts a lock-out down. Who comes with a first password
// chooses another before anything else.
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
        await this.#session.signIn(name.trim(), password);
        if (this.#session.account()?.passwordChangeDue && !(await this.#choosePassword())) return undefined;
        await this.#router.navigateByUrl(safeReturn(this.back()));
      } catch (cause) {
        this.#refuse(cause);
      }
      return undefined;
    });
    if (!sent) this.credentials().errorSummary()[0]?.fieldTree().focusBoundControl();
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
    this.fault.set(problem.status === 401 ? 'Name or password is wrong.' : problem.message);
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
