import { chromium } from 'playwright-core';
import AxeBuilder from '@axe-core/playwright';
const base = 'http://127.0.0.1:5312';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-background-networking'] });
const ctx = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await ctx.newPage();
page.on('pageerror', (e) => console.log('PAGEERROR', e.message.slice(0, 300)));
for (const theme of ['light','dark']) for (const p of ['/c/county-2014/u/350322/wallchart','/c/county-2014/u/350322/ledger?countedIn=OUTSTANDING','/c/county-2014/u/350322/case/2014-006','/metrics','/imports']) {
  await page.goto(base + p, { waitUntil: 'networkidle' });
  await page.evaluate(`localStorage.setItem('wallchart.theme','${theme}')`);
  await page.reload({ waitUntil: 'networkidle' });
  const r = await new AxeBuilder({ page }).withTags(['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']).analyze();
  console.log(theme, p, r.violations.length);
  for (const v of r.violations) console.log('  ', v.id, v.nodes.length, v.nodes[0]?.html.slice(0, 160), v.nodes[0]?.failureSummary?.slice(0, 250));
}
await browser.close();
