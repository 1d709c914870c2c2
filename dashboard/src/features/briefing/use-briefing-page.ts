import { computed } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import type { CardPlace } from '@wallchart/charts/cards';
import { useMetricLabels } from '../../components/use-metric-labels.ts';
import { formatDay } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { embedded } from './embedded.ts';
import { useBriefing } from './use-briefing.ts';
import { useDigest } from './use-digest.ts';
import { useLinks } from './use-links.ts';
import { useNotes } from './use-notes.ts';
import { useOwnNotes } from './use-own-notes.ts';
import { useStage } from './use-stage.ts';
import { useTalk } from './use-talk.ts';

/** The stage with what stands on every screen: levels, day, notes. */
export function useBriefingPage() {
  const { t, lang, pick } = useLanguage();
  const { address, unitLink } = useAddress();
  const { toUnit } = useLinks();
  const { definition } = useMetricLabels();
  const briefing = useBriefing();
  const { unit, asOf, campaign } = briefing;
  const crumbs = computed(() => {
    const ancestors = unit.value?.ancestors ?? [];
    const top = ancestors.findIndex(({ code }) => code === campaign.value?.unit.code);
    const inside = top < 0 ? [] : ancestors.slice(top);
    return inside.map(({ code, name }) => ({ code, name, to: toUnit(code) }));
  });
  const exit = computed(() => (embedded.value ? null : unitLink('overview')));
  const stage = useStage({ up: () => crumbs.value.at(-1)?.to ?? null, exit: () => exit.value }, () => [
    unit.value,
    lang.value,
  ]);
  const { digest, broken } = useDigest(briefing.answer, () => address.value.code);
  const day = computed(() => t('frame.asOfDay', { day: formatDay(asOf.value, lang.value) }));
  const notes = useNotes({
    unit,
    screen: stage.screen,
    knownAt: () => address.value.knownAt,
    tree: () => address.value.tree,
    digest,
    place: (): CardPlace => ({
      lang: lang.value,
      unitName: unit.value?.name ?? '',
      unitLevel: unit.value?.level ?? 3,
      asOf: asOf.value,
      campaign: campaign.value,
      definition,
    }),
  });
  return {
    ...briefing,
    ...stage,
    ...notes,
    t,
    crumbs,
    ...useTalk(unit, stage.screen, briefing.texts),
    own: useOwnNotes(
      () => (asOf.value === null ? null : { ...address.value, unit: address.value.code, asOf: asOf.value }),
      () => stage.screen.value,
    ),
    broken,
    day,
    /** A village is one case, which its first screen tells. */
    heading: computed(() =>
      t(
        unit.value?.report.own && stage.screen.value === 'progress'
          ? 'briefing.screens.village'
          : `briefing.screens.${stage.screen.value}`,
      ),
    ),
    campaignName: computed(() => pick(campaign.value)),
    line: computed(() => [unit.value?.name ?? '', day.value].filter((part) => part !== '').join(' · ')),
    exit,
  };
}
