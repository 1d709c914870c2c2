import { formatDay, formatYuan } from '@wallchart/charts/format';
import type { MessageGroup } from '../../i18n/message-key.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { EvidencePart } from './evidence-address.ts';

/** Where the words for coded cells are kept: column -> group of terms. */
const CODED: Readonly<Record<string, MessageGroup>> = {
  item: 'item',
  way: 'way',
  source: 'source',
  role: 'role',
  class: 'cadre',
  area: 'area',
};
const PARTS: Readonly<Partial<Record<EvidencePart['by'], MessageGroup>>> = {
  STATE: 'state',
  UNIT_KIND: 'kind',
  GRADE: 'grade',
  VENUE_WAY: 'way',
  FUND_SOURCE: 'source',
  CADRE_CLASS: 'cadre',
  MEASURE_AREA: 'area',
};

/** Sheets, columns and coded values of the workbook in the reader's words. */
export function useEvidenceWords() {
  const { t, term, lang } = useLanguage();
  return {
    sheet: (key: string): string => term('sheet', key),
    column: (key: string): string => term('column', key),
    /** File and row, as the API names them: `county-2014.xlsx, row 5`. */
    origin: (source: string): string => {
      const [, file, row] = /^(.*), row (\d+)$/.exec(source) ?? [];
      return file === undefined ? source : t('evidence.place', { file, row });
    },
    cell: (column: string, value: string): string => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, lang.value);
      if (column.endsWith('_yuan') && /^-?\d+(\.\d+)?$/.test(value)) return formatYuan(value);
      if (column === 'state') return term('state', value.toUpperCase());
      if (column === 'grade') return term('grade', value.toUpperCase());
      const group = CODED[column];
      return group === undefined ? value : term(group, value);
    },
    part: (part: EvidencePart): string => {
      const group = PARTS[part.by];
      return group === undefined ? part.key : term(group, part.key);
    },
  };
}
