import { computed } from 'vue';
import { useOperation } from '../../../api/use-operation.ts';
import { formatDay } from '@wallchart/charts/format';
import { UnitPlaceDocument } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import type { Binding } from '../content.ts';
import type { FigureDictionary } from './figure-words.ts';
import { rowsBehind, type Place } from './rows-behind.ts';

/** What a figure says, means, holds for and rests on. */
export function useFigureCard(given: { bind: Binding; dictionary: FigureDictionary; place: Place }) {
  const { t, term, lang } = useLanguage();
  const units = useOperation(UnitPlaceDocument, () => ({ code: given.place.unit, asOf: given.place.asOf }));
  const words = computed(() => {
    void given.dictionary.version.value;
    return given.dictionary.of(given.bind);
  });
  return {
    words,
    holdsFor: computed(() => {
      const { bind, place } = given;
      const code = ('unit' in bind && bind.unit) || place.unit;
      const whole = units.data.value?.orgUnit;
      const unit = [whole, ...(whole?.children ?? [])].find((one) => one?.code === code);
      const earlier = bind.of === 'metric' && bind.at === 'previous' ? place.previousAsOf : null;
      const day = formatDay(earlier ?? place.asOf, lang.value);
      return [unit?.name ?? code, t('frame.asOfDay', { day })].join(' · ');
    }),
    concern: computed(() => term('circular.concern', words.value?.concern ?? '', '')),
    rows: computed(() => rowsBehind(given.bind, given.place)),
  };
}
