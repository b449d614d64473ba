/** Thrown when the reference files cannot be used. Names every problem with its file and place. */
export class ReferenceDataError extends Error {
  override readonly name = 'ReferenceDataError';

  constructor(
    readonly folder: string,
    readonly problems: readonly string[],
  ) {
    super(
      `The reference data in ${folder} cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
  }
}
