import { writeFileSync } from 'node:fs';
import { referencePage } from './reference.ts';
import { registry } from './registry.ts';

writeFileSync(new URL('../../../docs/metrics.md', import.meta.url), referencePage(registry));
