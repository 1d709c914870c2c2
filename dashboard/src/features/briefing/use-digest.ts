import { shallowRef, watch, type Ref } from 'vue';
import { dataDigest } from './digest.ts';
import { embedded } from './embedded.ts';

/** The digest of the unit's answer; in a file, whether it is the one the file was written with. */
export function useDigest(answer: Readonly<Ref<unknown>>, code: () => string) {
  const whole = shallowRef<string | null>(null);
  const broken = shallowRef(false);
  watch(
    answer,
    async (given) => {
      if (given === undefined) return;
      const carried = embedded.value?.digests[code()] ?? null;
      const computed = await dataDigest(given);
      if (answer.value !== given) return;
      whole.value = computed ?? carried;
      broken.value = carried !== null && computed !== null && carried !== computed;
    },
    { immediate: true },
  );
  return { digest: whole, broken };
}
