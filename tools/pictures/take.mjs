// Takes the pictures of the README from a running demonstration, going the whole way as its people do:
//   ./run --fresh --data /tmp/pictures --clock /tmp/clock &   (the file holds an instant such as 2026-03-02T09:00:00+08:00)
//   node tools/pictures/take.mjs http://127.0.0.1:5311 /tmp/pictures /tmp/clock
// Without a clock that can be moved it takes all but the leader's: what is late needs days to pass.
import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [base, data, clock] = process.argv.slice(2);
const out = new URL('../../docs/pictures/', import.meta.url).pathname;
mkdirSync(out, { recursive: true });
const rows = (name) => readFileSync(`${data}/demo/${name}`, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
const [code, , region] = rows('codes.csv').find((row) => row[2].startsWith('620402'));
const account = (role, place, unit = '') => rows('accounts.csv').find((row) => row[3] === role && row[5] === place && row[4].includes(unit));

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN'],
});
const phone = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' };
const desk = { viewport: { width: 1280, height: 860 }, locale: 'zh-CN' };

const now = () => (clock ? Date.parse(readFileSync(clock, 'utf8').trim()) : Date.now());
const oneTime = (secret, at = now()) => {
  const bits = [...secret].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
  const mac = createHmac('sha1', key).update(step).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1000000).padStart(6, '0');
};

// A one-time code counts once: who signs in again does it half a minute later.
const later = async (ms) => {
  if (!clock) return;
  writeFileSync(clock, new Date(now() + ms).toISOString());
  await new Promise((done) => setTimeout(done, 3000));
};

