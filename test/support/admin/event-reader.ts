// Reads server-sent events one by one, as a browser's EventSource would.

import { get, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

export interface ReadEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: unknown;
}

export class EventReader {
  readonly headers: IncomingHttpHeaders;
  readonly #events: ReadEvent[] = [];
  readonly #waiting: ((event: ReadEvent) => void)[] = [];
  readonly #ended: Promise<void>;
  #text = '';

  private constructor(
    private readonly request: ClientRequest,
    response: IncomingMessage,
  ) {
    this.headers = response.headers;
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => this.#read(chunk));
    response.on('error', () => undefined);
    this.#ended = new Promise((resolve) => response.once('close', resolve));
  }

  /** Rejects with the status when it is not 200. */
  static open(url: string, headers: Record<string, string>): Promise<EventReader> {
    return new Promise((resolve, reject) => {
      const request = get(url, { headers, agent: false });
      request.on('error', reject);
      request.on('response', (response) => {
        if (response.statusCode === 200) return resolve(new EventReader(request, response));
        response.resume();
        reject(new Error(`answered ${response.statusCode}`));
      });
    });
  }

  next(): Promise<ReadEvent> {
    const event = this.#events.shift();
    return event ? Promise.resolve(event) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Resolves when the server has ended the stream. */
  ended(): Promise<void> {
    return this.#ended;
  }

  close(): void {
    this.request.destroy();
  }

  #read(chunk: string): void {
    this.#text += chunk;
    for (let end = this.#text.indexOf('\n\n'); end >= 0; end = this.#text.indexOf('\n\n')) {
      const event = parse(this.#text.slice(0, end));
      this.#text = this.#text.slice(end + 2);
      if (!event) continue;
      const waiting = this.#waiting.shift();
      if (waiting) waiting(event);
      else this.#events.push(event);
    }
  }
}

/** Undefined for comments. */
function parse(text: string): ReadEvent | undefined {
  const fields = new Map(
    text.split('\n').map((line) => [line.split(': ', 1)[0]!, line.slice(line.indexOf(': ') + 2)]),
  );
  const event = fields.get('event');
  if (event === undefined) return undefined;
  const id = fields.get('id');
  return { event, ...(id !== undefined && { id }), data: JSON.parse(fields.get('data') ?? 'null') };
}
