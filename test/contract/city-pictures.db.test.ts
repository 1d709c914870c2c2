import { describePictures } from './chart-pictures.ts';
import { sampleApp } from './sample-app.ts';

const AS_OF = '2019-11-30';
const app = sampleApp('city-2019', '131182', AS_OF);

describePictures(app, { campaign: 'city-2019', unit: '131182', level: 3, asOf: AS_OF });
