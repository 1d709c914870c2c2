import { useI18n } from 'vue-i18n';
import { formatDay, formatYuan } from '@wallchart/charts/format';
import { useLanguage } from '../i18n/use-language.ts';
import type { EvidencePart } from './evidence-address.ts';

/** Where the words for coded cells are kept: column -> group of terms. */
const CODED: Readonly<Record<string, string>> = {
  item: 'item',
  way: 'way',
  source: 'source',
  role: 'role',
  class: 'cadre',
  area: 'area',
};
const PARTS: Readonly<Partial<Record<EvidencePart['by'], string>>> = {
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
  const i18n = useI18n({ useScope: 'global' });
  const { t, lang } = useLanguage();
  const word = (group: string, key: string): string => (i18n.te(`${group}.${key}`) ? t(`${group}.${key}`) : key);
  return {
    sheet: (key: string): string => word('sheet', key),
    column: (key: string): string => word('column', key),
    /** File and row, as the API names them: `county-2014.xlsx, row 5`. */
    origin: (source: string): string => {
      const [, file, row] = /^(.*), row (\d+)$/.exec(source) ?? [];
      return file === undefined ? source : t('evidence.place', { file, row });
    },
    cell: (column: string, value: string): string => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, lang.value);
      if (column.endsWith('_yuan') && /^-?\d+(\.\d+)?$/.test(value)) return formatYuan(value);
      if (column === 'state') return word('state', value.toUpperCase());
      if (column === 'grade') return word('grade', value.toUpperCase());
      const group = CODED[column];
      return group === undefined ? value : word(group, value);
    },
    part: (part: EvidencePart): string => {
      const group = PARTS[part.by];
      return group === undefined ? part.key : word(group, part.key);
    },
  };
}
