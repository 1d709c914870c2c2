import type { Logger } from 'pino';
import type { SystemDb } from '../database/handles.ts';
import { storeMissingFiles } from '../features/integrity/index.ts';

/** Renders in the background what an earlier process sealed or issued and did not come to render. */
export function repairFiles(system: SystemDb, log: Logger): { readonly close: () => Promise<void> } {
  const closing = new AbortController();
  const repair = async (): Promise<void> => {
    try {
      const { stored, failed } = await storeMissingFiles(system, closing.signal);
      if (stored > 0) log.info({ documents: stored }, 'rendered files that were missing');
      for (const message of failed) log.error(message);
    } catch (err) {
      if (!closing.signal.aborted) log.error({ err }, 'missing files could not be looked for');
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
