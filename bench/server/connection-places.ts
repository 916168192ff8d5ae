// Which client a connection id is of: by slot, a table for each gateway. A map of thousands costs more to walk.

const slots = 65_536;

export class ConnectionPlaces {
  /** By gateway: place + 1 for each slot. */
  private readonly tables: (Int32Array | undefined)[] = [];

  set(connectionId: number, place: number): void {
    const table = (this.tables[connectionId >>> 24] ??= new Int32Array(slots));
    table[connectionId & 0xffff] = place + 1;
  }

  /** -1 for nobody's. A slot's older sessions count as its newest: the client tells them apart. */
  find(connectionId: number): number {
    const table = this.tables[connectionId >>> 24];
    return table === undefined ? -1 : table[connectionId & 0xffff]! - 1;
  }
}
