// The fact log in the plain way: a list of objects. The log in columns must behave like it.

export interface PlainFact {
  readonly kind: number;
  readonly tick: number;
  readonly numbers: readonly number[];
  readonly text: string | undefined;
}

export class PlainFactLog {
  facts: PlainFact[] = [];
  dropped = 0;
  refused = 0;
  reserved = 0;
  /** How many of `facts` each reader has read. */
  read: number[] = [];

  constructor(
    readonly isDurable: (kind: number) => boolean,
    readonly informingMax: number,
    readonly durableMax: number,
  ) {}

  get durableCount(): number {
    return this.facts.filter(({ kind }) => this.isDurable(kind)).length;
  }

  reserve(facts: number): boolean {
    const fits = this.durableCount + this.reserved + facts <= this.durableMax;
    if (fits) this.reserved += facts;
    else this.refused++;
    return fits;
  }

  /** Whether it was kept. A durable one takes of what is reserved. */
  add(fact: PlainFact): boolean {
    if (this.isDurable(fact.kind)) this.reserved--;
    else if (this.facts.length - this.durableCount >= this.informingMax) {
      this.dropped++;
      return false;
    }
    this.facts.push(fact);
    return true;
  }

  forget(): void {
    const read = Math.min(this.facts.length, ...this.read);
    this.facts = this.facts.slice(read);
    this.read = this.read.map((next) => next - read);
  }
}
