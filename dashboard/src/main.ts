import './styles/main.css';
import { createApp } from 'vue';
import App from './app.vue';
import { i18n } from './i18n/index.ts';
import { router } from './router/index.ts';

createApp(App).use(i18n).use(router).mount('#app');
