// One call to the admin API: JSON there and back, bounded in time and size. Never throws, never follows a redirect and never
// goes through a proxy of the environment's, which both would hand the token to somebody else.

import { callDirectly } from './direct-call.js';

export interface AdminRequest {
  readonly method: 'PUT' | 'POST';
  /** Below /api/v1/. */
  readonly path: string;
  readonly body: unknown;
}

export type AdminAnswer =
  | { readonly kind: 'accepted'; readonly body: unknown }
  /** The API answered that it will not; `code` is its error code. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly message: string }
  /** No answer, or one that makes no sense. */
  | { readonly kind: 'unreachable'; readonly reason: string };

export interface AdminEndpoint {
  /** Without a slash at the end, such as http://127.0.0.1:8080. */
  readonly baseUrl: string;
  readonly token: string;
  /** Asked when the token is refused: where it came from may hold another one meanwhile. */
  readonly rereadToken?: () => Promise<string | undefined>;
}

/** The longest is the one to a batch of characters: receipts of erasures, 2,000 at most of some 150 bytes. */
const answerBytesMax = 512 * 1024;

export async function askAdmin(
  { baseUrl, token }: Pick<AdminEndpoint, 'baseUrl' | 'token'>,
  { method, path, body }: AdminRequest,
  signal: AbortSignal,
): Promise<AdminAnswer> {
  try {
    const { status, text } = await callDirectly({
      url: `${baseUrl}/api/v1/${path}`,
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...{ answerBytesMax, signal },
    });
    if (status >= 300 && status < 400)
      return { kind: 'unreachable', reason: `it answers with a redirect (${status}), which is not followed` };
    if (status >= 200 && status < 300)
      return { kind: 'accepted', body: text === '' ? undefined : JSON.parse(text) };
    return { kind: 'refused', status, ...refusalIn(text) };
  } catch (error) {
    return { kind: 'unreachable', reason: reasonOf(error) };
  }
}

interface ApiError {
  readonly code?: unknown;
  readonly message?: unknown;
  /** What is wrong with which field of the body. */
  readonly fields?: readonly { readonly path?: unknown; readonly message?: unknown }[];
}

function refusalIn(text: string): { code: string; message: string } {
  try {
    const { error } = JSON.parse(text) as { error?: ApiError };
    const fault = error?.fields?.[0];
    const where = fault === undefined ? '' : ` (${String(fault.path)}: ${String(fault.message)})`;
    const message = `${String(error?.message ?? '')}${where}`;
    return { code: String(error?.code ?? 'unknown'), message: message.slice(0, 300) };
  } catch {
    // Not the admin API's own words, perhaps a proxy's page.
    return { code: 'unknown', message: text.slice(0, 200) };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Of several addresses that were tried, each says why.
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.map((one) => reasonOf(one)).join('; ');
  return error.cause instanceof Error ? error.cause.message : error.message;
}
