// The citizen's page works without this. With it nothing typed is lost, photos are small, and a report written without network goes out by itself later.
import { fill, read } from "./draft";
import { pieces } from "./pieces";
import { Refused, send } from "./send";
import { suggest } from "./suggest";
import { all, drop, load, save, type Pending } from "./store";

document.documentElement.classList.add("js");

const form = document.querySelector<HTMLFormElement>("form[data-report]");
const state = document.querySelector<HTMLElement>("[data-part=state]");
const say = (words: string): void => {
  if (state) {
    state.textContent = words;
    state.hidden = !words;
  }
};

const fresh = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => ("0" + b.toString(16)).slice(-2)).join("");
const memory = (key: string, value?: string | null): string | null => {
  try {
    if (value === undefined) return localStorage.getItem(key);
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch { /* storage may be forbidden */ }
  return null;
};

async function begin(form: HTMLFormElement): Promise<void> {
  const url = form.getAttribute("action") || location.pathname;
  const keyField = form.querySelector<HTMLInputElement>("[name=Key]")!;
  const button = form.querySelector<HTMLButtonElement>("[type=submit]")!;
  const draft = `draft:${url}`;

  // One key for each report: the draft's if there is one, else a new one – the page may come from a cache and its key be used.
  const old = memory(draft);
  const kept = old ? JSON.parse(old) as { key: string; fields: Record<string, string> } : null;
  keyField.value = kept ? kept.key : fresh();
  if (kept && !form.querySelector("[aria-invalid]")) fill(form, kept.fields);
  const pending: Pending = await load(keyField.value) || { key: keyField.value, url, fields: [], pieces: [], waiting: false };
  form.addEventListener("input", () => memory(draft, JSON.stringify({ key: pending.key, fields: read(form) })));
  const media = pieces(form, pending, say);
  media.upload();

  const finish = async (to: string): Promise<void> => {
    memory(draft, null);
    await drop(pending.key);
    location.href = to;
  };

  const go = async (): Promise<void> => {
    button.setAttribute("aria-disabled", "true");
    say("正在发送…");
    try {
      await finish(await send(pending));
    } catch (error) {
      if (error instanceof Refused) {
        pending.waiting = false;
        await save(pending);
        // Let the server show what is wrong, in its own page.
        if (!error.piece) {
          for (const p of pending.pieces) form.insertAdjacentHTML("beforeend", `<input type="hidden" name="Attachments" value="${p.media}">`);
          form.submit();
        } else {
          say(error.message || "有一个文件打不开，请删掉再发");
        }
      } else {
        pending.waiting = true;
        await save(pending);
        say(navigator.onLine ? "网络不太好，正在再试。您写的已经存在手机里，不会丢。" : "现在没有网络。您写的已经存在手机里，一有网络就自动发出。");
        // Whoever goes from door to door begins the next one; the page comes from this phone.
        if (form.dataset["report"] === "many" && !navigator.onLine && navigator.serviceWorker?.controller) {
          memory(draft, null);
          location.reload();
          return;
        }
        void navigator.serviceWorker?.ready.then(r => (r as unknown as { sync?: { register(tag: string): Promise<void> } }).sync?.register("send")).catch(() => undefined);
        setTimeout(() => { if (pending.waiting) void go(); }, 5000);
      }
    }
    button.removeAttribute("aria-disabled");
  };

  form.addEventListener("submit", event => {
    // The preview is a page of its own: nothing is sent in yet.
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    if (button.getAttribute("aria-disabled")) return;
    pending.fields = [];
    new FormData(form).forEach((value, name) => { if (typeof value === "string") pending.fields.push([name, value]); });
    void go();
  });
  addEventListener("online", () => { if (pending.waiting) void go(); });
  if (pending.waiting) void go();
}

// Reports of other pages that still wait. Whether this page had some, and none is left.
async function others(mine: string | undefined): Promise<boolean> {
  const waiting = (await all()).filter(p => p.waiting && p.key !== mine);
  const many = form?.dataset["report"] === "many" && waiting.length > 0;
  if (many) say(`有 ${waiting.length} 件存在手机里，一有网络就自动发出。`);
  let left = 0;
  for (const p of waiting) {
    await send(p).then(() => { memory(`draft:${p.url}`, null); return drop(p.key); }).catch(() => { left++; });
  }
  if (left) setTimeout(rest, 5000);
  return many && !left;
}
const rest = (): void => void others(form?.querySelector<HTMLInputElement>("[name=Key]")?.value).then(sent => { if (sent) say("存着的已经发出。"); });

if (form) {
  void begin(form);
  suggest(form);
  const where = form.querySelector<HTMLButtonElement>("[data-part=locate]");
  if (where && navigator.geolocation) {
    where.hidden = false;
    where.onclick = () => navigator.geolocation.getCurrentPosition(p => {
      form.querySelector<HTMLInputElement>("[name=Lat]")!.value = p.coords.latitude.toFixed(6);
      form.querySelector<HTMLInputElement>("[name=Lon]")!.value = p.coords.longitude.toFixed(6);
      where.textContent = "已经记下您现在的位置";
    }, () => say("没有得到位置，请用文字写明在哪里"), { enableHighAccuracy: true, timeout: 10000 });
  }
}
addEventListener("online", rest);
setTimeout(rest, 3000);
document.querySelector<HTMLElement>(".errors")?.focus();
if (navigator.serviceWorker) addEventListener("load", () => void navigator.serviceWorker.register("/sw.js")
  .then(() => navigator.serviceWorker.ready)
  // This very page came before the worker: keep it too, for the next time without network.
  .then(() => form?.dataset["report"] ? caches.open("pages").then(async c => await c.match(location.pathname) || c.add(location.pathname)) : undefined)
  .catch(() => undefined));
