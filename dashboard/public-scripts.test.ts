import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseSync, Visitor } from 'vite';

const folder = join(import.meta.dirname, 'public');

it.each(globSync('*.js', { cwd: folder }))('%s is ES5: Internet Explorer must be able to say what it lacks', (file) => {
  const code = readFileSync(join(folder, file), 'utf8');
  const newer: string[] = [];
  const note = ({ type }: { readonly type: string }): void => void newer.push(type);
  new Visitor({
    ArrowFunctionExpression: note,
    TemplateLiteral: note,
    ClassDeclaration: note,
    SpreadElement: note,
    ArrayPattern: note,
    ObjectPattern: note,
    ChainExpression: note,
    ForOfStatement: note,
    VariableDeclaration: (node) => {
      if (node.kind !== 'var') note(node);
    },
    CatchClause: (node) => {
      if (node.param === null) note(node);
    },
    LogicalExpression: (node) => {
      if (node.operator === '??') note(node);
    },
    Property: (node) => {
      if (node.shorthand || node.computed || node.method) note(node);
    },
    CallExpression: ({ end }) => {
      if (/,\s*$/.test(code.slice(0, end - 1))) newer.push('a comma after the last argument');
    },
  }).visit(parseSync(file, code, { sourceType: 'script' }).program);
  expect(newer).toEqual([]);
});
