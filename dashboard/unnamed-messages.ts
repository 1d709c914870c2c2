import ts from 'typescript';

/**
 * Keys of texts that no code names, sorted. A key is named where it is written out, where a template makes it
 * (`state.${state}`: every key of the template's type), and by its group where recorded codes are put in words
 * (`term('role', code)`, or a list of groups).
 *
 * @param keysFile end of the path of the file that exports the types MessageKey and MessageGroup
 */
export function unnamedMessages(program: ts.Program, keysFile: string): string[] {
  const checker = program.getTypeChecker();
  const declared = program.getSourceFiles().find(({ fileName }) => fileName.endsWith(keysFile));
  if (!declared) throw new TypeError(`${keysFile} is not in the program`);
  const keys = messageKeys(checker, declared);
  const named = new Set<string>();
  const nameGroup = (group: string): void => {
    for (const key of keys) if (key.startsWith(`${group}.`)) named.add(key);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      if (keys.has(node.text)) named.add(node.text);
      else if (isGroup(checker, node)) nameGroup(node.text);
    } else if (ts.isTemplateExpression(node)) {
      for (const text of textsOf(checker.getTypeAtLocation(node))) named.add(text);
    }
    node.forEachChild(visit);
  };
  for (const file of program.getSourceFiles()) {
    if (file !== declared && !program.isSourceFileFromExternalLibrary(file)) visit(file);
  }
  return [...keys].filter((key) => !named.has(key)).sort();
}

const textsOf = (type: ts.Type): string[] =>
  (type.isUnion() ? type.types : [type]).flatMap((one) => (one.isStringLiteral() ? [one.value] : []));

function messageKeys(checker: ts.TypeChecker, file: ts.SourceFile): ReadonlySet<string> {
  const symbol = checker.getSymbolAtLocation(file);
  const found = symbol && checker.getExportsOfModule(symbol).find(({ name }) => name === 'MessageKey');
  return new Set(found ? textsOf(checker.getDeclaredTypeOfSymbol(found)) : []);
}

/** Whether a group is wanted where the text stands. */
const isGroup = (checker: ts.TypeChecker, node: ts.StringLiteralLike): boolean =>
  checker.getContextualType(node)?.aliasSymbol?.name === 'MessageGroup';
