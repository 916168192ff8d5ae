// What a check of ours beside a schema has to say, as parameters of its issue.

export interface SaidIssue {
  readonly reason: string;
  readonly allowed: string;
}
