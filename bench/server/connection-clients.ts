// Which client a connection id is of: by the session's row, a table for each gateway. A map of thousands costs more to walk.

const rows = 65_536;

export class ConnectionClients {
  /** By gateway: the client's index + 1 for each session's row. */
  private readonly tables: (Int32Array | undefined)[] = [];

  set(connectionId: number, client: number): void {
    const table = (this.tables[connectionId >>> 24] ??= new Int32Array(rows));
    table[connectionId & 0xffff] = client + 1;
  }

  /** -1 for nobody's. A row's older sessions count as its newest: the client tells them apart. */
  find(connectionId: number): number {
    const table = this.tables[connectionId >>> 24];
    return table === undefined ? -1 : table[connectionId & 0xffff]! - 1;
  }
}
