import { expect, it } from 'vitest';
import { metricVersion } from '../../../metrics/index.ts';
import { isRedefined } from './frozen.ts';

const now = metricVersion('RECTIFIED');

it.each([
  ['the same version', now, false],
  ['a raised revision', { ...now, revision: now.revision - 1 }, true],
  ['other words of the same revision', { ...now, digest: '0'.repeat(64) }, false],
  ['a hash of SQL that an earlier release sealed', '0'.repeat(64), false],
  ['no version', undefined, false],
])('a metric sealed with %s is redefined or not', (_, sealed, redefined) => {
  expect(isRedefined(sealed, now)).toBe(redefined);
});
