// Finds out whether somebody holds the secret half of an X25519 key: by a question that only they can answer.

export interface KeyChallenger {
  /** A new question, and the secret that must be kept until its answer comes. 64 hexadecimal digits each. */
  ask(): { readonly secret: string; readonly question: string };
  /** Whether `answer` was made for the question of this secret and this statement, with the secret half of `publicKey`. Hexadecimal; never throws for what it is given. */
  isProof(proof: {
    readonly secret: string;
    readonly publicKey: string;
    readonly statement: string;
    readonly answer: string;
  }): boolean;
}

/** What a game server claims when it registers: who it is, and where players reach it. */
export function registrationStatement(claim: {
  readonly serverId: string;
  readonly host: string;
  readonly udpPort: number;
}): string {
  return JSON.stringify(['register', claim.serverId, claim.host, claim.udpPort]);
}
