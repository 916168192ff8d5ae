// How many more sessions a server takes, shared by its gateways: each takes a place for a session and gives it back.

export interface SessionPlaces {
  readonly free: number;
  /** False when there is none. Atomic among all who share the places. */
  take(): boolean;
  release(): void;
}
