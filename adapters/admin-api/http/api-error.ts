// A refusal on its way to the client, and the body it becomes.

import { errorCodes, type ErrorCode } from './error-codes.js';

export interface FieldFault {
  /** Dotted: 'entities.3.1'. Empty for the whole. */
  readonly path: string;
  readonly message: string;
}

export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly requestId: string;
    readonly fields?: readonly FieldFault[];
    readonly retryAfterSeconds?: number;
  };
}

export class ApiError extends Error {
  readonly status: number;
  readonly fields: readonly FieldFault[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** Of `method-not-allowed`: what the address takes. */
  readonly allow: readonly string[] | undefined;

  constructor(
    readonly code: ErrorCode,
    more: { fields?: readonly FieldFault[]; retryAfterSeconds?: number; allow?: readonly string[] } = {},
  ) {
    const [status, message] = errorCodes[code];
    super(message);
    this.status = status;
    this.fields = more.fields;
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.allow = more.allow;
  }

  toBody(requestId: string): ErrorBody {
    return {
      error: {
        code: this.code,
        message: this.message,
        requestId,
        ...(this.fields && { fields: this.fields }),
        ...(this.retryAfterSeconds !== undefined && { retryAfterSeconds: this.retryAfterSeconds }),
      },
    };
  }
}

/** The success branch of a use case's result; its refusal becomes an ApiError with the same code. */
export function accept<R extends { ok: true } | { ok: false; reason: ErrorCode; retryAfterSeconds?: number }>(
  result: R,
): Extract<R, { ok: true }> {
  if (result.ok) return result as Extract<R, { ok: true }>;
  const { reason, retryAfterSeconds } = result;
  throw new ApiError(reason, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
}
