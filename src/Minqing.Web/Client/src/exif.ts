// Where and when a photo was taken, read before it is scaled down (which loses it). Only JPEG carries it in a way worth reading here.
export interface Taken { lat?: number; lon?: number; at?: string }

export async function taken(file: Blob): Promise<Taken> {
  try {
    return parse(new DataView(await bytes(file.slice(0, 131072))));
  } catch {
    return {};
  }
}

export const bytes = (blob: Blob): Promise<ArrayBuffer> => new Promise((done, fail) => {
  const reader = new FileReader(); // Blob.arrayBuffer is younger than our oldest browsers
  reader.onload = () => done(reader.result as ArrayBuffer);
  reader.onerror = () => fail(reader.error);
  reader.readAsArrayBuffer(blob);
});

function parse(v: DataView): Taken {
  if (v.getUint16(0) !== 0xffd8) return {};
  let p = 2;
  while (v.getUint16(p) !== 0xffe1 || v.getUint32(p + 4) !== 0x45786966) {
    if (v.getUint8(p) !== 0xff || v.getUint16(p) === 0xffda) return {};
    p += 2 + v.getUint16(p + 2);
  }
  const base = p + 10;
  const le = v.getUint16(base) === 0x4949;
  const u16 = (o: number): number => v.getUint16(o, le);
  const u32 = (o: number): number => v.getUint32(o, le);
  // tag → where its value lies
  const tags = (at: number): Record<number, number> => {
    const found: Record<number, number> = {};
    for (let i = 0, n = u16(at); i < n; i++) {
      const e = at + 2 + i * 12;
      const size = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8][u16(e + 2)]! * u32(e + 4);
      found[u16(e)] = size > 4 ? base + u32(e + 8) : e + 8;
    }
    return found;
  };
  const text = (at: number, n: number): string => {
    let s = "";
    for (let i = 0; i < n && v.getUint8(at + i); i++) s += String.fromCharCode(v.getUint8(at + i));
    return s;
  };
  const result: Taken = {};
  const main = tags(base + u32(base + 4));
  if (main[0x8769]) {
    const exif = tags(base + u32(main[0x8769]!));
    const m = exif[0x9003] ? /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text(exif[0x9003]!, 19)) : null;
    const zone = exif[0x9011] ? text(exif[0x9011]!, 6) : "";
    if (m) result.at = `${m[1]}-${m[2]}-${m[3]}T${m[4]}${/^[+-]\d\d:\d\d$/.test(zone) ? zone : "+08:00"}`;
  }
  if (main[0x8825]) {
    const gps = tags(base + u32(main[0x8825]!));
    const degrees = (tag: number): number => [1, 60, 3600].reduce((sum, part, i) => sum + u32(gps[tag]! + i * 8) / u32(gps[tag]! + i * 8 + 4) / part, 0);
    if (gps[2] && gps[4]) {
      const lat = degrees(2) * (text(gps[1]!, 1) === "S" ? -1 : 1);
      const lon = degrees(4) * (text(gps[3]!, 1) === "W" ? -1 : 1);
      if (isFinite(lat) && isFinite(lon) && (lat || lon)) {
        result.lat = +lat.toFixed(6);
        result.lon = +lon.toFixed(6);
      }
    }
  }
  return result;
}
