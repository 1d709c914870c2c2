import { useLanguage } from '../../i18n/use-language.ts';
import { chartAddress, tableAddress, type ChartKind } from '@wallchart/charts';
import { toCsv, toTabs, type CardTable } from '../card-table.ts';
import { CSV, saveBlob } from './save-file.ts';
import { useServerFile } from './use-server-file.ts';

interface Exported {
  /** Which picture the server draws of it; none for a card without a chart. */
  readonly kind?: ChartKind;
  /** A picture that the page draws itself, as an SVG sheet. */
  readonly sheet?: () => Promise<string>;
  readonly table: CardTable;
  readonly fileName: string;
}

/** Takes a card away: drawn on white at the width of a circular, by the server if it can, or as its figures. */
export function useExport(card: Exported) {
  const { t } = useLanguage();
  const { status, failure, save } = useServerFile();

  const saveSheet = async (format: 'svg' | 'png', svg: string): Promise<void> => {
    const { toPng } = await import('./chart-png.ts');
    const picture = format === 'png' ? await toPng(svg) : new Blob([svg], { type: 'image/svg+xml' });
    saveBlob(`${card.fileName}.${format}`, picture);
  };
  const savePicture = async (format: 'svg' | 'png'): Promise<void> => {
    const { kind, sheet } = card;
    if (sheet) return saveSheet(format, await sheet());
    if (kind) await save((report) => chartAddress(kind, format, report));
  };
  return {
    status,
    failure,
    saveSvg: (): Promise<void> => savePicture('svg'),
    savePng: (): Promise<void> => savePicture('png'),
    saveXlsx: async (): Promise<void> => {
      const chart = card.kind;
      if (chart) await save((report) => tableAddress({ chart }, report));
    },
    saveCsv: (): void => saveBlob(`${card.fileName}.csv`, new Blob([toCsv(card.table)], { type: CSV })),
    copy: async (): Promise<void> => {
      await navigator.clipboard.writeText(toTabs(card.table));
      status.value = t('card.copied');
    },
  };
}
