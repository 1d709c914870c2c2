import type { CodegenConfig } from '@graphql-codegen/cli';

/** Trusted documents: the bundle carries hashes only, the server holds the texts (persisted-documents.json). */
export function codegenConfig(schema: string, output: string): CodegenConfig {
  return {
    schema,
    documents: ['src/**/*.graphql'],
    silent: true,
    generates: {
      [output]: {
        preset: 'client',
        presetConfig: {
          fragmentMasking: false,
          persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
        },
        config: {
          enumsAsTypes: true,
          useTypeImports: true,
          strictScalars: true,
          scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', JSON: 'unknown' },
        },
      },
    },
  };
}
