import type { WriteStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import { DatabaseError } from '@wallchart/db/errors';
import { WallchartError } from '../domain/errors.ts';
import { systemFailure } from '../domain/system-failure.ts';

/** Exit status: done; refused, with reasons; wrongly called. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** A line for people. */
export function say(line: string): void {
  process.stdout.write(`${fitFor(process.stdout, line)}\n`);
}

/** A line about progress or trouble; on stderr, so that what a program reads stays clean. */
export function note(line: string): void {
  process.stderr.write(`${fitFor(process.stderr, line)}\n`);
}

/** Colours are for terminals, and not for those who ask for none (no-color.org). */
const fitFor = ({ isTTY }: WriteStream, line: string): string =>
  isTTY && !process.env['NO_COLOR'] ? line : stripVTControlCharacters(line);

/** An answer for a program. */
export function sayJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Says what went wrong, in words or as JSON, and returns the exit status that goes with it. */
export function sayError(error: unknown, json: boolean): number {
  const known = describeError(error);
  const usage = (error instanceof Error && error.name === 'CLIError') || known?.code === 'BAD_CONFIG';
  const code = known ? known.code : usage ? 'USAGE' : 'INTERNAL';
  const message = known ? known.message : error instanceof Error ? error.message : String(error);
  if (json) sayJson({ error: { code, message: stripVTControlCharacters(message) } });
  else if (known || usage) note(`wallchart: ${message}`);
  else note(`wallchart: unexpected error: ${error instanceof Error ? (error.stack ?? message) : message}`);
  return usage ? EXIT.usage : EXIT.refused;
}

/** An error that says what to do; for one of the system or of PostgreSQL also what it says. Null for an unexpected one. */
function describeError(error: unknown): { readonly code: string; readonly message: string } | null {
  if (error instanceof WallchartError || error instanceof DatabaseError) return error;
  const failure = systemFailure(error);
  if (!failure) return null;
  const { message } = failure.cause as Error;
  return { code: failure.code, message: `${failure.message} (${message})` };
}
