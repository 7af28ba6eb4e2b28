// Writes reference/calendar/CN/<year>.csv from the package chinese-days (MIT): npm install --no-package-lock && npm run make
// One row per day that differs from the plain week: date,kind,name with kind holiday or make-up.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const first = 2007, last = 2026;
const source = new URL('node_modules/chinese-days/dist/years/', import.meta.url);
const target = new URL('../../reference/calendar/CN/', import.meta.url);

// The package writes "English name,Chinese name,days".
const rows = (days, kind) => Object.entries(days).map(([date, names]) => ({ date, kind, name: names.split(',')[1] }));

mkdirSync(target, { recursive: true });
for (let year = first; year <= last; year++) {
  const { holidays, workdays } = JSON.parse(readFileSync(new URL(`${year}.json`, source), 'utf8'));
  const days = [...rows(holidays, 'holiday'), ...rows(workdays, 'make-up')].sort((a, b) => a.date.localeCompare(b.date));
  const stray = days.find((d, i) => !d.date.startsWith(`${year}-`) || !d.name || d.date === days[i - 1]?.date);
  if (days.length === 0 || stray) {
    throw new Error(`${year}: ${stray ? JSON.stringify(stray) : 'no days'}`);
  }

  writeFileSync(new URL(`${year}.csv`, target), ['date,kind,name', ...days.map((d) => `${d.date},${d.kind},${d.name}`), ''].join('\n'));
}
