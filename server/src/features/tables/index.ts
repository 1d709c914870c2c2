import type { ViewerDb } from '../../database/handles.ts';
import type { Lang } from '../../domain/text.ts';
import { WallchartError } from '../../domain/errors.ts';
import { openLedgerWorkbook } from '../imports/index.ts';
import { openReport } from '../reports/index.ts';
import type { OrgUnit } from '../units/index.ts';
import { lackingEntries, registry, type MetricId, type ReportKey } from '../../metrics/index.ts';
import { CHART_KINDS, kindInAddress, kindOfAddress, type ChartKind } from '@wallchart/charts/cards';
import type { ChartRequest } from '../charts/index.ts';
import { fileName } from '../../rendering/file-name.ts';
import type { WrittenSheet } from '../../rendering/workbook/write-workbook.ts';
import { chartTable } from './chart-table.ts';
import { definitionsSheet } from './definitions-sheet.ts';
import { rankingTable } from './ranking-table.ts';
import type { BuiltTable, TableSources } from './table-request.ts';
import { weeklyTable } from './weekly-table.ts';

export type { TableSources } from './table-request.ts';

/** Which table: the ledger, the weekly table, the ranking, or the figures of a chart. */
export type TableName = 'ledger' | 'weekly' | 'ranking' | { readonly chart: ChartKind };

/** The tables by the names that addresses and commands use. */
export const TABLE_NAMES: readonly string[] = [
  'ledger',
  'weekly',
  'ranking',
  ...CHART_KINDS.map((kind) => `chart-${kindInAddress(kind)}`),
];

/** @throws WallchartError NOT_FOUND, naming the tables there are */
export function tableOf(name: string): TableName {
  if (name === 'ledger' || name === 'weekly' || name === 'ranking') return name;
  const chart = name.startsWith('chart-') ? kindOfAddress(name.slice('chart-'.length)) : null;
  if (chart !== null) return { chart };
  throw new WallchartError(
    'NOT_FOUND',
    `Table "${name}" does not exist. Available tables: ${TABLE_NAMES.join(', ')}. 没有这种表。`,
  );
}

/** Which report, in which language. */
export type TableQuery = Omit<ChartRequest, 'kind'>;

/** A workbook about to be written. */
export interface TableFile {
  /** 仙游县-台账-2014-07-31.xlsx */
  readonly name: string;
  readonly sheets: readonly WrittenSheet[];
  /** Must be called when the sheets were written, or will not be. */
  readonly close: () => Promise<void>;
}

export interface TableOptions {
  /** Called as rows of a ledger are written. */
  readonly onRows?: (sheet: string, rowsDone: number) => void;
}

const LEDGER = {
  zh: {
    title: '台账',
    notes: ['每条现行记录一行，含统计日之后的；原样再次导入不会有任何改动，改动后导入即为更正。'],
  },
  en: {
    title: 'Ledger',
    notes: [
      'One line a current row, later days included. Imported as it is it changes nothing; a changed row is imported as a correction.',
    ],
  },
} as const;

/**
 * A table of a report as a workbook, with a sheet on definitions and as-of.
 * @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN
 */
export async function openTable(
  sources: TableSources,
  table: TableName,
  query: TableQuery,
  { onRows }: TableOptions = {},
): Promise<TableFile> {
  const { lang } = query;
  const { report, unit } = await openReport(sources, query.unit, query);
  const { campaignRow: campaign, asOf, knownAt } = report;
  const facts = {
    unit: `${unit.name} ${unit.code}`,
    campaign: `${(lang === 'en' ? campaign.nameEn : null) ?? campaign.nameZh} ${campaign.id}`,
    knownAt,
  };
  if (table === 'ledger') {
    requireInScope(sources.db, unit);
    const ledger = await openLedgerWorkbook(
      sources.db,
      { campaign: campaign.id, unit: unit.code, knownAt },
      { lang, onRows },
    );
    const notes = definitionsSheet({ ...facts, ...LEDGER[lang], asOf: null, metricIds: [] }, lang);
    return {
      name: fileName([unit.name, LEDGER[lang].title, sources.today], 'xlsx'),
      sheets: [notes, ...ledger.sheets],
      close: ledger.close,
    };
  }
  const built = await build(sources, table, query, { report, unit, lang });
  const notes = [...built.notes, ...(await lacking(sources, report.key, built.metricIds, lang))];
  return {
    name: fileName([unit.name, built.title, asOf], 'xlsx'),
    sheets: [built.sheet, definitionsSheet({ ...facts, ...built, notes, asOf }, lang)],
    close: async () => undefined,
  };
}

/** What is not entered for all who should; the figures of the table cover only what is. */
async function lacking(
  { engine }: TableSources,
  key: ReportKey,
  ids: readonly MetricId[],
  lang: Lang,
): Promise<string[]> {
  const covered = ids.filter((id) => registry.get(id)?.coverage);
  if (covered.length === 0) return [];
  const [values = []] = await engine.values([key], covered);
  return [...new Set(values.flatMap(({ id, coverage }) => lackingEntries(registry.get(id)!, coverage)?.[lang] ?? []))];
}

/** The ledger is read by SQL of its own, which knows no scope. */
function requireInScope({ viewer: { scope } }: ViewerDb, unit: OrgUnit): void {
  if (scope.kind === 'all' || scope.codes.some((code) => unit.levelCodes.includes(code))) return;
  throw new WallchartError(
    'UNKNOWN_UNIT',
    `Unit ${unit.code} does not exist or is not visible to you. 没有可以查看的该单位。`,
  );
}

function build(
  sources: TableSources,
  table: Exclude<TableName, 'ledger'>,
  query: TableQuery,
  at: Parameters<typeof rankingTable>[1],
): Promise<BuiltTable> {
  if (table === 'weekly') return weeklyTable(sources, at);
  if (table === 'ranking') return rankingTable(sources, at);
  return chartTable(sources, { ...query, kind: table.chart });
}
