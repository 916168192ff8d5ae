// What a benchmark is: it proves that its variants do the same work, then times each in fresh processes, in turns.

export interface BenchmarkOptions {
  /** How often each variant is timed. */
  readonly rounds: number;
  /** How long one timing takes. */
  readonly seconds: number;
  /** One round, and as short as still says something. */
  readonly quick: boolean;
  /** For the benchmarks of whole servers. */
  readonly load?: {
    readonly players?: number;
    readonly creatures?: number;
    /** One of `behaviours`. */
    readonly behaviour?: string;
    readonly inputHz?: number;
    /** Threads; 0 for as many as the server takes by itself. */
    readonly gateways?: number;
  };
  progress(line: string): void;
}

export interface BenchmarkResult {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** The measurements behind the table. */
  readonly raw: unknown;
  /** Members of the JSON object beside all benchmarks' own, for those who read it by program. */
  readonly summary?: Readonly<Record<string, unknown>>;
}

export interface Benchmark {
  readonly name: string;
  readonly about: string;
  run(options: BenchmarkOptions): Promise<BenchmarkResult>;
}
