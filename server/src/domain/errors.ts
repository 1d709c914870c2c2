/**
 * Every failure that a user can cause and fix has a code. The codes are part of the API: a code is never renamed,
 * and a program may rely on it; the message is for people and may be reworded.
 */
export const ERROR_CODES = [
  'UNKNOWN_CAMPAIGN',
  'UNKNOWN_UNIT',
  'UNKNOWN_CASE',
  'UNKNOWN_METRIC',
  'UNKNOWN_VALUE',
  'DIMENSION_NOT_AVAILABLE',
  'OUTSIDE_CAMPAIGN',
  'BAD_DATE',
  'BAD_CURSOR',
  'BAD_INPUT',
  'PAGE_TOO_LARGE',
  'QUERY_TOO_COMPLEX',
  'REQUEST_TOO_LARGE',
  'QUERY_TIMEOUT',
  'SERVER_BUSY',
  'NOT_TRUSTED',
  'FORBIDDEN_HOST',
  'FORBIDDEN_ORIGIN',
  'UNKNOWN_UPLOAD',
  'UPLOAD_TOO_LARGE',
  'UPLOAD_REFUSED',
  'UNKNOWN_IMPORT',
  'IMPORT_RUNNING',
  'IMPORT_REFUSED',
  'IDEMPOTENCY_KEY_REUSED',
  'UNKNOWN_CIRCULAR',
  'CIRCULAR_NOT_IN_DRAFT',
  'CIRCULAR_NOT_SEALED',
  'CIRCULAR_CHANGED_MEANWHILE',
  'CIRCULAR_CONTRADICTS_FIGURES',
  'CIRCULAR_SEALED_ALREADY',
  'NUMBER_TAKEN',
  'UNKNOWN_REMINDER',
  'REMINDER_NOT_DUE',
  'REMINDER_ISSUED',
  'REMINDER_VOID',
  'DOCUMENT_REFUSED',
  'EXPORT_BUSY',
  'NOT_BUILT',
  'BRIEFING_TOO_LARGE',
  'FILE_NOT_FOUND',
  'FILE_NOT_READABLE',
  'BAD_CONFIG',
  'PORT_TAKEN',
  'ADDRESS_UNUSABLE',
  'DATABASE_UNAVAILABLE',
  'DATABASE_BUSY',
  'DATABASE_READ_ONLY',
  'DATABASE_REFUSED',
  'DATABASE_DAMAGED',
  'DISK_FULL',
  'OUT_OF_RESOURCES',
  'FILE_NOT_ACCESSIBLE',
  'SERVER_STOPPING',
  'CHECK_FAILED',
  'BACKUP_REFUSED',
  'NOTHING_TO_BACK_UP',
  'TARGET_NOT_EMPTY',
  'ABORTED',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * An expected failure: it reaches the user as it is, with its code. Everything else that is thrown is masked as
 * INTERNAL, with an id that stands in the log.
 */
export class WallchartError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, message: string, details?: ErrorDetails, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'WallchartError';
    this.code = code;
    this.details = details;
  }
}

/** The HTTP status that goes with a code, for the routes beside GraphQL. */
export function httpStatusOf(code: ErrorCode): number {
  switch (code) {
    case 'UNKNOWN_CAMPAIGN':
    case 'UNKNOWN_UNIT':
    case 'UNKNOWN_CASE':
    case 'UNKNOWN_UPLOAD':
    case 'UNKNOWN_IMPORT':
    case 'UNKNOWN_CIRCULAR':
    case 'UNKNOWN_REMINDER':
    case 'FILE_NOT_FOUND':
    case 'NOT_FOUND':
      return 404;
    case 'FORBIDDEN_HOST':
    case 'FORBIDDEN_ORIGIN':
    case 'NOT_TRUSTED':
      return 403;
    case 'METHOD_NOT_ALLOWED':
      return 405;
    case 'REQUEST_TOO_LARGE':
    case 'UPLOAD_TOO_LARGE':
      return 413;
    case 'BRIEFING_TOO_LARGE':
      return 422;
    case 'IMPORT_RUNNING':
    case 'IDEMPOTENCY_KEY_REUSED':
    case 'CIRCULAR_NOT_IN_DRAFT':
    case 'CIRCULAR_NOT_SEALED':
    case 'CIRCULAR_CHANGED_MEANWHILE':
    case 'CIRCULAR_CONTRADICTS_FIGURES':
    case 'CIRCULAR_SEALED_ALREADY':
    case 'NUMBER_TAKEN':
    case 'REMINDER_NOT_DUE':
    case 'REMINDER_ISSUED':
    case 'REMINDER_VOID':
      return 409;
    case 'QUERY_TIMEOUT':
    case 'SERVER_BUSY':
    case 'DATABASE_UNAVAILABLE':
    case 'DATABASE_BUSY':
    case 'DATABASE_READ_ONLY':
    case 'DATABASE_REFUSED':
    case 'DATABASE_DAMAGED':
    case 'OUT_OF_RESOURCES':
    case 'FILE_NOT_ACCESSIBLE':
    case 'SERVER_STOPPING':
    case 'EXPORT_BUSY':
    case 'NOT_BUILT':
      return 503;
    case 'DISK_FULL':
      return 507;
    case 'INTERNAL':
      return 500;
    default:
      return 400;
  }
}
