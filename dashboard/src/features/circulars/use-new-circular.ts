import { computed, reactive, shallowRef, watch } from 'vue';
import { useRouter } from 'vue-router';
import { useAddress } from '../../address/use-address.ts';
import type { Failure } from '../../api/failure.ts';
import { mutate } from '../../api/request.ts';
import { formatDay } from '@wallchart/charts/format';
import { DraftCircularDocument, type CircularListQuery, type CircularSection } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';

export const SECTIONS: readonly CircularSection[] = ['OVERALL', 'PROGRESS', 'MEASURES', 'PROBLEMS', 'REQUIREMENTS'];

export interface NewCircularInput {
  readonly unitName: string;
  /** Day of the view. */
  readonly asOf: string;
  readonly existing: CircularListQuery['circulars'];
}

/** The small form that a draft is written from, filled in with what is on screen. */
export function useNewCircular(given: NewCircularInput) {
  const { lang } = useLanguage();
  const { address, circularLink } = useAddress();
  const router = useRouter();
  const form = reactive({
    asOf: given.asOf,
    previous: '',
    lang: lang.value === 'en' ? ('EN' as const) : ('ZH' as const),
    sections: [...SECTIONS],
    replyDays: 10,
  });
  const busy = shallowRef(false);
  const failure = shallowRef<Failure | null>(null);
  watch(
    () => given.asOf,
    (day) => (form.asOf = day),
  );
  watch(lang, (now) => (form.lang = now === 'en' ? 'EN' : 'ZH'));

  const write = async (): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    failure.value = null;
    const { campaign, code } = address.value;
    const { previous, sections, ...rest } = form;
    const input = {
      ...rest,
      campaign,
      unit: code,
      previous: previous === '' ? null : previous,
      sections: SECTIONS.filter((section) => sections.includes(section)),
    };
    const answer = await mutate(DraftCircularDocument, { input });
    busy.value = false;
    const made = answer.data?.draftCircular;
    if (made?.circular) void router.push(circularLink(made.circular.id, made.circular.unit.code));
    else failure.value = answer.failure ?? made?.error ?? { code: 'INTERNAL', message: '' };
  };

  return {
    form,
    busy,
    failure,
    write,
    /** A draft of the same unit, day and language, which may be the one that is wanted. */
    twin: computed(() => {
      const found = given.existing.find(
        (one) =>
          one.status !== 'SEALED' &&
          one.unit.code === address.value.code &&
          one.asOf === form.asOf &&
          one.lang === form.lang,
      );
      return found ? { title: found.title, to: circularLink(found.id, found.unit.code) } : null;
    }),
    ignoresKnownAt: computed(() => address.value.knownAt !== null),
    dayWords: computed(() => formatDay(form.asOf, lang.value)),
  };
}
