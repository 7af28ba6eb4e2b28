// From the phone to the server, as often as it takes: uploads go on where they broke off, the form is sent under one key, so that twice makes one.
import { save, type Pending, type Piece } from "./store";

/** The server has understood and says no; trying again would not help. */
export class Refused extends Error {
  readonly status: number;
  readonly piece: Piece | undefined;
  constructor(status: number, words: string, piece?: Piece) {
    super(words);
    this.status = status;
    this.piece = piece;
  }
}

const api = "/api/v1/media";

async function check(answer: Response, piece?: Piece): Promise<Response> {
  if (answer.ok) return answer;
  if (answer.status === 429 || answer.status >= 500 || answer.status === 408 || (piece && answer.status === 409)) throw new Error(String(answer.status));
  const words = /json/.test(answer.headers.get("content-type") || "") ? await answer.json().then(j => j.detail || j.title).catch(() => "") : "";
  throw new Refused(answer.status, words, piece);
}

const running = new WeakMap<Piece, Promise<void>>();

/** Uploads one piece, from where the last try broke off. Who asks while it is under way waits for the same upload. */
export function upload(piece: Piece, kept: () => Promise<unknown>): Promise<void> {
  const now = running.get(piece) || go(piece, kept).then(() => { running.delete(piece); }, error => { running.delete(piece); throw error; });
  running.set(piece, now);
  return now;
}

async function go(piece: Piece, kept: () => Promise<unknown>): Promise<void> {
  if (piece.media) return;
  let from = 0;
  if (piece.upload) {
    const head = await fetch(piece.upload, { method: "HEAD" });
    if (head.ok) from = +(head.headers.get("upload-offset") || 0);
    else if (head.status === 404) delete piece.upload;
    else throw new Error(String(head.status));
  }
  if (!piece.upload) {
    const begun = await check(await fetch(`${api}/uploads`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ size: piece.blob.size, takenAt: piece.at, lat: piece.lat, lon: piece.lon }),
    }), piece);
    piece.upload = `${api}/${(await begun.json()).id}`;
    await kept();
  }
  const answer = await check(await fetch(`${piece.upload}?offset=${from}`, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream" },
    body: piece.blob.slice(from),
  }), piece);
  const done = await answer.json();
  if (done.refused) throw new Refused(422, "", piece);
  if (!done.media) throw new Error("more");
  piece.media = done.id;
  await kept();
}

/** Sends everything; gives the address of the receipt. Throws Refused, or any other error when it is worth trying later. */
export async function send(pending: Pending): Promise<string> {
  for (const piece of pending.pieces) await upload(piece, () => save(pending));
  const form = new FormData();
  for (const [name, value] of pending.fields) form.append(name, value);
  for (const piece of pending.pieces) form.append("Attachments", piece.media!);
  const answer = await check(await fetch(pending.url, { method: "POST", body: form, headers: { "x-sent-by": "script" } }));
  // The session ended: nothing was taken down, and nothing may be thrown away.
  if (answer.redirected) throw new Refused(401, "");
  return answer.headers.get("location") || pending.url;
}
