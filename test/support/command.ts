import { host } from './host.ts';

const commands = host();

/** A command that has ended. */
export interface CommandEnd {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `wallchart <args>` to its end, in a process that runs the commands of all stories of a worker: loading the code takes
 * longer than most of them. Stories about the process itself have `runWallchart`.
 */
export async function command(args: readonly string[], settings: Record<string, string>): Promise<CommandEnd> {
  const done = await commands({ kind: 'run', args, settings });
  if (done.kind !== 'run') throw new Error(`a command that gives ${done.kind}`);
  const { code, stdout, stderr } = done;
  return { code, stdout, stderr };
}
