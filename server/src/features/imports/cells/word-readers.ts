import { ACTION, CODED_WORDS, type CodedList, type SheetSpec } from '../../../ledger/sheets/index.ts';
import type { Causes } from './causes.ts';
import { readCode } from './code-readers.ts';
import type { Bad, Parsed } from './fault.ts';
import { comparable, narrow } from '../../../domain/narrow.ts';
import type { TypedCell } from './raw-cell.ts';
import { narrowed, type Reader } from './reader.ts';

const A_CAUSE = /^[A-Za-z0-9_-]{1,20}$/;

/** Reads the one cause of a case, by code or name. */
export function readCause(text: string, cell: TypedCell | undefined, causes: Causes, bad: Bad): Parsed {
  const code = cell ? null : causes.find(text);
  if (code !== null || A_CAUSE.test(text)) return code ?? readCode(text, cell, 'cause', bad);
  const { codes, unknown } = causes.findAll(text);
  return unknown.length === 0 && codes.length > 1
    ? bad(
        'BAD_WORD',
        '主要情形只填一种，其余填入“其他情形”',
        'only one cause; put the others in the column other_causes',
      )
    : bad('BAD_WORD', '不是情形的代码或名称', 'neither the code nor the name of a cause');
}

/** Reads causes beside each other, sorted, so that their order is no content. */
export function readCauses(text: string, causes: Causes, bad: Bad): Parsed {
  const { codes, unknown } = causes.findAll(text);
  const wrong = unknown.find((part) => !A_CAUSE.test(part));
  if (wrong !== undefined)
    return {
      ...bad('BAD_LIST', `“${wrong}”不是情形的代码或名称`, `“${wrong}” is neither the code nor the name of a cause`),
      expected: causes.listed,
    };
  const all = [...new Set([...codes, ...unknown])].sort();
  return all.length > 0 ? `{${all.join(',')}}` : null;
}

export function codeMap(list: CodedList): Map<string, string> {
  return new Map(
    CODED_WORDS[list].flatMap((word) => {
      const also: readonly string[] = 'also' in word ? ((word as { also?: readonly string[] }).also ?? []) : [];
      return [word.key, word.zh, word.en, ...also].map((spelling) => [comparable(spelling), word.key] as const);
    }),
  );
}

export function codedReader(list: CodedList, bad: Bad): Reader {
  const keys = codeMap(list);
  const seen = new Map<string, string>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const word = comparable(text);
    if (word === '') return null;
    const key = keys.get(word);
    if (key === undefined) return bad('BAD_WORD', '不是此列的可选词', 'not one of the values allowed in this column');
    if (seen.size < 1000) seen.set(text, key);
    return key;
  };
}

const partsOf = (text: string): string[] =>
  text
    .split(/[;,、\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export function listReader(keys: ReadonlyMap<string, string>, inOrder: readonly string[], bad: Bad): Reader {
  return narrowed((text) => {
    const found = new Set<string>();
    for (const part of partsOf(text)) {
      const key = keys.get(comparable(part));
      if (key === undefined)
        return bad('BAD_LIST', `“${part}”不是此列的可选词`, `“${part}” is not one of the allowed values`);
      found.add(key);
    }
    return found.size > 0 ? `{${inOrder.filter((key) => found.has(key)).join(',')}}` : null;
  });
}

export function readBool(text: string): string | null {
  const word = text.toLowerCase();
  if (['yes', 'y', 'true', '1', '是'].includes(word)) return 't';
  return ['no', 'n', 'false', '0', '否'].includes(word) ? 'f' : null;
}

export function illustrativeReader(sheet: SheetSpec, bad: Bad): Reader {
  const columns = sheet.columns.filter((column) => column.type.kind !== 'illustrative' && column !== ACTION);
  const keys = new Map(
    columns.flatMap(
      (column) =>
        [
          [comparable(column.key), column.key],
          [comparable(column.zh), column.key],
        ] as const,
    ),
  );
  const list = listReader(
    keys,
    columns.map((column) => column.key),
    bad,
  );
  return (text, cell) => {
    if (text.trim() === '*') return '{*}';
    const bool = readBool(narrow(text));
    return bool === null ? list(text, cell) : bool === 't' ? '{*}' : null;
  };
}
