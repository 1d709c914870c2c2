import { defineCommand, parseArgs, renderUsage, runCommand, type ArgDef, type ArgsDef, type CommandDef } from 'citty';
import { version } from '../config/version.ts';
import { EXIT, note, say, sayError } from './output.ts';

/** Each command in its own file, loaded when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandDef>>> = {
  serve: async () => (await import('./serve.ts')).default as CommandDef,
  migrate: async () => (await import('./migrate.ts')).default as CommandDef,
  import: async () => (await import('./import.ts')).default as CommandDef,
  export: async () => (await import('./export.ts')).default as CommandDef,
  poster: async () => (await import('./poster.ts')).default as CommandDef,
  template: async () => (await import('./template.ts')).default as CommandDef,
  briefing: async () => (await import('./briefing.ts')).default as CommandDef,
  metrics: async () => (await import('./metrics.ts')).default as CommandDef,
  backup: async () => (await import('./backup.ts')).default as CommandDef,
  restore: async () => (await import('./restore.ts')).default as CommandDef,
  check: async () => (await import('./check.ts')).default as CommandDef,
  circular: async () => (await import('./circular.ts')).default as CommandDef,
  cards: async () => (await import('./cards.ts')).default as CommandDef,
};

const wallchart = defineCommand({
  meta: { name: 'wallchart', description: 'Turn ledgers of village organisations into figures you can trust.' },
  subCommands: COMMANDS,
});

/** Runs one command in this process, which goes on; returns the exit status: 0 done, 1 refused, 2 wrongly called. */
export async function run(rawArgs: readonly string[]): Promise<number> {
  const [name, ...rest] = rawArgs;
  const wantsHelp = rawArgs.includes('--help') || rawArgs.includes('-h') || name === 'help' || name === undefined;
  if (name === '--version' || name === '-v') {
    say(version());
    return EXIT.done;
  }
  const load = name === undefined ? undefined : COMMANDS[name];
  if (!load) {
    const usage = await renderUsage(wallchart);
    if (wantsHelp) say(usage);
    else note(`wallchart: unknown command "${name}".\n\n${usage}`);
    return wantsHelp ? EXIT.done : EXIT.usage;
  }
  // graphql decides by it, when it is loaded, whether to check every type of every value for its origin.
  process.env['NODE_ENV'] ??= 'production';
  const command = await load();
  if (wantsHelp) {
    say(await renderUsage(command, wallchart as CommandDef));
    return EXIT.done;
  }
  const args = (command.args ?? {}) as ArgsDef;
  try {
    const wrong = unknownFlag(rest, args) ?? valueOfSwitch(rest, args) ?? surplus(rest, args);
    if (wrong !== undefined) {
      note(`wallchart ${name}: ${wrong}; see wallchart ${name} --help.`);
      return EXIT.usage;
    }
    const { result } = await runCommand(command, { rawArgs: rest });
    return typeof result === 'number' ? result : EXIT.done;
  } catch (error) {
    return sayError(error, rest.includes('--json'));
  }
}

/** An option that the command does not know; a mistyped --dry-run must not write. */
function unknownFlag(rawArgs: readonly string[], args: ArgsDef): string | undefined {
  const known = new Set(Object.entries(args).flatMap(([name, arg]) => [name, kebab(name)].concat(aliasesOf(arg))));
  const unknown = rawArgs.filter(isFlag).find((argument) => {
    const name = nameOf(argument);
    return !known.has(name) && !known.has(name.replace(/^no-/, ''));
  });
  return unknown === undefined ? undefined : `unknown option ${unknown}`;
}

/** `--dry-run=yes`, which would be read as text, not as a switch. */
function valueOfSwitch(rawArgs: readonly string[], args: ArgsDef): string | undefined {
  const switches = new Set(
    Object.entries(args).flatMap(([name, { type }]) => (type === 'boolean' ? [kebab(name)] : [])),
  );
  const valued = rawArgs.filter(isFlag).find((flag) => flag.includes('=') && switches.has(kebab(nameOf(flag))));
  return valued === undefined ? undefined : `the option --${kebab(nameOf(valued))} takes no value`;
}

/** What is given beyond the command's own arguments: a second workbook must not be skipped in silence. */
function surplus(rawArgs: readonly string[], args: ArgsDef): string | undefined {
  const taken = Object.values(args).filter(({ type }) => type === 'positional').length;
  const [first] = parseArgs([...rawArgs], args)._.slice(taken);
  return first === undefined ? undefined : `"${first}" is not expected here`;
}

const isFlag = (argument: string): boolean => /^--?[a-z]/i.test(argument);
const nameOf = (flag: string): string => flag.replace(/^--?/, '').replace(/=.*$/s, '');

const aliasesOf = (arg: ArgDef): string[] => ('alias' in arg && arg.alias ? [arg.alias].flat() : []);
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
