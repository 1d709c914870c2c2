import { computed, reactive, shallowRef } from 'vue';
import type { Failure } from '../../../api/failure.ts';
import { fetchOnce, mutate } from '../../../api/request.ts';
import {
  CircularOfficeDocument,
  SaveCircularOfficeDocument,
  type CircularDate,
  type CircularOfficeQuery,
  type CircularSettingsInput,
} from '../../../generated/graphql.ts';
import { failureOf } from '../outcome.ts';

type Office = NonNullable<CircularOfficeQuery['circularSettings']>;
export const FIELDS = ['issuer', 'issuerCode', 'addressees', 'copies', 'printedBy'] as const;
export type Field = (typeof FIELDS)[number];
/** What an office can do without. */
export const OPTIONAL: ReadonlySet<Field> = new Set(['issuerCode', 'addressees', 'copies']);

/** Empty is as derived, `none` is without. */
interface Form {
  readonly values: Record<Field, string>;
  readonly none: Record<Field, boolean>;
  dated: CircularDate | 'AUTO';
}

const blank = (): Form => ({
  values: { issuer: '', issuerCode: '', addressees: '', copies: '', printedBy: '' },
  none: { issuer: false, issuerCode: false, addressees: false, copies: false, printedBy: false },
  dated: 'AUTO',
});

function fill(form: Form, { settings, derived }: Office): void {
  for (const field of FIELDS) {
    form.values[field] = settings[field] === derived[field] ? '' : (settings[field] ?? '');
    form.none[field] = (settings[field] ?? null) === null && (derived[field] ?? null) !== null;
  }
  form.dated = settings.dated ?? 'AUTO';
}

function inputOf({ values, none, dated }: Form): CircularSettingsInput {
  const text = (field: Field): string | null => (none[field] ? '' : values[field].trim() === '' ? null : values[field]);
  return {
    issuer: text('issuer'),
    issuerCode: text('issuerCode'),
    addressees: text('addressees'),
    copies: text('copies'),
    printedBy: text('printedBy'),
    dated: dated === 'AUTO' ? null : dated,
  };
}

/** The settings of an office in a form. */
export function useOffice(unit: () => string) {
  const open = shallowRef(false);
  const busy = shallowRef(false);
  const failure = shallowRef<Failure | null>(null);
  const office = shallowRef<Office | null>(null);
  const lang = shallowRef<'ZH' | 'EN'>('ZH');
  const form = reactive(blank());

  const load = async (): Promise<void> => {
    const answer = await fetchOnce(CircularOfficeDocument, { unit: unit(), lang: lang.value });
    failure.value = answer.failure;
    office.value = answer.data?.circularSettings ?? null;
    if (office.value) fill(form, office.value);
  };
  const save = async (): Promise<void> => {
    busy.value = true;
    const variables = { unit: unit(), lang: lang.value, settings: inputOf(form) };
    const answer = await mutate(SaveCircularOfficeDocument, variables);
    busy.value = false;
    failure.value = failureOf(answer.failure, answer.data?.saveCircularSettings);
    if (!failure.value) open.value = false;
  };

  return {
    open,
    busy,
    failure,
    office,
    lang,
    form,
    load,
    save,
    /** 机关代字 as it will be. */
    code: computed(() => {
      if (form.none.issuerCode) return '';
      return form.values.issuerCode.trim() || (office.value?.derived.issuerCode ?? '');
    }),
  };
}
