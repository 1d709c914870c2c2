import { expect, it } from 'vitest';
import { parseIssuedCard } from './frozen.ts';

it('a card of format 1 is read as one about a single matter', () => {
  const facts = { rule: 'REPORTS_MISSED', missed: [] };
  const before = {
    format: 1,
    number: '提醒〔2014〕1号',
    rule: 'REPORTS_MISSED',
    unit: '350322111',
    caseNo: null,
    organisation: '游洋镇',
    recipient: { post: '游洋镇党委书记', illustrative: false, as: 'unit', unitName: '游洋镇' },
    facts,
  };
  expect(parseIssuedCard(JSON.stringify(before))).toMatchObject({
    format: 2,
    number: '提醒〔2014〕1号',
    rule: 'REPORTS_MISSED',
    recipient: { post: '游洋镇党委书记' },
    matters: [{ unit: '350322111', caseNo: null, organisation: '游洋镇', facts }],
  });
});
