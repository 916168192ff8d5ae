// A button whose act is under way: pressed again it does nothing, and it keeps the focus. A disabled one loses it, and who works
// by keyboard would begin at the top of the page again.
import { Directive, ElementRef, inject, input } from '@angular/core';

@Directive({ selector: 'button[tosBusy]', host: { '[attr.aria-disabled]': 'tosBusy() || null' } })
export class Busy {
  readonly tosBusy = input.required<boolean>();

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLButtonElement>>(ElementRef);
    // Before the button's own listeners, and before a form is sent.
    const hold = (event: Event): void => {
      if (!this.tosBusy()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    nativeElement.addEventListener('click', hold, { capture: true });
  }
}
