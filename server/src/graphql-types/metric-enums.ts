import { registerEnumType } from 'type-graphql';
import { DIMENSIONS, type Dimension } from '../metrics/dimension.ts';
import { same } from './enums.ts';
import { metricIds, metricIdValues } from '../metrics/registry.ts';

export const MetricIdEnum = metricIds;
registerEnumType(MetricIdEnum, {
  name: 'MetricId',
  description: 'A figure that Wallchart computes; from the registry of metrics.',
  valuesConfig: metricIdValues,
});

export const DimensionEnum: Record<Dimension, Dimension> = same(DIMENSIONS);
registerEnumType(DimensionEnum, { name: 'Dimension', description: 'What a figure can be broken down by.' });

export const MetricUnitEnum = same([
  'CASES',
  'VILLAGES',
  'PERSONS',
  'TIMES',
  'ITEMS',
  'DAYS',
  'YUAN',
  'SHARE',
  'UNITS',
  'PLACES',
  'REPORTS',
  'PROBLEMS',
  'BRANCHES',
]);
registerEnumType(MetricUnitEnum, { name: 'MetricUnit', description: 'What is counted.' });

export const MetricFormatEnum = same(['INTEGER', 'PERCENT', 'SIGNED_PERCENT', 'DECIMAL', 'MONEY']);
registerEnumType(MetricFormatEnum, { name: 'MetricFormat', description: 'How a value is written.' });

export const RollupEnum = same(['SUM', 'RATIO', 'LATEST']);
registerEnumType(RollupEnum, {
  name: 'Rollup',
  description: 'SUM: base rows added up. RATIO: sum / sum, divided once at the level shown.',
});

export const PolarityEnum = same(['HIGHER_IS_BETTER', 'LOWER_IS_BETTER', 'NEUTRAL']);
registerEnumType(PolarityEnum, { name: 'Polarity', description: 'Which way is better.' });

export const ChangeKindEnum = same(['NEWLY_IDENTIFIED', 'NEWLY_RECTIFIED', 'RELAPSED', 'CORRECTED', 'MOVED', 'OTHER']);
export type ChangeKindName = keyof typeof ChangeKindEnum;
registerEnumType(ChangeKindEnum, { name: 'ChangeKind', description: 'Why a figure changed.' });
