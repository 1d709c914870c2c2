import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import ts from 'typescript';
import type { CompatData, CompatStatement, Identifier } from '@mdn/browser-compat-data';

/** The oldest browsers that the dashboard works in. */
const OLDEST = { chrome: 90, firefox: 140 } as const;

/** A path of the source; tests run in Node. */
const INSIDE = /^(?:charts\/)?src\/(?!.*(?:\.test\.ts|\.d\.ts)$)(?!.*\btesting\b)/u;

/** Where TypeScript declares a built-in under another name than its own. */
const NAMES: Readonly<Record<string, string>> = {
  CallableFunction: 'Function',
  IteratorObject: 'Iterator',
  ReadonlyArray: 'Array',
  ReadonlyMap: 'Map',
  ReadonlySet: 'Set',
};

const { api, javascript } = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData;
const builtIns = javascript['builtins']!;

/** How many files were read, and what is wrong with them, each with its place. */
export interface Findings {
  files: number;
  newer: string[];
}

/**
 * Finds what the files below `src` and `charts/src` of a folder, `.vue` files too, use of the language's and the browser's own that an oldest browser lacks and
 * no polyfill brings. Types tell whose `at` it is, MDN's data since when a browser has it.
 * @param polyfills paths of the files that bring what is missing
 */
export function newerBuiltIns(program: ts.Program, folder: string, polyfills: readonly string[]): Findings {
  const isRead = (fileName: string): boolean => INSIDE.test(relative(folder, fileName));
  const checker = program.getTypeChecker();
  const brought = new Set(polyfills.flatMap((file) => broughtBy(readFileSync(file, 'utf8'))));
  const files = program.getSourceFiles().filter(({ fileName }) => isRead(fileName));
  const suspects = newerNames(brought);
  const newer = new Set<string>();
  for (const file of files) {
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && suspects.has(node.text)) {
        const path = pathOf(checker.getSymbolAtLocation(node), program);
        const fault = path === null || isBrought(path, brought) ? null : lackedBy(path);
        if (fault !== null) newer.add(`${relative(folder, file.fileName)}: ${path?.join('.')}, ${fault}`);
      }
      node.forEachChild(visit);
    };
    visit(file);
  }
  return { files: files.length, newer: [...newer].sort() };
}

/** `['Array', 'toSorted']` or `['structuredClone']` for a symbol that the language or the browser declares. */
function pathOf(symbol: ts.Symbol | undefined, program: ts.Program): string[] | null {
  const declaration = symbol?.declarations?.find((one) => program.isSourceFileDefaultLibrary(one.getSourceFile()));
  if (symbol === undefined || declaration === undefined) return null;
  const owner = ownerOf(declaration.parent);
  return owner === null ? [symbol.name] : [owner, symbol.name];
}

function ownerOf(parent: ts.Node): string | null {
  const named = ts.isTypeLiteralNode(parent) ? parent.parent : parent;
  if (!ts.isInterfaceDeclaration(named) && !ts.isVariableDeclaration(named)) return null;
  if (!ts.isIdentifier(named.name)) return null;
  const name = named.name.text.replace(/Constructor$/u, '');
  return NAMES[name] ?? name.replace(/^(?:Big)?(?:Int|Uint|Float)\d+(?:Clamped)?Array$/u, 'TypedArray');
}

const flat = (path: readonly string[]): string => path.join('/').toLowerCase();

/** What a file of polyfills brings: by the modules of core-js that it imports, and by what it looks for itself. */
function broughtBy(text: string): string[] {
  const modules = [...text.matchAll(/'core-js\/stable\/([\w/-]+)'/gu)].map(([, path]) => path!.replaceAll('-', ''));
  const own = [...text.matchAll(/'(\w+)' in (\w+)/gu)].map(([, name, owner]) =>
    flat(owner === 'globalThis' ? [name!] : [owner!, name!]),
  );
  return [...modules, ...own];
}

const isBrought = (path: readonly string[], brought: ReadonlySet<string>): boolean =>
  brought.has(flat(path)) || brought.has(flat(path.slice(0, 1)));

/** Names of whatever an oldest browser lacks somewhere: types take time, and no other name needs a look at them. */
function newerNames(brought: ReadonlySet<string>): ReadonlySet<string> {
  const names = [builtIns, builtIns['Intl'] ?? {}, api].flatMap((group) =>
    Object.entries(group).flatMap(([first, owner]) =>
      Object.entries({ [first]: owner, ...owner } as Record<string, Identifier>)
        .map(([name, one]) => [name.replace(/_static$/u, ''), one] as const)
        .filter(([name, one]) => !isBrought([first, name], brought) && lacking(compat(one)) !== null)
        .map(([name]) => name),
    ),
  );
  return new Set(names);
}

/** Null where every oldest browser has it, or MDN does not know it. */
function lackedBy([first, member]: readonly string[]): string | null {
  const owners = [builtIns[first!], builtIns['Intl']?.[first!], api[first!]].filter((one) => one !== undefined);
  if (member === undefined) return lacking([...owners, api['Window']?.[first!]].map(compat).find(Boolean));
  const own = membersOf(owners, member);
  // A mixin of TypeScript is no interface of MDN's: it lacks what every interface lacks.
  const all = (own.length > 0 ? own : membersOf(Object.values<Identifier>(api), member)).map(lacking);
  return all.includes(null) ? null : (all[0] ?? null);
}

/** Which of the oldest browsers lacks it, and since when others have it; null where all have it. */
function lacking(statement: CompatStatement | undefined): string | null {
  if (statement === undefined) return null;
  const faults = (['chrome', 'firefox'] as const).flatMap((browser) => {
    const whole = [statement.support[browser] ?? []]
      .flat()
      .find((one) => !one.flags && !one.prefix && !one.alternative_name && !one.partial_implementation);
    const since = Number(String(whole?.version_added).replace('≤', ''));
    if (since <= OLDEST[browser]) return [];
    return [Number.isNaN(since) ? `${browser} lacks it` : `${browser} has it from ${since} on`];
  });
  return faults.length === 0 ? null : faults.join(', ');
}

const compat = (one: Identifier | undefined): CompatStatement | undefined => one?.['__compat'];

const membersOf = (owners: readonly Identifier[], member: string): CompatStatement[] =>
  owners.flatMap((owner) => compat(owner[member] ?? owner[`${member}_static`]) ?? []);
