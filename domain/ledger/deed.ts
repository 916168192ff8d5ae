// What is being done, by whom: what every fact of the ledger says besides what it did to which stack.

import { LedgerVerb } from '../vocabulary/generated/words.js';

/** Reused: whoever decides a request or an event fills it before it calls the rules. */
export class Deed {
  verb: LedgerVerb = LedgerVerb.start;
  /** Id of the stored character who does it, or to whom it happens; 0 for nobody. */
  character = 0;
  /** Id of the one on the other side, 0 for nobody. */
  counterpart = 0;
  /** Key of the request, 0 for the rules alone. */
  command = 0;

  is(verb: LedgerVerb, character: number, counterpart = 0, command = 0): this {
    this.verb = verb;
    this.character = character;
    this.counterpart = counterpart;
    this.command = command;
    return this;
  }
}
