// Statements for many rows at once: a call of SQLite costs more than a row, so rows go in by the dozens.

import type { Database, Statement } from 'better-sqlite3';

const rowsAtOnce = 32;

export class ManyRows {
  readonly #many: Statement<[readonly number[]]>;
  readonly #one: Statement<[readonly number[]]>;
  readonly #values: number[];
  #used = 0;

  /** `sql` writes the statement around the rows, each of them `row`, which has `width` parameters. */
  constructor(
    db: Database,
    private readonly width: number,
    row: string,
    sql: (rows: string) => string,
  ) {
    this.#many = db.prepare<[readonly number[]]>(sql(new Array<string>(rowsAtOnce).fill(row).join(', ')));
    this.#one = db.prepare<[readonly number[]]>(sql(row));
    this.#values = new Array<number>(rowsAtOnce * width).fill(0);
  }

  /** The place of the next row's values in `values`; they are to be set before anything else is called. */
  next(): number {
    if (this.#used === rowsAtOnce) {
      this.#used = 0;
      this.#many.run(this.#values);
    }
    return this.#used++ * this.width;
  }

  get values(): number[] {
    return this.#values;
  }

  /** Carries out what is left. */
  flush(): void {
    const used = this.#used;
    this.#used = 0;
    if (used === rowsAtOnce) this.#many.run(this.#values);
    else
      for (let row = 0; row < used; row++)
        this.#one.run(this.#values.slice(row * this.width, (row + 1) * this.width));
  }

  /** Forgets what was not carried out. */
  drop(): void {
    this.#used = 0;
  }
}
