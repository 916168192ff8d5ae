// Where a request goes, as each of our HTTP servers reads it (RFC 9112 section 3.2).

/** What proxies send: the whole address. Whatever host it names was reached. */
const absoluteForm = /^https?:\/\/[^/?#]*/i;

/** The target as a path, with its query: of `http://host/health?x` it is `/health?x`. Others stay as they are. */
export function originForm(target: string): string {
  const rest = target.replace(absoluteForm, '');
  return rest === target || rest.startsWith('/') ? rest : `/${rest}`;
}

/** What of a request is asked here, as Node has it: names and values in turn. */
interface Head {
  readonly httpVersion: string;
  readonly rawHeaders: readonly string[];
}

/** One Host; HTTP/1.0 may do without. */
export function hasFitHost({ httpVersion, rawHeaders }: Head): boolean {
  const hosts = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}
