// How a session is named between threads: gateway (4 bits), generation of its slot (12 bits), slot (16 bits). The
// generation keeps what was meant for an earlier session of a slot from reaching the next one.

const generationMask = 0xfff;

export function sessionNumber(gateway: number, generation: number, slot: number): number {
  return ((gateway << 28) | ((generation & generationMask) << 16) | slot) >>> 0;
}

export function gatewayOfSession(session: number): number {
  return session >>> 28;
}

export function slotOfSession(session: number): number {
  return session & 0xffff;
}
