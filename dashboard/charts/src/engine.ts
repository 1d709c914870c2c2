import { LegendPlainComponent } from 'echarts/components';
import { use } from 'echarts/core';
import './echarts.ts';

/* A chart away from its page draws the words for its patterns itself. */
use([LegendPlainComponent]);

export { init } from 'echarts/core';
