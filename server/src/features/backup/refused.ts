import { WallchartError } from '../../domain/errors.ts';

/** A file that cannot be restored; nothing has been written. */
export const refused = (path: string, reason: string, cause?: unknown): WallchartError =>
  new WallchartError('BACKUP_REFUSED', `${path} cannot be restored: ${reason} Nothing was changed.`, undefined, {
    cause,
  });
