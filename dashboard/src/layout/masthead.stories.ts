import type { StoryGroup } from '../book/story.ts';
import AppHeader from './app-header.vue';

export default {
  title: 'Masthead',
  stories: [{ name: 'in a campaign', component: AppHeader }],
} satisfies StoryGroup;
