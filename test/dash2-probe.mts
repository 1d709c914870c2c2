import { chromium } from 'playwright-core';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const page = await browser.newPage();
page.on('response', async (r) => { if (r.url().includes('graphql') && r.status() >= 400) console.log(r.request().postData()?.slice(0, 300), (await r.text()).slice(0, 400)); });
await page.goto('http://127.0.0.1:5312' + process.argv[2], { waitUntil: 'networkidle' });
await browser.close();
