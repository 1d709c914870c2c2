import { shallowRef } from 'vue';
import { useAddress } from '../address/use-address.ts';
import type { Failure } from '../api/failure.ts';
import { useCampaign } from '../campaign/use-campaigns.ts';
import { chartAddress, type ChartKind } from '../charts/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { toCsv, toTabs, type CardTable } from './card-table.ts';
import { downloadFile } from './download-file.ts';
import { saveBlob } from './save-file.ts';

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
  const { t, lang } = useLanguage();
  const { address } = useAddress();
  const { asOf } = useCampaign();
  const said = shallowRef('');
  const failure = shallowRef<Failure | null>(null);

  const saveSheet = async (format: 'svg' | 'png', svg: string): Promise<void> => {
    const { toPng } = await import('./chart-png.ts');
    const picture = format === 'png' ? await toPng(svg) : new Blob([svg], { type: 'image/svg+xml' });
    saveBlob(`${card.fileName}.${format}`, picture);
  };
  const savePicture = async (format: 'svg' | 'png'): Promise<void> => {
    failure.value = null;
    if (card.sheet) return saveSheet(format, await card.sheet());
    if (!card.kind) return;
    said.value = t('card.drawing');
    const { campaign, code, knownAt, tree } = address.value;
    const ask = { campaign, unit: code, asOf: asOf.value, knownAt, tree } as const;
    failure.value = await downloadFile(
      chartAddress(card.kind, format, { ...ask, lang: lang.value === 'en' ? 'en' : 'zh' }),
    );
    said.value = failure.value ? '' : t('card.saved');
  };
  return {
    said,
    failure,
    saveSvg: (): Promise<void> => savePicture('svg'),
    savePng: (): Promise<void> => savePicture('png'),
    saveCsv: (): void =>
      saveBlob(`${card.fileName}.csv`, new Blob([toCsv(card.table)], { type: 'text/csv;charset=utf-8' })),
    copy: async (): Promise<void> => {
      await navigator.clipboard.writeText(toTabs(card.table));
      said.value = t('card.copied');
    },
  };
}
