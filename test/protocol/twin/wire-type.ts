// What the twin's own types have in common.

import { Measurer, Schema, type IMeasurer, type ISerialInput, type ISerialOutput } from 'typed-binary';

export type Input = ISerialInput;
export type Output = ISerialOutput;

/** A value or a byte that the standard does not allow. */
export class Misfit extends Error {}

/** Sizes are not asked for: the twin writes into a buffer that every message fits in. */
export abstract class WireType<Value> extends Schema<Value> {
  abstract override write(output: Output, value: never): void;

  override measure(_value: unknown, measurer: IMeasurer = new Measurer()): IMeasurer {
    return measurer.unbounded;
  }
}
