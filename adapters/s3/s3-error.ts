// What S3 and the way to it answer, as codes of the port. Messages are for operators: what, where, what to look at.

import { BlobStoreError, type BlobStoreErrorCode } from '#ports/storage/files/blob-store.js';

interface Answered {
  readonly name?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const credentials = ['SignatureDoesNotMatch', 'InvalidAccessKeyId', 'AccessDenied', 'Forbidden', '403'];

/** No such object. A bucket that is not there is none of these. */
export function isAbsent(error: unknown): boolean {
  const { name, $metadata } = error as Answered;
  return (
    name === 'NoSuchKey' ||
    name === 'NotFound' ||
    ($metadata?.httpStatusCode === 404 && name !== 'NoSuchBucket')
  );
}

export function blobStoreErrorFrom(error: unknown, place: string): unknown {
  if (error instanceof BlobStoreError) return error;
  const [code, message] = judge(error as Answered, place);
  return new BlobStoreError(code, message, { cause: error });
}

function judge(error: Answered, place: string): [BlobStoreErrorCode, string] {
  const status = error.$metadata?.httpStatusCode;
  const name = error.name ?? 'Error';
  const said = `${name}${error.message === undefined || error.message === '' ? '' : `: ${error.message}`}`;
  if (name === 'NoSuchBucket')
    return ['refused', `${place}: there is no such bucket; make it, or name another`];
  if (isAbsent(error)) return ['not-found', `${place}: no such object`];
  if (credentials.includes(name) || status === 401 || status === 403)
    return ['refused', `${place} refuses the access key or its secret, or what they may do (${said})`];
  if (name === 'EntityTooLarge' || name === 'QuotaExceeded' || status === 413 || status === 507)
    return ['full', `${place} takes no more (${said})`];
  // Without an answer there was none: refused connections, names that are not known, time-outs.
  if (status === undefined || status === 503 || status === 504)
    return ['unreachable', `${place} cannot be reached, or does not answer (${said})`];
  return ['failed', `${place}: ${said} (HTTP ${status})`];
}
