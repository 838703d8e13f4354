/** What a form of this page is told after it was sent. */
export interface BundleAnswer {
  readonly isDone: boolean;
  readonly message: string;
}

export const NOT_SENT: BundleAnswer = { isDone: false, message: "" };
