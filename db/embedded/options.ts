/** A step of a start or stop that may take a moment, and a sentence for people. */
export interface Progress {
  step: 'user' | 'moved' | 'initialise' | 'recover' | 'start' | 'ready' | 'stop';
  message: string;
}

export interface EmbeddedOptions {
  /** The data folder; made if missing. */
  dataDir: string;
  onProgress?: (progress: Progress) => void;
  /** Called when PostgreSQL is on its way: the moment to do what need not wait for it. */
  onSpawned?: () => void;
  /** Called with the last that it wrote, if PostgreSQL ends without having been asked to. */
  onUnexpectedExit?: (lastWords: string) => void;
  /** False for throw-away data: nothing is forced to disk. Default true. */
  durable?: boolean;
  /** Aborted to end a start that is under way: PostgreSQL is stopped again, and the start rejects with its reason. */
  signal?: AbortSignal;
}
