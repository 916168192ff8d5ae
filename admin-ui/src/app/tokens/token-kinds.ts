// What kinds of tokens there are, what each opens, and a call that tries one as it stands.
import { TokenKind } from '../api/models';

interface Kind {
  readonly value: TokenKind;
  readonly name: string;
  readonly means: string;
}

export const tokenKinds: readonly Kind[] = [
  { value: 'game-server', name: 'Game server', means: 'one server registers with it and reports' },
  { value: 'login-service', name: 'Login service', means: 'gets connect tokens for players with accounts' },
];

export interface CallParts {
  readonly kind: TokenKind;
  readonly token: string;
  /** Of the console, where the API is. */
  readonly origin: string;
  /** A server that players can be let in to, if one is known. */
  readonly serverId: string | undefined;
}

/**
 * For a POSIX shell. A game server's asks for a challenge, which changes nothing and binds the token to no server. A login
 * service's gets a connect token of a made-up account; it expires unused.
 */
export function exampleCall({ kind, token, origin, serverId }: CallParts): string {
  const id = serverId ?? crypto.randomUUID();
  const [path, body] =
    kind === 'game-server'
      ? [`servers/${id}/challenge`, {}]
      : [
          'connect-tokens',
          {
            accountId: crypto.randomUUID(),
            characterName: 'Example',
            clientKey: someKey(),
            serverId: id,
          },
        ];
  return [
    `curl -X POST ${origin}/api/v1/${path} \\`,
    `  -H 'authorization: Bearer ${token}' \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n');
}

/** 32 random bytes in hexadecimal: as good a public key as any. */
function someKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
