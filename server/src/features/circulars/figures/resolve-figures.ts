import type { MetricId } from '../../../metrics/index.ts';
import type { Binding } from '../content/binding.ts';
import { figuresOf, type CircularContent } from '../content/content.ts';
import type { FigureSource, Subject } from '../subject.ts';
import { defineFigure } from './define-figure.ts';
import { loadFigureData, type FigureData } from './figure-data.ts';
import { writeFigure, type Concern } from './write-figure.ts';

/** A figure of a circular with what it says. */
export interface ResolvedFigure {
  readonly key: string;
  readonly bind: Binding;
  readonly text: string;
  readonly definition: string;
  readonly metric: MetricId | null;
  readonly unit: string | null;
  /** Exact: a decimal string or a day; null for names and words. */
  readonly value: string | null;
  readonly illustrative: boolean;
  readonly concern: Concern | null;
  /** For a figure that lacks entries: of what, and how many. */
  readonly lacking: string | null;
}

/** What one binding says under a key. */
export function resolveFigure(data: FigureData, key: string, bind: Binding): ResolvedFigure {
  const { text, value, illustrative, concern, lacking = null } = writeFigure(data, bind);
  const ofUnit = bind.of !== 'day' && bind.of !== 'case' && bind.of !== 'standard';
  const unit = ofUnit ? (bind.unit ?? data.subject.unit.code) : null;
  return {
    key,
    bind,
    text,
    definition: defineFigure(data, bind),
    metric: bind.of === 'metric' ? bind.metric : null,
    unit,
    value,
    illustrative,
    concern,
    lacking,
  };
}

/** Every figure of a text, in reading order, loaded together. */
export async function resolveFigures(
  source: FigureSource,
  subject: Subject,
  content: CircularContent,
): Promise<ResolvedFigure[]> {
  const figures = figuresOf(content);
  const data = await loadFigureData(
    source,
    subject,
    figures.map(({ attrs }) => attrs.bind),
  );
  return figures.map(({ attrs }) => resolveFigure(data, attrs.key, attrs.bind));
}
