import type { RouteRecordRaw } from 'vue-router';

/** A route that shows nothing: where a link leads is what a test asks. */
export const withoutPage = ({ path, name, redirect }: RouteRecordRaw): RouteRecordRaw =>
  redirect === undefined ? { path, name, component: { render: () => null } } : { path, redirect };
