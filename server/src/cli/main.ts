import { defineCommand, renderUsage, runCommand, type ArgDef, type ArgsDef, type CommandDef } from 'citty';
import { EXIT, note, say, sayError } from './output.ts';

/** Each command in its own file, loaded when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandDef>>> = {
  serve: async () => (await import('./serve.ts')).default,
  migrate: async () => (await import('./migrate.ts')).default as CommandDef,
  import: async () => (await import('./import.ts')).default as CommandDef,
  template: async () => (await import('./template.ts')).default as CommandDef,
  metrics: async () => (await import('./metrics.ts')).default as CommandDef,
  check: async () => (await import('./check.ts')).default as CommandDef,
};

const wallchart = defineCommand({
  meta: { name: 'wallchart', description: 'Ledgers of village organisations in, figures that can be trusted out.' },
  subCommands: COMMANDS,
});

/** Runs one command; returns the exit status: 0 done, 1 refused, 2 wrongly called. */
async function main(rawArgs: readonly string[]): Promise<number> {
  const [name, ...rest] = rawArgs;
  const wantsHelp = rawArgs.includes('--help') || rawArgs.includes('-h') || name === 'help' || name === undefined;
  const load = name === undefined ? undefined : COMMANDS[name];
  if (!load) {
    if (name !== undefined && !wantsHelp) note(`wallchart: there is no command "${name}".\n`);
    say(await renderUsage(wallchart));
    return wantsHelp ? EXIT.done : EXIT.usage;
  }
  // graphql decides by it, when it is loaded, whether to check every type of every value for its origin.
  process.env['NODE_ENV'] ??= 'production';
  const command = await load();
  if (wantsHelp) {
    say(await renderUsage(command, wallchart as CommandDef));
    return EXIT.done;
  }
  const unknown = unknownFlag(rest, (command.args ?? {}) as ArgsDef);
  if (unknown !== undefined) {
    note(`wallchart ${name}: there is no option ${unknown}; see wallchart ${name} --help.`);
    return EXIT.usage;
  }
  try {
    const { result } = await runCommand(command, { rawArgs: rest });
    return typeof result === 'number' ? result : EXIT.done;
  } catch (error) {
    return sayError(error, rest.includes('--json'));
  }
}

/** The first option that a command does not know; a mistyped --dry-run must not write. */
function unknownFlag(rawArgs: readonly string[], args: ArgsDef): string | undefined {
  const known = new Set(Object.entries(args).flatMap(([name, arg]) => [name, kebab(name)].concat(aliasesOf(arg))));
  return rawArgs
    .filter((argument) => /^--?[a-z]/i.test(argument))
    .find((argument) => {
      const name = argument.replace(/^--?/, '').replace(/=.*$/, '');
      return !known.has(name) && !known.has(name.replace(/^no-/, ''));
    });
}

const aliasesOf = (arg: ArgDef): string[] => ('alias' in arg && arg.alias ? [arg.alias].flat() : []);
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const status = await main(process.argv.slice(2));
process.exit(process.exitCode ?? status);
