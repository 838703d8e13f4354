/** What a change of a user answers to its form. */

export interface UserChange {
  readonly isDone: boolean;
  readonly message: string | null;
  /** Only in the answer that follows its making. */
  readonly initialPassword: string | null;
}

export const NO_CHANGE: UserChange = { isDone: false, message: null, initialPassword: null };
