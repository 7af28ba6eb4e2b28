// Writes src/Minqing.Storage/Regions/pinyin-initials.txt: npm i pinyin-pro@3.29.4 && node make.mjs > ../../src/Minqing.Storage/Regions/pinyin-initials.txt
import { pinyin } from "pinyin-pro";

const first = [], more = [];
for (let c = 0x4e00; c <= 0x9fff; c++) {
  const sign = String.fromCharCode(c);
  const initials = [...new Set(pinyin(sign, { toneType: "none", multiple: true, type: "array" }).map(r => r[0]).filter(i => /[a-z]/.test(i)))];
  first.push(initials[0] ?? "-");
  if (initials.length > 1) more.push(sign + initials.slice(1).join(""));
}
console.log("# Initials of the readings of U+4E00 to U+9FFF, the usual one; below, signs with other readings too. Made by tools/pinyin from pinyin-pro 3.29.4 (MIT, (c) 2022-present zh-lx).");
for (let i = 0; i < first.length; i += 128) console.log(first.slice(i, i + 128).join(""));
console.log("#");
for (let i = 0; i < more.length; i += 40) console.log(more.slice(i, i + 40).join(" "));
