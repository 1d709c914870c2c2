/** Progress is written once a second at most: every write is one that other processes may have to look at. */
const EVERY_MS = 1_000;

export interface ProgressWriter<T> {
  /** What has been reached; written unless something was less than a second ago. */
  readonly report: (progress: T) => void;
  /** Resolves when nothing is being written; what is reported later is dropped. */
  readonly close: () => Promise<void>;
}

/** Writes progress now and then. A write that fails is dropped: the next one tells more. */
export function progressWriter<T>(write: (progress: T) => Promise<unknown>, everyMs = EVERY_MS): ProgressWriter<T> {
  let writing: Promise<void> | undefined;
  let lastMs = -Infinity;
  let closed = false;
  return {
    report: (progress) => {
      const now = performance.now();
      if (closed || writing || now - lastMs < everyMs) return;
      lastMs = now;
      writing = write(progress).then(
        () => void (writing = undefined),
        () => void (writing = undefined),
      );
    },
    close: async () => {
      closed = true;
      await writing;
    },
  };
}
