/** What can go wrong with the database in a way that the caller can act upon. */
export type DatabaseErrorCode =
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_COPIED'
  | 'DATA_FOLDER_UNUSABLE'
  | 'POSTGRES_MISSING'
  | 'POSTGRES_USER_MISSING'
  | 'POSTGRES_INIT_FAILED'
  | 'POSTGRES_START_FAILED'
  | 'POSTGRES_TOO_OLD'
  | 'DATABASE_NEWER'
  | 'DATABASE_UNREACHABLE'
  | 'TEST_SETUP';

/** An expected failure with a stable code and a message that says what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
