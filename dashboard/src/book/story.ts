import type { App, Component } from 'vue';
import type { Answer } from './answers.ts';

/** A component in one state, as the book shows it and its picture is taken. */
export interface Story {
  /** What there is to see, in a few words. */
  readonly name: string;
  readonly component: Component;
  readonly props?: Readonly<Record<string, unknown>>;
  /** Address that it stands at; without one that of the sample county. */
  readonly at?: string;
  /** Width of its place, px; without one the sheet's. */
  readonly width?: number;
  /** What the server answers in place of what was recorded. */
  readonly answers?: readonly Answer[];
  /** What the components around it do for it. */
  readonly around?: (app: App) => void;
  /** What its reader does before looking. */
  readonly act?: (element: HTMLElement) => void | Promise<void>;
}

/** The stories of one sheet: a picture in each theme and language. */
export interface StoryGroup {
  readonly title: string;
  /** What covers the whole window, such as a dialog: each story is a picture of its own. */
  readonly apart?: boolean;
  readonly stories: readonly Story[];
}
