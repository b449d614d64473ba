/** A handler that did not answer in time. It may still be running. */
export class HandlerTimeout extends Error {
  override readonly name = 'HandlerTimeout';
  readonly isTransient = true;

  constructor(type: string, milliseconds: number) {
    super(`The handler of ${type} did not end within ${milliseconds} ms.`);
  }
}

/** Waits for `work`, at most so many milliseconds. */
export async function withinTime(
  type: string,
  milliseconds: number,
  work: () => Promise<void>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new HandlerTimeout(type, milliseconds)), milliseconds);
  });
  try {
    await Promise.race([work(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
