import type { About } from '@wallchart/db';
import type { Principal } from '../domain/principal.ts';
import type { LogLevel } from '../config/config.ts';

/** The first message to the process. */
export interface Settings {
  readonly databaseUrl: string;
  readonly logLevel: LogLevel;
  readonly logSql: boolean;
  /** Connections to the database at most. */
  readonly connections: number;
}

/** An operation that was parsed, measured and admitted before. */
export interface Request {
  readonly viewer: Principal;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

export interface Answer {
  readonly status: number;
  /** The body, as JSON. */
  readonly text: string;
  /** What it was read from. */
  readonly about: About;
}

export type ToProcess =
  | { readonly kind: 'open'; readonly settings: Settings }
  | { readonly kind: 'ask'; readonly id: number; readonly request: Request }
  /** No one waits for the answer any more; none is sent. */
  | { readonly kind: 'cancel'; readonly id: number };

export type FromProcess =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer };
