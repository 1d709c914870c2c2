import { shallowRef } from 'vue';

/** What a briefing file says about itself. */
export interface BriefingFile {
  readonly unit: string;
  readonly campaign: string;
  readonly asOf: string;
  /** ISO moment after which nothing recorded counts; null: nothing is on record. */
  readonly knownAt: string | null;
  readonly tree: 'THEN' | 'NOW';
  /** SHA-256 over all its answers, hex. */
  readonly digest: string;
  /** The units it holds, with the SHA-256 of each one's answer. */
  readonly digests: Readonly<Record<string, string>>;
  /** What the policy leaves out, for people. */
  readonly withheld: readonly { readonly zh: string; readonly en: string }[];
}

/** The file this page is, null when a server answers it. Set once, before the page is mounted. */
export const embedded = shallowRef<BriefingFile | null>(null);
