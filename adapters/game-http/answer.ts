// An answer of the game server's HTTP, and what all of them carry.

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export function failure(status: number, code: string, message: string): Answer {
  return json(status, { error: { code, message } });
}

export function json(status: number, body: unknown): Answer {
  return { status, contentType: 'application/json; charset=utf-8', body: `${JSON.stringify(body)}\n` };
}

export function headersOf({ contentType, body }: Answer): Record<string, string> {
  return {
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
}
