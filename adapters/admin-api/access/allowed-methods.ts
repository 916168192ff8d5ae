// Which methods an address takes, for the refusal of the others: 405 with Allow instead of "nothing here".

import type { DeclaredRoute } from './list-routes.js';

export class AllowedMethods {
  readonly #routes: readonly { readonly parts: readonly string[]; readonly method: string }[];

  /** `isPage`: a page or a file of the console, which is only read. */
  constructor(
    routes: readonly DeclaredRoute[],
    private readonly isPage: (path: string) => boolean,
  ) {
    this.#routes = routes.map(({ path, method }) => ({ parts: path.split('/'), method }));
  }

  /** Of a path as it was sent; empty when no route has it. */
  of(path: string): readonly string[] {
    const sent = path.split('/');
    const methods = new Set<string>();
    for (const { parts, method } of this.#routes) {
      if (!fits(parts, sent)) continue;
      methods.add(method);
      if (method === 'GET') methods.add('HEAD');
    }
    if (methods.size === 0 && this.isPage(path)) return ['GET', 'HEAD'];
    return [...methods].sort();
  }
}

function fits(parts: readonly string[], sent: readonly string[]): boolean {
  return (
    parts.length === sent.length &&
    parts.every((part, i) => part === sent[i] || (part.startsWith(':') && sent[i] !== ''))
  );
}
