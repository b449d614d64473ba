/** Why a bulletin could not be rendered; a closed list. */
export type BulletinRenderingErrorCode =
  /** The snapshot contradicts itself: a sum printed in the bulletin would be false. */
  | 'figures-disagree'
  /** The program that makes the PDF ended without an answer, or answered something unreadable. */
  | 'pdf-program-failed'
  /** The template, the fonts and the text do not make a valid PDF/UA-1 document. */
  | 'pdf-refused'
  | 'pdf-time-limit'
  | 'pdf-memory-limit';

export class BulletinRenderingError extends Error {
  override readonly name = 'BulletinRenderingError';

  constructor(
    readonly code: BulletinRenderingErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Whether the same rendering can succeed later; a false snapshot or a refused document cannot. */
  get isTransient(): boolean {
    return (
      this.code === 'pdf-program-failed' || this.code === 'pdf-time-limit' || this.code === 'pdf-memory-limit'
    );
  }
}