const signedIn = async (role, place, shape, unit) => {
  const [name, password, secret] = account(role, place, unit);
  await later(31000);
  const page = await (await browser.newContext(shape)).newPage();
  await page.goto(`${base}/sign-in`);
  await page.locator('input[name$="Account"]').fill(name);
  await page.locator('input[type=password]').fill(password);
  await page.locator('input[name$="Code"]').fill(oneTime(secret));
  await Promise.all([page.waitForURL((url) => !url.pathname.startsWith('/sign-in')), page.getByRole('button', { name: '登录', exact: true }).click()]);
  return page;
};
const shot = async (page, name) => page.screenshot({ path: `${out}${name}.png` });
const program = async (role, place, unit) => {
  const [name, password, secret] = account(role, place, unit);
  await later(31000);
  const answer = await fetch(`${base}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account: name, password, code: oneTime(secret, clock ? now() : now() + 30000) }) });
  const { token } = await answer.json();
  return async (path, body = {}) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const reply = await fetch(`${base}/api/v1/${path}`, body === null ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
};

const village = `${region.slice(0, 12)}`;
const county = `${region.slice(0, 6)}000000`;
const report = async (text, categoryCode) => {
  const reply = await fetch(`${base}/api/v1/reports`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify({ siteCode: code, text, categoryCode, phone: '13800001234' }) });
  if (!reply.ok) throw new Error(await reply.text());
};

// The person
const person = await (await browser.newContext(phone)).newPage();
await person.goto(`${base}/q/${code}`);
await shot(person, 'report');
await person.locator('textarea').first().fill('楼下蛋糕店的冷库整夜响，老人孩子都睡不着，找过店主两次也没改。');
await person.locator('input[type=tel]').fill('13800001234');
await person.locator('details', { has: person.locator('#Category') }).locator('summary').first().click();
await person.locator('#Category').selectOption('C4');
await Promise.all([person.waitForURL('**/receipt**'), person.getByRole('button', { name: '提交' }).click()]);
await shot(person, 'receipt');
const [, number] = person.url().match(/\/f\/([^/]+)\/receipt/);
const key = new URL(person.url()).searchParams.get('code');

// The secretary
const secretary = await signedIn('village-secretary', village, phone);
await secretary.goto(`${base}/work`);
await shot(secretary, 'work');
await Promise.all([secretary.waitForURL('**/appeals/**'), secretary.locator('a.row').first().click()]);
await shot(secretary, 'appeal');
const id = secretary.url().split('/appeals/')[1].split(/[?#]/)[0];
const act = await program('village-secretary', village);
await act(`appeals/${id}/calls`, { outcome: 'reached', said: '已了解情况，今晚上门' });
await act(`appeals/${id}/signature`);
await act(`appeals/${id}/results`, { result: '已上门协调，店主加装了隔音棉，夜间关闭一台压缩机。', measures: '与店主、社区民警一起上门，签了整改承诺', outcome: 'solved' });
await secretary.reload();
await shot(secretary, 'appeal-later');

// The town checks, the county calls back
const check = await program('town-centre', `${region.slice(0, 9)}000`);
await check(`appeals/${id}/approvals`);
const caller = await signedIn('follow-up-desk', `${region.slice(0, 6)}000000`, desk);
await caller.goto(`${base}/followups`);
await Promise.all([caller.waitForURL('**/followups/**'), caller.locator('a.row').first().click()]);
await caller.getByRole('button', { name: '打电话' }).click();
await caller.getByRole('link', { name: '拨打' }).waitFor();
await caller.getByText('打通了', { exact: true }).click();
const rate = (what, words) => caller.getByRole('group', { name: what }).getByRole('radio', { name: words, exact: true }).check();
await rate('事情办的结果', '满意');
await rate('办得快不快', '非常满意');
await rate('办事人的态度', '满意');
await shot(caller, 'follow-up');
await caller.getByRole('button', { name: '记下回访' }).click();
await caller.getByText('这件事销号了').waitFor();

// The person again
await person.goto(`${base}/f/${number}?code=${key}`);
await shot(person, 'follow');

// The county's desk: what is a department's, who asks for more time
await report('楼下烧烤店每天晚上油烟直排，窗户都不敢开，投诉过三次都没改。', 'A3');
await report('四单元楼道的灯坏了半个月，老人上下楼看不见。', 'A1');
await report('小区健身器材的横杆断了，孩子爬上去很危险，能不能换新的？', 'A4');
const mine = (await act('turns', null)).rows;
const idOf = (words) => mine.find((row) => row.text.includes(words)).appeal;
await act(`appeals/${idOf('楼道的灯')}/signature`);
await act(`appeals/${idOf('楼道的灯')}/steps/ask-extension`, { days: 5, reason: '声控开关要从厂家订，五天到货。' });
const centre = await signedIn('county-centre', county, desk);
await centre.goto(`${base}/dispatch?id=${idOf('烧烤店')}`);
await shot(centre, 'dispatch');

// A key matter, with a measure that was answered
const keeper = await signedIn('county-political-legal-secretary', county, desk);
await keeper.goto(`${base}/oversight/new/key-matter?appeal=${idOf('烧烤店')}`);
const choose = async (form, label, words) => {
  const options = await form.getByLabel(label).locator('option').allInnerTexts();
  await form.getByLabel(label).selectOption({ label: options.find((option) => option.includes(words)) });
};
const day = (after) => new Date(now() + (8 + 24 * after) * 3600000).toISOString().slice(0, 10);
await keeper.getByLabel('叫什么').fill('夜间烧烤油烟扰民');
await keeper.getByLabel('为什么重点督办').fill('多人反映，屡禁不止。');
await choose(keeper, '由哪个岗位负责', '白银区城市管理局');
await keeper.getByLabel('到哪天').fill(day(18));
await keeper.getByRole('button', { name: '列为重点督办' }).click();
await keeper.getByText('已经登记').waitFor();
const measure = async (unit, words, until) => {
  await keeper.locator('summary', { hasText: '加一项措施' }).click();
  const form = keeper.locator('details.step[open]');
  await choose(form, '哪个单位', unit);
  await form.getByLabel('做什么、答什么').fill(words);
  await form.getByLabel('到哪天').fill(day(until));
  await form.getByRole('button').click();
  await keeper.getByText('已经记下').waitFor();
};
await measure('白银区市场监管局', '查证照，没有油烟净化器的责令装上', 5);
await measure('白银区城市管理局', '夜间巡查一周，拍照留证', 9);
const docket = keeper.url().split('/oversight/')[1].split(/[?#]/)[0];
await (await program('department-officer', county, '市场监管局'))(`dockets/${docket}/steps/answer`, { task: 1, words: '两家都没有净化器，已责令三天内装好。' });
await keeper.reload();
await shot(keeper, 'docket');

// The leader, when nobody did anything for some days
if (clock) {
  for (const text of ['楼下饭店的油烟直接排到院子里，窗户都不敢开。', '三号楼门口的井盖坏了三天，昨天有个老人差点绊倒。']) await report(text);
  await later(4 * 86400000);
  await later(1000);
  const leader = await signedIn('county-political-legal-secretary', county, phone);
  await leader.locator('a.row', { hasText: '井盖' }).waitFor();
  await shot(leader, 'late');
}
await browser.close();
console.log(`pictures in ${out}`);
