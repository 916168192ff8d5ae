// A call over HTTP that goes where its address says, whatever the environment says of proxies: `fetch` and Node's own agent
// may be told by NODE_USE_ENV_PROXY and HTTP_PROXY to hand a request with its token to somebody else, in the clear. Follows no
// redirect.

import http from 'node:http';
import https from 'node:https';

export interface DirectCall {
  readonly url: string;
  readonly method: 'PUT' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** A longer answer is none. */
  readonly answerBytesMax: number;
  readonly signal: AbortSignal;
}

export interface DirectAnswer {
  readonly status: number;
  readonly text: string;
}

/** Agents of our own: only the global ones ask the environment (nodejs.org/api/http.html#built-in-proxy-support). */
const agents = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
} as const;

/** Rejects when there is no answer, with the signal's reason where it was aborted. */
export async function callDirectly(call: DirectCall): Promise<DirectAnswer> {
  const { signal, answerBytesMax } = call;
  try {
    signal.throwIfAborted();
    const response = await answerTo(call);
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > answerBytesMax) throw new Error(`the answer is longer than ${answerBytesMax} bytes`);
      chunks.push(chunk);
    }
    return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') };
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

function answerTo({ url, method, headers, body, signal }: DirectCall): Promise<http.IncomingMessage> {
  const { protocol } = new URL(url);
  const isSecure = protocol === 'https:';
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  const options = { method, headers: { ...headers, ...length }, signal };
  return new Promise((resolve, reject) => {
    const request = isSecure
      ? https.request(url, { ...options, agent: agents['https:'] })
      : http.request(url, { ...options, agent: agents['http:'] });
    request.once('response', resolve);
    request.on('error', reject);
    request.end(body);
  });
}
