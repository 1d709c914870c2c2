import { dirname } from 'node:path';
import { proxyCreateProgram } from '@volar/typescript';
import * as vue from '@vue/language-core';
import ts from 'typescript';

/**
 * A project as TypeScript sees it, `.vue` files too: what vue-tsc works on.
 *
 * @param config path of the project's tsconfig.json
 */
export function vueProgram(config: string): ts.Program {
  const { vueOptions } = vue.createParsedCommandLine(ts, ts.sys, config.replaceAll('\\', '/'));
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    dirname(config),
    {},
    config,
    undefined,
    [{ extension: 'vue', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }],
  );
  const create = proxyCreateProgram(ts, ts.createProgram, () => ({
    languagePlugins: [vue.createVueLanguagePlugin<string>(ts, options, vueOptions, (id) => id)],
  }));
  const all = { ...options, allowNonTsExtensions: true };
  const host = ts.createCompilerHost(all);
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
  return create({ rootNames: fileNames, options: all, host });
}
