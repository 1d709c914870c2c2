import '../styles/main.css';
import { h, shallowReactive, type App, type Component } from 'vue';
import type { Router } from 'vue-router';
import { expect, onTestFinished } from 'vitest';
import { applicationOf } from '../book/application.ts';
import { CampaignsDocument, MetricLabelsDocument } from '../generated/graphql.ts';
import { i18n } from '../i18n/index.ts';
import { answerAlways, unanswered } from './answers.ts';
import { campaigns, metricLabels } from './report.ts';

export const COUNTY = '/c/county-2014/u/350322';

// Asked once for the whole application.
answerAlways(CampaignsDocument, campaigns);
answerAlways(MetricLabelsDocument, metricLabels);

interface Mounted {
  readonly element: HTMLElement;
  readonly router: Router;
  /** Changes properties of the component. */
  readonly set: (change: Readonly<Record<string, unknown>>) => void;
  /** What the component told its parent, as `[event, ...values]`. */
  readonly emitted: unknown[][];
}

interface How {
  readonly props?: Readonly<Record<string, unknown>>;
  /** Events to listen to. */
  readonly events?: readonly string[];
  /** Address that the component stands at. */
  readonly at?: string;
  /** Width of the place it has, px. */
  readonly width?: number;
  /** What the components around it do for it. */
  readonly around?: (app: App) => void;
}

/**
 * Shows one component in the browser as the application does, with its style sheet, words and addresses, until the test
 * ends. What Vue warns of, a key without words and what is asked without an answer fail the test.
 */
export async function mount(
  component: Component,
  { props, events, at = COUNTY, width = 720, around }: How = {},
): Promise<Mounted> {
  const emitted: unknown[][] = [];
  const complaints: string[] = [];
  const given = shallowReactive(new Map(Object.entries(props ?? {})));
  const listeners = Object.fromEntries(
    (events ?? []).map((name) => [
      `on${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
      (...values: unknown[]) => emitted.push([name, ...values]),
    ]),
  );
  const { app, router } = await applicationOf(
    { render: () => h(component, { ...Object.fromEntries(given), ...listeners }) },
    at,
  );
  app.config.warnHandler = (message) => complaints.push(message);
  app.config.errorHandler = (error) => complaints.push(String(error));
  around?.(app);
  i18n.global.setMissingHandler((_lang, key) => void complaints.push(`no words for ${key}`));
  const element = document.createElement('main');
  element.style.width = `${width}px`;
  document.body.append(element);
  app.mount(element);
  onTestFinished(() => {
    app.unmount();
    element.remove();
    expect({ complaints, unanswered: unanswered.splice(0) }).toEqual({ complaints: [], unanswered: [] });
  });
  return {
    element,
    router,
    emitted,
    set: (change) => Object.entries(change).forEach(([name, value]) => given.set(name, value)),
  };
}
