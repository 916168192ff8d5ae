// How a session is named between threads: gateway (4 bits), generation of its row there (12 bits), row (16 bits). The
// generation keeps what was meant for an earlier session of a row from reaching the next one.

const generationMask = 0xfff;

export function sessionNumber(gateway: number, generation: number, row: number): number {
  return ((gateway << 28) | ((generation & generationMask) << 16) | row) >>> 0;
}

export function gatewayOfSession(session: number): number {
  return session >>> 28;
}

export function rowOfSession(session: number): number {
  return session & 0xffff;
}
