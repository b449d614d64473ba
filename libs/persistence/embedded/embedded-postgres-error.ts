/** Why the embedded PostgreSQL cannot be had. */
export type EmbeddedPostgresErrorCode =
  | 'PLATFORM_UNSUPPORTED'
  | 'BINARIES_MISSING'
  | 'INSTALL_SCRIPT_NOT_RUN'
  | 'NO_UNPRIVILEGED_USER'
  | 'FOLDER_NOT_WRITABLE'
  | 'FOLDER_NOT_TRAVERSABLE'
  | 'FOLDER_IN_USE'
  | 'PORT_BUSY'
  | 'INITIALISATION_FAILED'
  | 'DATA_OF_OTHER_VERSION'
  | 'PASSWORD_LOST'
  | 'PASSWORD_REJECTED'
  | 'SERVER_DIED'
  | 'SERVER_NOT_READY';

/** Expected trouble with the embedded PostgreSQL; the message says what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
