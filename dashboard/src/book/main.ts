import '../styles/main.css';
import { createApp } from 'vue';
import { answerWith } from '../api/transport.ts';
import { i18n } from '../i18n/index.ts';
import { answersFetch } from './answers.ts';
import BookPage from './book-page.vue';
import { groups } from './groups.ts';

const brought = groups.flatMap(({ stories }) => stories.flatMap(({ answers = [] }) => answers));
answerWith(answersFetch(brought, reportError));
createApp(BookPage).use(i18n).mount('#app');
