import type { StoryGroup } from '../../book/story.ts';
import WallchartPage from './wallchart-page.vue';

export default {
  title: 'Wall chart',
  stories: [{ name: 'the sample county', component: WallchartPage, at: '/c/county-2014/u/350322/wallchart' }],
} satisfies StoryGroup;
