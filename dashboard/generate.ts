import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { codegenConfig } from './codegen.ts';

/*
 * Writes src/generated from the server's schema and the *.graphql files of the features.
 * --check: writes nothing, exits 1 when the committed files are stale. --schema PATH: another schema file.
 */
const here = import.meta.dirname;
const check = process.argv.includes('--check');
const schemaAt = process.argv.indexOf('--schema');
const schema = schemaAt > 0 ? String(process.argv[schemaAt + 1]) : join(here, '../server/schema.graphql');
const target = join(here, 'src/generated');
/** gql.ts repeats the text of every operation for a tag function that is not used here. */
const KEPT = ['graphql.ts', 'persisted-documents.json'] as const;

process.chdir(here);
const scratch = mkdtempSync(join(here, 'node_modules/.codegen-'));
try {
  await generate(codegenConfig(schema, `${scratch}/`), true);
  const fresh = KEPT.map((name) => [name, ours(readFileSync(join(scratch, name), 'utf8'))] as const);
  process.exitCode = check ? report(fresh) : write(fresh);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The document type comes from the client that is installed anyway; the server's list is keyed by the bare hash. */
function ours(text: string): string {
  return text.replace("'@graphql-typed-document-node/core'", "'@urql/core'").replaceAll(/^( *")sha256:/gm, '$1');
}

type Files = readonly (readonly [string, string])[];

function write(files: Files): number {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(target)) rmSync(join(target, name));
  for (const [name, text] of files) writeFileSync(join(target, name), text);
  return 0;
}

function report(files: Files): number {
  const stale = files.filter(([name, text]) => committed(name) !== text).map(([name]) => name);
  if (stale.length === 0) return 0;
  process.stderr.write(`dashboard/src/generated is stale (${stale.join(', ')}): run pnpm generate\n`);
  return 1;
}

function committed(name: string): string | null {
  try {
    return readFileSync(join(target, name), 'utf8');
  } catch {
    return null;
  }
}
