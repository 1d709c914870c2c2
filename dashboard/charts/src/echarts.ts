import { BarChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/* Only what the charts on screen use. SVG: crisp on a projector and in print. */
use([BarChart, LineChart, GridSimpleComponent, SVGRenderer]);
