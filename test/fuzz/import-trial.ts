import { setTimeout as wait } from 'node:timers/promises';
import { GraphRefused, queryGraph } from '../support/graphql.ts';
import type { Reply } from './send.ts';

interface Job {
  id: string;
  state: string;
  message: string | null;
}

const ENDS_WITHIN_MS = 30_000;

/**
 * Imports what was uploaded, as a trial that writes nothing.
 *
 * @returns what is wrong: a trial that neither checks the file nor refuses it; null for nothing
 */
export async function importTrial(url: string, reply: Reply): Promise<string | null> {
  if (reply.status !== 201) return null;
  const { upload } = JSON.parse(reply.body) as { upload: string };
  const fields = '{ id state message(lang: EN) }';
  try {
    const started = await queryGraph<{ startImport: Job }>(
      url,
      `mutation ($upload: ID!) { startImport(upload: $upload, dryRun: true) ${fields} }`,
      { upload },
    );
    let job = started.startImport;
    for (const end = Date.now() + ENDS_WITHIN_MS; job.state === 'RUNNING' && Date.now() < end; await wait(50)) {
      const { importJob } = await queryGraph<{ importJob: Job }>(
        url,
        `query ($id: ID!) { importJob(id: $id) ${fields} }`,
        {
          id: job.id,
        },
      );
      job = importJob;
    }
    return ['RUNNING', 'FAILED'].includes(job.state) ? `import ${job.state}: ${job.message ?? ''}` : null;
  } catch (error) {
    // One import at a time, and documents are not imports: the client gets an error for both.
    if (error instanceof GraphRefused) return null;
    throw error;
  }
}
