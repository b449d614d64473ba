/** Why a local broker cannot be had. */
export type LocalBrokerErrorCode =
  | 'JAVA_MISSING'
  | 'JAVA_TOO_OLD'
  | 'MAVEN_MISSING'
  | 'MAVEN_FAILED'
  | 'PORT_BUSY'
  | 'FOLDER_NOT_WRITABLE'
  | 'FOLDER_IN_USE'
  | 'FORMAT_FAILED'
  | 'BROKER_DIED'
  | 'BROKER_NOT_READY';

/** Expected trouble with the local broker; the message says what to do. */
export class LocalBrokerError extends Error {
  override readonly name = 'LocalBrokerError';

  constructor(
    readonly code: LocalBrokerErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
