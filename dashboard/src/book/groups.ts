import type { StoryGroup } from './story.ts';

const files = import.meta.glob<StoryGroup>('../**/*.stories.ts', { eager: true, import: 'default' });

/** The stories that stand beside their components, by title. */
export const groups: readonly StoryGroup[] = Object.values(files).toSorted((a, b) => (a.title < b.title ? -1 : 1));
