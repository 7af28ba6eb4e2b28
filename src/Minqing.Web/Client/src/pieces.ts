// The photos and voice of a form: chosen, shown, taken away again, uploaded while the person is still writing.
import { taken } from "./exif";
import { smaller } from "./photo";
import { Refused, upload } from "./send";
import { save, type Pending, type Piece } from "./store";
import { canRecord, record } from "./voice";

const one = <T extends HTMLElement>(form: HTMLElement, name: string): T | null => form.querySelector<T>(`[data-part="${name}"]`);

export function pieces(form: HTMLFormElement, pending: Pending, say: (words: string) => void): { upload: () => void } {
  const shots = one(form, "shots")!;
  const voices = one(form, "voices")!;
  const most = +(form.dataset["photos"] || 9);
  const seconds = +(form.dataset["seconds"] || 120);
  let work = Promise.resolve();

  const start = (): void => {
    for (const piece of pending.pieces) {
      if (piece.media) continue;
      // One at a time: village networks are thin. What fails now is tried again on sending.
      work = work.then(() => pending.pieces.includes(piece) ? upload(piece, () => save(pending)) : undefined).catch(error => {
        if (error instanceof Refused && error.status !== 404) {
          remove(piece);
          say(error.message || "这个文件打不开，请换一个");
        }
      });
    }
  };

  const remove = (piece: Piece): void => {
    pending.pieces = pending.pieces.filter(p => p !== piece);
    form.querySelector(`[data-piece="${piece.id}"]`)?.remove();
    void save(pending);
  };

  const show = (piece: Piece): void => {
    const box = document.createElement("div");
    const url = URL.createObjectURL(piece.blob);
    box.dataset["piece"] = piece.id;
    box.className = piece.voice ? "voice" : "shot";
    const media = document.createElement(piece.voice ? "audio" : "img") as HTMLAudioElement & HTMLImageElement;
    media.src = url;
    if (piece.voice) media.controls = true;
    else media.alt = "您选的照片";
    const away = document.createElement("button");
    away.type = "button";
    away.className = piece.voice ? "button bare" : "";
    away.textContent = piece.voice ? "删掉" : "×";
    away.setAttribute("aria-label", piece.voice ? "删掉这段录音" : "删掉这张照片");
    away.onclick = () => { remove(piece); URL.revokeObjectURL(url); };
    box.append(media, away);
    (piece.voice ? voices : shots).append(box);
  };

  const add = async (blob: Blob, voice: boolean, more: object): Promise<void> => {
    const piece: Piece = { id: Math.random().toString(36).slice(2), voice, blob, ...more };
    pending.pieces.push(piece);
    show(piece);
    await save(pending);
  };

  const choose = one<HTMLInputElement>(form, "photos");
  choose?.addEventListener("change", async () => {
    const files = Array.from(choose.files || []);
    choose.value = "";
    for (const file of files) {
      if (pending.pieces.filter(p => !p.voice).length >= most) {
        say(`最多 ${most} 张照片`);
        break;
      }
      await add(await smaller(file), false, await taken(file));
    }
    start();
  });

  const voiceFile = one<HTMLInputElement>(form, "voice-file");
  voiceFile?.addEventListener("change", async () => {
    const file = voiceFile.files?.[0];
    voiceFile.value = "";
    if (file) await add(file, true, {});
    start();
  });

  const button = one<HTMLButtonElement>(form, "record");
  if (button && canRecord()) {
    button.hidden = false;
    if (voiceFile) voiceFile.closest("label")!.hidden = true;
    const idle = button.innerHTML;
    let running: { stop: () => void } | null = null;
    button.onclick = async () => {
      if (running) {
        running.stop();
        return;
      }
      try {
        const recording = await record(seconds, t => { button.textContent = `说完了，停 ${Math.floor(t / 60)}:${String(t % 60).padStart(2, "0")}`; });
        running = recording;
        button.textContent = "说完了，停 0:00";
        const blob = await recording.done;
        if (blob.size) await add(blob, true, {});
        start();
      } catch {
        say("没有打开话筒。请允许使用话筒，或者改用文字。");
      }
      running = null;
      button.innerHTML = idle;
    };
  }

  pending.pieces.forEach(show);
  return { upload: start };
}
