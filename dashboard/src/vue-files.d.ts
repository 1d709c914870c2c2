/** What type-aware lint knows of a component; check-types.ts reads the file itself. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue';

  const component: DefineComponent;
  export default component;
}
