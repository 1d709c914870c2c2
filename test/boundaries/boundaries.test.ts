import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

async function boundaries(baseDir: string, folders: string[]): Promise<{ modules: number; broken: string[] }> {
  const { output } = await cruise(folders, { ...options, baseDir, validate: true, ruleSet: { forbidden } });
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.length,
    broken: summary.violations.map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`),
  };
}

test('imports run downwards only', { timeout: 120_000 }, async () => {
  const { modules, broken } = await boundaries(root, ['db', 'server/src', 'dashboard/src', 'dashboard/charts/src']);
  // A cruiser that found no modules would pass as well.
  expect(modules).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});

test(
  'a dashboard that imports the server, an import upwards, a path into the charts, a file in no room and circles of types are refused',
  { timeout: 60_000 },
  async () => {
    const { broken } = await boundaries(`${root}test/fixtures/boundary-violation`, ['dashboard', 'server']);
    expect(broken.toSorted()).toEqual([
      'charts-by-their-name: server/src/rendering/reaches-into-charts.ts -> dashboard/charts/src/format.ts',
      'components-imports-only-downwards: dashboard/src/components/reaches-upwards.ts -> dashboard/src/features/page.ts',
      'dashboard-stands-alone: dashboard/src/reaches-into-server.ts -> server/src/domain/port.ts',
      'domain-imports-only-downwards: server/src/domain/reaches-upwards.ts -> server/src/features/reports/report.ts',
      'every-file-has-a-room: server/src/features/reports/opens-no-door.ts -> server/src/stands-in-no-room.ts',
      'no-circular-types: dashboard/src/half-a-circle.ts -> dashboard/src/other-half.ts',
      'no-circular-types: server/src/domain/half-a-circle.ts -> server/src/domain/other-half.ts',
    ]);
  },
);
