import '../../../styles/main.css';
import { createApp } from 'vue';
import { createRouter, createWebHashHistory } from 'vue-router';
import { answerWith } from '../../../api/transport.ts';
import { embedded } from '../embedded.ts';
import { i18n, setLanguage } from '../../../i18n/index.ts';
import { carriedFetch, readCarried } from './carried-answers.ts';
import FileApp from './file-app.vue';
import { routesOf } from './routes.ts';

/* The briefing as a file: the dashboard's own page, whose operations are answered by what the file carries. */
const { about, answers } = readCarried(document.querySelector('#briefing')?.textContent ?? '');
embedded.value = about;
answerWith(carriedFetch(answers, BRIEFING_OPERATIONS));
setLanguage(document.documentElement.lang === 'en' ? 'en' : 'zh-CN');
const router = createRouter({ history: createWebHashHistory(), routes: routesOf(about.campaign, about.unit) });
createApp(FileApp).use(i18n).use(router).mount('#app');
