import type { StoryGroup } from '../../book/story.ts';
import CasePage from './case-page.vue';

export default {
  title: 'Case',
  stories: [{ name: 'a case past its deadline', component: CasePage, at: '/c/county-2014/u/350322/case/2014-030' }],
} satisfies StoryGroup;
