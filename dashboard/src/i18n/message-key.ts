import type { terms } from '@wallchart/charts/terms';
import type workbook from './workbook-words.ts';
import type frame from './messages.ts';

/** Where texts come from. A feature adds its own beside them, in its messages.ts. */
export interface MessageSources {
  readonly frame: typeof frame;
  readonly terms: typeof terms;
  readonly workbook: typeof workbook;
}

type Source = MessageSources[keyof MessageSources];

type KeysOf<T> = {
  [Key in keyof T & (number | string)]: T[Key] extends string ? `${Key}` : `${Key}.${KeysOf<T[Key]>}`;
}[keyof T & (number | string)];

type KeysOfEach<S extends Source> = S extends Source ? KeysOf<S['zh-CN']> : never;

/** Key of a text: `overview.title`. The texts of a feature are there once a page of it has added them. */
export type MessageKey = KeysOfEach<Source>;

type HeadsOf<Key> = Key extends `${infer Head}.${infer Rest}` ? Head | `${Head}.${HeadsOf<Rest>}` : never;

/** What comes before a dot of a key: `overview`, `briefing.money`. */
export type MessageGroup = HeadsOf<MessageKey>;
