import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { buildSchema, isEnumType, type GraphQLSchema } from 'graphql';
import { codegenConfig } from './codegen.ts';

/*
 * Writes src/generated from the server's schema and the *.graphql files of the features, and for the charts the enums that they share.
 * --check: writes nothing, exits 1 when the committed files are stale. --schema PATH: another schema file.
 */
const here = import.meta.dirname;
const check = process.argv.includes('--check');
const schemaAt = process.argv.indexOf('--schema');
const schema = schemaAt > 0 ? String(process.argv[schemaAt + 1]) : join(here, '../server/schema.graphql');
const FOLDERS = ['src/generated', 'charts/src/generated'];
/** gql.ts repeats the text of every operation for a tag function that is not used here. */
const KEPT = ['graphql.ts', 'persisted-documents.json'] as const;
/** Enums of the API that charts are drawn from. */
const SHARED = ['Dimension', 'MetricFormat', 'MetricId'] as const;

type Files = readonly (readonly [path: string, text: string])[];

process.chdir(here);
const scratch = mkdtempSync(join(here, 'node_modules/.codegen-'));
try {
  await generate(codegenConfig(schema, `${scratch}/`), true);
  const fresh: Files = [
    ...KEPT.map((name) => [`src/generated/${name}`, ours(readFileSync(join(scratch, name), 'utf8'))] as const),
    ['charts/src/generated/enums.ts', enumsOf(buildSchema(readFileSync(schema, 'utf8')))],
  ];
  process.exitCode = check ? report(fresh) : write(fresh);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Documents are of the dashboard's own type, fragments are in them already; the server's list is keyed by the bare hash. */
function ours(text: string): string {
  return text
    .replace(
      "import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core'",
      "import type { TrustedDocument } from '../api/document.ts'",
    )
    .replaceAll(/^export const \w+FragmentDoc = .*\n/gm, '')
    .replaceAll(
      /\{"__meta__":\{"hash":"([\w:]+)"\}\} as unknown as DocumentNode</g,
      "{ hash: '$1' } as TrustedDocument<",
    )
    .replaceAll(/^( *")sha256:/gm, '$1');
}

function enumsOf(api: GraphQLSchema): string {
  const unions = SHARED.map((name) => {
    const type = api.getType(name);
    if (!isEnumType(type)) throw new RangeError(`the schema has no enum ${name}`);
    return `export type ${name} =\n${type
      .getValues()
      .map(({ value }) => `  | '${value}'`)
      .join('\n')};\n`;
  });
  return unions.join('\n');
}

function write(files: Files): number {
  for (const folder of FOLDERS) {
    rmSync(join(here, folder), { recursive: true, force: true });
    mkdirSync(join(here, folder), { recursive: true });
  }
  for (const [path, text] of files) writeFileSync(join(here, path), text);
  return 0;
}

function report(files: Files): number {
  const stale = files.filter(([path, text]) => committed(path) !== text).map(([path]) => path);
  if (stale.length === 0) return 0;
  process.stderr.write(`stale in dashboard: ${stale.join(', ')}; run pnpm generate\n`);
  return 1;
}

function committed(path: string): string | null {
  try {
    return readFileSync(join(here, path), 'utf8');
  } catch {
    return null;
  }
}
