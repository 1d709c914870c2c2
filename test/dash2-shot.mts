import { chromium } from 'playwright-core';
const base = process.env.BASE ?? 'http://127.0.0.1:5312';
const jobs = process.argv.slice(2).map((a) => JSON.parse(a) as { path: string; name: string; w?: number; h?: number; theme?: string; lang?: string; full?: boolean; wait?: number });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update','--disable-sync'] });
for (const j of jobs) {
  const page = await browser.newPage({ viewport: { width: j.w ?? 1440, height: j.h ?? 900 } });
  page.on('console', (m) => { if (['error','warning'].includes(m.type())) console.log(j.name, m.type(), m.text().slice(0, 300)); });
  page.on('pageerror', (e) => console.log(j.name, 'PAGEERROR', e.message.slice(0, 400)));
  await page.addInitScript(`localStorage.setItem('wallchart.theme','${j.theme ?? 'light'}');localStorage.setItem('wallchart.language','${j.lang ?? 'zh-CN'}')`);
  await page.goto(base + j.path, { waitUntil: 'networkidle' });
  await page.waitForTimeout(j.wait ?? 500);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) console.log(j.name, 'OVERFLOW-X', over);
  await page.screenshot({ path: `/tmp/dash2-shots/${j.name}.png`, fullPage: j.full ?? false });
  await page.close();
}
await browser.close();
