// One part of a data folder (a database, a file of keys), as its adapter sees it. The folder has an id that its parts
// bear, and a list of those that are there: what is listed and is gone, empty, damaged or of another folder is a loss and
// stops the start; only what is neither listed nor there is made anew.

export type FoundPart =
  | { readonly kind: 'absent' }
  /** It is there, but holds nothing. */
  | { readonly kind: 'empty' }
  /** What is left of it cannot be the whole; `reason` a clause, such as "it has 5 bytes, not 9". */
  | { readonly kind: 'damaged'; readonly reason: string }
  /** `folderId` is undefined where it bears no id: made before folders had one. */
  | { readonly kind: 'there'; readonly folderId: string | undefined };

/**
 * - new: make it, bearing the folder's id
 * - mine: it bears the folder's id
 * - adopt: it is to bear the folder's id from now on
 */
export type PartVerdict = 'new' | 'mine' | 'adopt';

export interface FolderPart {
  /** A UUID. */
  readonly folderId: string;
  /** Throws a FolderPartError when it was lost. `path` is for people; changes nothing. */
  judge(path: string, found: FoundPart): PartVerdict;
  /**
   * It is there from now on, and bears the folder's id. Called at each opening, when its contents are on the disk; that its
   * name in the folder is, too, this makes sure of.
   */
  settle(): void;
}

export class FolderPartError extends Error {
  override readonly name = 'FolderPartError';

  constructor(
    readonly code: 'part-lost' | 'part-foreign',
    message: string,
  ) {
    super(message);
  }
}
