// An answer of the admin API that says no, in words fit for the page. Never carries more than the API chose to say.
import { HttpErrorResponse } from '@angular/common/http';

export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

export class ApiProblem extends Error {
  constructor(
    /** HTTP status; 0 when no answer came at all. */
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId?: string,
    readonly retryAfterSeconds?: number,
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(message);
    this.name = 'ApiProblem';
  }
}

interface ErrorBody {
  readonly error?: {
    readonly code?: string;
    readonly message?: string;
    readonly requestId?: string;
    readonly retryAfterSeconds?: number;
    readonly fields?: readonly FieldFault[];
  };
}

/** Turns whatever a request failed with into an ApiProblem. */
export function problemOf(cause: unknown): ApiProblem {
  if (cause instanceof ApiProblem) return cause;
  if (!(cause instanceof HttpErrorResponse)) {
    return new ApiProblem(0, 'unexpected', cause instanceof Error ? cause.message : String(cause));
  }
  if (cause.status === 0) {
    return new ApiProblem(0, 'unreachable', 'The admin API cannot be reached. It may be restarting.');
  }
  const said = bodyOf(cause.error)?.error;
  const headerSeconds = Number(cause.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = said?.retryAfterSeconds ?? (Number.isFinite(headerSeconds) ? headerSeconds : undefined);
  return new ApiProblem(
    cause.status,
    said?.code ?? `http-${cause.status}`,
    said?.message ?? `The admin API answered with status ${cause.status}.`,
    said?.requestId,
    retryAfter,
    said?.fields ?? [],
  );
}

/** Of a call whose answer is none, or a text, the refusal comes as text, too. */
function bodyOf(error: unknown): ErrorBody | null {
  if (typeof error !== 'string') return error as ErrorBody | null;
  try {
    return JSON.parse(error) as ErrorBody | null;
  } catch {
    return null;
  }
}
