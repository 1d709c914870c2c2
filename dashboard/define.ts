/** What libraries leave out of the dashboard, wherever it is built or run. */
export const define = {
  __VUE_OPTIONS_API__: 'false',
  __VUE_I18N_LEGACY_API__: 'false',
  __INTLIFY_PROD_DEVTOOLS__: 'false',
};
