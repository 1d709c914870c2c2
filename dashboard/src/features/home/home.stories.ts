import type { StoryGroup } from '../../book/story.ts';
import FirstSteps from './first-steps.vue';
import NotFoundPage from './not-found-page.vue';

export default {
  title: 'Home',
  stories: [
    { name: 'before the first import', component: FirstSteps, at: '/' },
    { name: 'no such page', component: NotFoundPage, at: '/nowhere' },
  ],
} satisfies StoryGroup;
