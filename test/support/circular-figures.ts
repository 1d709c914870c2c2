import { readDocx } from '../../server/src/rendering/document/index.ts';
import { queryGraph } from './graphql.ts';

/** A number that a document prints. */
export interface Printed {
  readonly key: string;
  readonly text: string;
}

interface FigureNode {
  readonly type: string;
  readonly attrs?: { readonly key?: string; readonly bind?: Bind };
  readonly content?: readonly FigureNode[];
}

interface Bind {
  readonly of: string;
  readonly metric?: string;
  readonly unit?: string;
  readonly part?: string;
  readonly at?: string;
  readonly by?: unknown;
}

const UNITS: Readonly<Record<string, number>> = { 万元: 10_000, '%': 0.01 };
/** What the ranking table calls the rate by. */
const RATE = 'RECTIFICATION_RATE';

/** Figures of a DOCX, those of its text and its tables, in reading order. */
export const printedIn = async (docx: Uint8Array): Promise<Printed[]> =>
  (await readDocx(docx)).paragraphs.flatMap(({ figures }) => figures.map(({ key, text }) => ({ key, text })));

const nodesOf = (node: FigureNode): FigureNode[] => [node, ...(node.content ?? []).flatMap(nodesOf)];

/** What the figures of a draft stand for: its unit and metric, for those that print a metric as it is at the cut-off. */
async function metricsOf(url: string, circular: string, county: string): Promise<Map<string, [string, string]>> {
  const requested = await queryGraph<{ circular: { draft: { content: { body: FigureNode } } } }>(
    url,
    'query ($circular: ID!) { circular(id: $circular) { draft { content } } }',
    { circular },
  );
  return new Map(
    nodesOf(requested.circular.draft.content.body).flatMap(({ attrs }): [string, [string, string]][] => {
      const { key, bind } = attrs ?? {};
      if (key === undefined || bind?.metric === undefined || bind.by !== undefined) return [];
      return bind.part === 'value' && bind.at === 'now' ? [[key, [bind.unit ?? county, bind.metric]]] : [];
    }),
  );
}

/** Of a figure of the ranking table its unit and metric, by its key. */
function rankedBy(key: string): [string, string] | undefined {
  const [, unit, metric] = /^ranking\.(\d+)\.([A-Z_]+)$/u.exec(key) ?? [];
  return unit && metric ? [unit, metric === 'RATE' ? RATE : metric] : undefined;
}

/** Whether a text prints a value: to the decimals that it shows, in the unit that it names. */
function prints(text: string, value: string | null): boolean {
  const [, digits, unit = ''] = /(\d+(?:\.\d+)?)\s*(万元|%)?/u.exec(text) ?? [];
  if (digits === undefined || value === null) return digits === undefined && value === null;
  const step = (UNITS[unit] ?? 1) * 10 ** -(digits.split('.')[1]?.length ?? 0);
  return Math.abs(Math.abs(Number(value)) - Number(digits) * (UNITS[unit] ?? 1)) <= step / 2 + 1e-9;
}

/**
 * Holds every figure of a drafted DOCX that prints a metric against what the dashboard's own question answers.
 *
 * @returns how many were compared with it, and those that differ, in words
 */
export async function heldAgainstDashboard(
  url: string,
  docx: Uint8Array,
  of: { readonly circular: string; readonly campaign: string; readonly county: string; readonly asOf: string },
): Promise<{ held: number; differing: string[] }> {
  const meant = await metricsOf(url, of.circular, of.county);
  const figures = (await printedIn(docx)).flatMap(({ key, text }) => {
    const [unit, metric] = meant.get(key) ?? rankedBy(key) ?? [];
    return unit && metric ? [{ key, text, unit, metric }] : [];
  });
  const differing: string[] = [];
  for (const [unit, ofUnit] of Map.groupBy(figures, (figure) => figure.unit)) {
    const { orgUnit } = await queryGraph<{ orgUnit: { report: { metrics: { id: string; value: string | null }[] } } }>(
      url,
      `query ($unit: ID!, $campaign: ID!, $asOf: Date!, $ids: [MetricId!]!) {
        orgUnit(code: $unit, on: $asOf) { report(campaign: $campaign, asOf: $asOf) { metrics(ids: $ids) { id value } } } }`,
      { unit, campaign: of.campaign, asOf: of.asOf, ids: [...new Set(ofUnit.map(({ metric }) => metric))] },
    );
    const values = new Map(orgUnit.report.metrics.map(({ id, value }) => [id, value]));
    for (const { key, text, metric } of ofUnit) {
      const value = values.get(metric) ?? null;
      if (!prints(text, value)) differing.push(`${key} prints ${text}, the dashboard says ${value}`);
    }
  }
  return { held: figures.length, differing };
}
