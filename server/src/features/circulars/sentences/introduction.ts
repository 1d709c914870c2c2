import { day } from './bind.ts';

/** What a circular opens with: on what it rests, and its cut-off. */
export const INTRODUCTION = {
  id: 'INTRODUCTION',
  title: { zh: '', en: '' },
  paragraphs: [
    {
      id: 'introduction',
      sentences: [
        {
          id: 'introduction',
          text: {
            zh: '按照整顿软弱涣散基层党组织工作部署和定期通报的要求，现将{unitName}{campaign}截至{asOf}的进展情况通报如下。',
            en: 'This circular reports the progress of {unitName} in {campaign} as of {asOf}.',
          },
          figures: { asOf: day('asOf') },
        },
      ],
    },
  ],
} as const;
