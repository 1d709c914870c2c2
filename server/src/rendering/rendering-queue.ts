import pLimit from 'p-limit';
import { WallchartError } from '../domain/errors.ts';

export interface QueueOptions {
  /** Works at the same time; each may hold a picture of some 10 MB. */
  readonly atOnce?: number;
  /** Works that wait at most; more are refused. */
  readonly waiting?: number;
}

export type RenderingQueue = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Lets a few renderings run at a time and a bounded number wait, so that a burst of requests costs time and not memory.
 * The queue throws WallchartError EXPORT_BUSY when too many wait.
 */
export function renderingQueue({ atOnce = 2, waiting = 64 }: QueueOptions = {}): RenderingQueue {
  const limit = pLimit(atOnce);
  return async (work) => {
    if (limit.pendingCount >= waiting) {
      throw new WallchartError(
        'EXPORT_BUSY',
        `${waiting} files are waiting to be made. Ask again in a moment. 正在生成的文件过多，请稍后再试。`,
      );
    }
    return limit(work);
  };
}
