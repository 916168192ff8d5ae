// How many more sessions a server takes, shared by its gateways: each takes room for a session and gives it back.

export interface SessionRoom {
  readonly free: number;
  /** False when there is none. Atomic among all who share the room. */
  take(): boolean;
  release(): void;
}
