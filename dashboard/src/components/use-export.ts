import { shallowRef } from 'vue';
import { useLanguage } from '../i18n/use-language.ts';
import { toCsv, toTabs, type CardTable } from './card-table.ts';
import type { DrawSheet } from './chart-card.ts';

interface Exported {
  readonly title: string;
  readonly subtitle: string;
  readonly note: string;
  readonly table: CardTable;
  readonly draw?: DrawSheet;
  readonly height?: number;
  readonly legend?: boolean;
  readonly illustrative?: boolean;
  readonly fileName: string;
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Takes a card away: drawn anew on white at the width of a circular, or as its figures. */
export function useExport(card: Exported) {
  const { t, lang } = useLanguage();
  const said = shallowRef('');
  const svg = async (): Promise<string> => {
    const { chartSheet } = await import('../charts/chart-sheet.ts');
    if (!card.draw) return '';
    const { title, subtitle, note, draw, height = 192, legend = false, illustrative = false } = card;
    return chartSheet({ title, subtitle, note, draw, height, legend, illustrative, empty: null }, { lang: lang.value });
  };
  return {
    said,
    saveSvg: async (): Promise<void> =>
      save(new Blob([await svg()], { type: 'image/svg+xml' }), `${card.fileName}.svg`),
    savePng: async (): Promise<void> => {
      const { toPng } = await import('./chart-png.ts');
      save(await toPng(await svg()), `${card.fileName}.png`);
    },
    saveCsv: (): void =>
      save(new Blob([toCsv(card.table)], { type: 'text/csv;charset=utf-8' }), `${card.fileName}.csv`),
    copy: async (): Promise<void> => {
      await navigator.clipboard.writeText(toTabs(card.table));
      said.value = t('card.copied');
    },
  };
}
