// An error on its way from one thread to another, with its type, code, message, stack and causes: structured cloning would
// leave the message alone of a class of ours.

export interface WireError {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly stack?: string | undefined;
  readonly cause?: WireError;
}

/** Classes of errors with a code, by their name: what they are made from on the other side. */
export type ErrorClasses = Readonly<Record<string, new (code: never, message: string) => Error>>;

/** The chain of causes is cut: it may be a ring. */
const causesMost = 4;

export function toWire(thrown: unknown, depth = 0): WireError {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown) };
  const { name, message, stack, cause } = thrown;
  const { code } = thrown as { code?: unknown };
  return {
    ...{ name, message, stack },
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(cause instanceof Error && depth < causesMost && { cause: toWire(cause, depth + 1) }),
  };
}

export function fromWire(wire: WireError, classes: ErrorClasses): Error {
  const { name, message, code, stack, cause } = wire;
  const known = classes[name];
  const error = known === undefined ? unknown(wire) : new known(code as never, message);
  if (stack !== undefined) error.stack = stack;
  if (cause !== undefined) error.cause = fromWire(cause, classes);
  return error;
}

function unknown({ name, message, code }: WireError): Error {
  const error = new Error(message);
  if (name !== error.name) error.name = name;
  return code === undefined ? error : Object.assign(error, { code });
}
