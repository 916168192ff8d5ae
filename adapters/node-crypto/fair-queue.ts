// Who works next where few may at once. Known ones come before strangers, and both in turn by sender: who sends many
// waits behind who sends one. A full line makes room at the cost of the sender who fills most of it.

export interface Turn {
  readonly from: string;
  readonly known: boolean;
}

interface Waiter {
  readonly begin: () => void;
  readonly refuse: () => void;
}

export class FairQueue {
  readonly #known: Line;
  readonly #strangers: Line;
  #running = 0;

  /** `waitingMax` of the known ones, and as many strangers. */
  constructor(
    private readonly runningMax: number,
    waitingMax: number,
  ) {
    this.#known = new Line(waitingMax);
    this.#strangers = new Line(waitingMax);
  }

  /** Resolves with true when it may begin, and must leave then; with false when there is no room to wait. */
  enter(turn: Turn): Promise<boolean> {
    if (this.#running < this.runningMax) {
      this.#running++;
      return Promise.resolve(true);
    }
    const line = turn.known ? this.#known : this.#strangers;
    return new Promise((resolve) => {
      line.add(turn.from, { begin: () => resolve(true), refuse: () => resolve(false) });
    });
  }

  leave(): void {
    // Whoever leaves hands over its place, so the count stays.
    const next = this.#known.next() ?? this.#strangers.next();
    if (next) next.begin();
    else this.#running--;
  }
}

class Line {
  /** The first sender's turn is next. */
  readonly #bySender = new Map<string, Waiter[]>();
  #size = 0;

  constructor(private readonly waitingMax: number) {}

  add(from: string, waiter: Waiter): void {
    if (this.#size >= this.waitingMax && !this.#makeRoomFor(from)) return waiter.refuse();
    const own = this.#bySender.get(from);
    if (own) own.push(waiter);
    else this.#bySender.set(from, [waiter]);
    this.#size++;
  }

  next(): Waiter | undefined {
    const [first] = this.#bySender;
    if (!first) return undefined;
    const [from, waiters] = first;
    this.#bySender.delete(from);
    const waiter = waiters.shift();
    if (waiters.length > 0) this.#bySender.set(from, waiters);
    this.#size--;
    return waiter;
  }

  /** Refuses the last of the sender with the most, if that one has more than the newcomer would. */
  #makeRoomFor(from: string): boolean {
    let greediest: Waiter[] = [];
    for (const waiters of this.#bySender.values()) if (waiters.length > greediest.length) greediest = waiters;
    if (greediest.length <= (this.#bySender.get(from)?.length ?? 0) + 1) return false;
    greediest.pop()!.refuse();
    this.#size--;
    return true;
  }
}
