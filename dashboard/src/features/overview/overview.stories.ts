import type { StoryGroup } from '../../book/story.ts';
import OverviewPage from './overview-page.vue';

export default {
  title: 'Overview',
  stories: [{ name: 'the sample county', component: OverviewPage }],
} satisfies StoryGroup;
