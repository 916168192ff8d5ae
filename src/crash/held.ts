/** A value, and the number of the entry after which it held. */
export interface Held<T> {
  readonly number: number;
  readonly value: T;
}
