// The console's index.html with a fresh nonce per response, and with what the API knows about the visitor's session: a
// page that had to ask would make every stranger's first visit a failed request. Read again when the file changes;
// plain words when the console has not been built.

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** What the built page holds where its nonce belongs. */
const noncePlaceholder = /__CSP_NONCE__/g;
/** And where it holds the word about the session. */
const sessionPlaceholder = '__SESSION__';

/** Whether the request for the page carried a session that is alive; unknown while the database cannot say. */
export type SessionWord = 'alive' | 'none' | 'unknown';

const notBuiltPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>TOS admin API</title></head>
<body><h1>The console is not built</h1>
<p>The admin API runs. Build the console with <code>npm run build</code> and load this page again.</p>
<p>The API's document: <a href="/api/openapi.json">/api/openapi.json</a></p></body></html>
`;

export class ConsolePage {
  #text = notBuiltPage;
  #modifiedMs = Number.NaN;

  constructor(private readonly dir: string | undefined) {}

  async render(nonce: string, session: SessionWord): Promise<string> {
    await this.#refresh();
    return this.#text.replace(noncePlaceholder, nonce).replace(sessionPlaceholder, session);
  }

  async #refresh(): Promise<void> {
    const modifiedMs = await this.#modified();
    if (modifiedMs === this.#modifiedMs) return;
    this.#text = modifiedMs === undefined ? notBuiltPage : await readFile(this.#file, 'utf8');
    this.#modifiedMs = modifiedMs ?? Number.NaN;
  }

  async #modified(): Promise<number | undefined> {
    if (this.dir === undefined) return undefined;
    try {
      return (await stat(this.#file)).mtimeMs;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  get #file(): string {
    return path.join(this.dir ?? '', 'index.html');
  }
}
