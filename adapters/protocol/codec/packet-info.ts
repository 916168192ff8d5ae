// What a receiver must know of a packet before it decodes it. The table itself is generated: generated/packets.ts.

export interface PacketInfo {
  readonly id: number;
  readonly name: string;
  readonly from: 'client' | 'server' | 'both' | 'internal';
  /** `none` for internal ones, which never travel. */
  readonly channel: 'handshake' | 'unreliable' | 'sequenced' | 'reliable' | 'none';
  /**
   * From when on a client may send it: while shaking hands, in an established session, or once its player stands in the
   * world. Of what a server sends, only whether it is of the handshake.
   */
  readonly state: 'connecting' | 'connected' | 'playing' | 'none';
  /** Packets that one client may send a second, on average; 0: no limit of its own. */
  readonly ratePerSecond: number;
  /** Packets that may come at once after a pause; 0 where there is no rate. */
  readonly burst: number;
  /** Bytes of the whole message with its id. */
  readonly sizeMin: number;
  readonly sizeMax: number;
}
