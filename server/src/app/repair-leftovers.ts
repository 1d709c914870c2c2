import type { Logger } from 'pino';
import type { SystemDb } from '../database/handles.ts';
import { systemFailure } from '../domain/system-failure.ts';
import { reportLostImports } from '../features/imports/lost-imports.ts';
import { storeMissingFiles } from '../features/integrity/index.ts';

/** Reports and completes in the background what an earlier process left: imports it did not end, files it did not render. */
export function repairLeftovers(system: SystemDb, log: Logger): { readonly close: () => Promise<void> } {
  const closing = new AbortController();
  const repair = async (): Promise<void> => {
    try {
      for (const { fileName, state } of await reportLostImports(system))
        log.warn({ upload: fileName, state }, 'an import whose process ended was reported');
      const { stored, failed } = await storeMissingFiles(system, closing.signal);
      if (stored > 0) log.info({ documents: stored }, 'rendered files that were missing');
      for (const message of failed) log.error(message);
    } catch (err) {
      if (closing.signal.aborted) return;
      // A database that is lost ends the server, which says so.
      const failure = systemFailure(err);
      if (failure) log.warn(`what an earlier process left could not be looked for: ${failure.message}`);
      else log.error({ err }, 'what an earlier process left could not be looked for');
    }
  };
  const repaired = repair();
  return {
    close: () => {
      closing.abort();
      return repaired;
    },
  };
}
