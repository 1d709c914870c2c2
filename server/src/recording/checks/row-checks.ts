import type { Finding } from '../problems.ts';
import type { ColumnSpec, SheetSpec } from '../../ledger/sheets/index.ts';

type Cells = readonly (string | null)[];
/** Checks one row by its canonical cells (in the order of the sheet's columns). */
export type RowCheck = (cells: Cells) => Finding[];

const found = (
  column: string,
  value: string | null,
  code: string,
  expected: [string, string],
  message: [string, string],
  severity: 'error' | 'warning' = 'error',
): Finding => ({
  column,
  value,
  code,
  severity,
  expected: { zh: expected[0], en: expected[1] },
  message: { zh: message[0], en: message[1] },
});

/** The rules between cells of one row that the sheet declares, and those of particular sheets. */
export function rowChecksOf(sheet: SheetSpec): RowCheck {
  const at = new Map(sheet.columns.map((column, index) => [column.key, index]));
  const valueOf = (cells: Cells, key: string): string | null => cells[at.get(key) ?? -1] ?? null;
  const checks = [...sheet.rules.map((rule) => orderCheck(sheet, rule, valueOf)), ...particular(sheet, valueOf)];
  const sums = sumCheck(sheet, valueOf);
  if (sums) checks.push(sums);
  return (cells) => (checks.length === 0 ? [] : checks.flatMap((check) => check(cells)));
}

type ValueOf = (cells: Cells, key: string) => string | null;

function orderCheck(sheet: SheetSpec, rule: SheetSpec['rules'][number], valueOf: ValueOf): RowCheck {
  const specOf = (key: string): ColumnSpec | undefined => sheet.columns.find((column) => column.key === key);
  const earlier = specOf(rule.earlier);
  const later = specOf(rule.later);
  const numeric = later?.type.kind === 'count';
  return (cells) => {
    const a = valueOf(cells, rule.earlier);
    const b = valueOf(cells, rule.later);
    if (a === null || b === null) return [];
    const inOrder = numeric ? Number(a) <= Number(b) : rule.strict ? a < b : a <= b;
    if (inOrder) return [];
    const words: [string, string] = numeric
      ? [`不少于“${earlier?.zh}”（${a}）`, `at least ${rule.earlier} (${a})`]
      : [
          `${rule.strict ? '晚于' : '不早于'}“${earlier?.zh}”（${a}）`,
          `${rule.strict ? 'after' : 'not before'} ${rule.earlier} (${a})`,
        ];
    return [
      found(rule.later, b, rule.code, words, [
        `“${later?.zh}”与“${earlier?.zh}”矛盾`,
        `${rule.later} contradicts ${rule.earlier}`,
      ]),
    ];
  };
}

function sumCheck(sheet: SheetSpec, valueOf: ValueOf): RowCheck | null {
  const [key] = sheet.sums;
  if (key === undefined) return null;
  return (cells) => {
    const value = valueOf(cells, key);
    return value !== null && /^0+(\.0*)?$/.test(value)
      ? [
          found(
            key,
            value,
            'SUMS_TO_NOTHING',
            ['大于零，或留空', 'more than zero, or blank'],
            ['合计为零', 'the sum is zero'],
            'warning',
          ),
        ]
      : [];
  };
}

function particular(sheet: SheetSpec, valueOf: ValueOf): RowCheck[] {
  if (sheet.key === 'evaluations') return [(cells) => ballotCheck(cells, valueOf)];
  if (sheet.key === 'cases')
    return [(cells) => causeCheck(cells, valueOf), (cells) => selfCheck(cells, valueOf, 'case_no', 'relapse_of')];
  if (sheet.key === 'units') return [(cells) => selfCheck(cells, valueOf, 'code', 'parent_code')];
  return [];
}

function ballotCheck(cells: Cells, valueOf: ValueOf): Finding[] {
  const returned = valueOf(cells, 'returned');
  const parts = ['satisfied', 'fairly', 'dissatisfied'].map((key) => valueOf(cells, key));
  if (returned === null || parts.every((part) => part === null)) return [];
  const sum = parts.reduce((total, part) => total + Number(part ?? 0), 0);
  const complete = parts.every((part) => part !== null);
  if (complete ? sum === Number(returned) : sum <= Number(returned)) return [];
  return [
    found(
      'returned',
      returned,
      'BALLOT_SUM',
      [`满意、基本满意、不满意之和（${sum}）`, `satisfied + fairly + dissatisfied (${sum})`],
      ['各项之和不等于收回数', 'the answers do not add up to the number returned'],
    ),
  ];
}

function causeCheck(cells: Cells, valueOf: ValueOf): Finding[] {
  const primary = valueOf(cells, 'primary_cause');
  const others = valueOf(cells, 'other_causes');
  if (primary === null || others === null || !others.slice(1, -1).split(',').includes(primary)) return [];
  return [
    found(
      'other_causes',
      others.slice(1, -1),
      'CAUSE_TWICE',
      ['主要情形以外的情形', 'causes other than the primary one'],
      ['主要情形又列在其他情形中', 'the primary cause is also listed among the other causes'],
    ),
  ];
}

function selfCheck(cells: Cells, valueOf: ValueOf, own: string, other: string): Finding[] {
  const value = valueOf(cells, other);
  if (value === null || value !== valueOf(cells, own)) return [];
  return [
    found(
      other,
      value,
      'REFERS_TO_ITSELF',
      ['另一条记录', 'another one'],
      ['不能指向自己', 'it must not refer to itself'],
    ),
  ];
}
