// Holds what the API answers to its own document: an error that the document does not name for its route is a fault of either.

import type { OpenAPIObject } from '@nestjs/swagger';

interface Route {
  readonly method: string;
  readonly parts: readonly string[];
  /** By status. */
  readonly codes: ReadonlyMap<number, readonly string[]>;
}

/** Of what HTTP itself is wrong, before any route is known. */
const ofNoRoute: ReadonlySet<string> = new Set([
  ...[
    'invalid-http',
    'unknown-transfer-coding',
    'expectation-failed',
    'headers-too-large',
    'request-timeout',
  ],
  ...['method-not-allowed', 'not-found'],
]);

export class DocumentedRefusals {
  readonly #routes: readonly Route[];

  constructor({ paths }: OpenAPIObject) {
    // What supervisors ask has bodies of its own.
    const ofApi = Object.entries(paths).filter(([path]) => path.startsWith('/api/'));
    this.#routes = ofApi.flatMap(([path, operations]) =>
      Object.entries(
        operations as Record<string, { responses: Record<string, { description: string }> }>,
      ).map(([method, { responses }]) => ({
        method: method.toUpperCase(),
        parts: path.split('/'),
        codes: new Map(
          Object.entries(responses).map(([status, { description }]) => [
            Number(status),
            description.split(', '),
          ]),
        ),
      })),
    );
  }

  /** Throws where the document does not name it. */
  require(method: string, url: string, status: number, body: string): void {
    if (status < 400) return;
    const code = codeIn(body);
    if (code === undefined || ofNoRoute.has(code)) return;
    const asked = method === 'HEAD' ? 'GET' : method;
    const parts = url.split('?', 1)[0]!.split('/');
    const route = this.#routes.find((one) => one.method === asked && fits(one.parts, parts));
    if (route === undefined || route.codes.get(status)?.includes(code) === true) return;
    throw new Error(
      `${method} ${url} was refused with ${status} ${code}, which the document does not name there`,
    );
  }
}

function codeIn(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { error?: { code?: string } }).error?.code;
  } catch {
    return undefined;
  }
}

function fits(parts: readonly string[], sent: readonly string[]): boolean {
  return parts.length === sent.length && parts.every((part, i) => part === sent[i] || part.startsWith('{'));
}
