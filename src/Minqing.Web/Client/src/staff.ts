import { desk } from "./desk";
import { keep } from "./draft";
import { passkeys } from "./passkey";

const all = <T extends Element>(selector: string): T[] => Array.from(document.querySelectorAll<T>(selector));

// Drafts are forgotten when the page after the sending says what was done.
for (const form of all<HTMLFormElement>("form[data-draft]")) {
  const key = `draft:${form.dataset["draft"]}`;
  form.addEventListener("submit", () => sessionStorage.setItem("sent", key));
}
const sent = sessionStorage.getItem("sent");
if (sent && document.querySelector(".toast") && !document.querySelector(".errors, .changed")) {
  localStorage.removeItem(sent);
  sessionStorage.removeItem("sent");
}
for (const form of all<HTMLFormElement>("form[data-draft]")) keep(form, `draft:${form.dataset["draft"]}`);

// A form goes out once; coming back to the page wakes it.
for (const form of all<HTMLFormElement>("form[data-once]")) {
  form.addEventListener("submit", event => {
    if (form.dataset["sent"]) event.preventDefault();
    form.dataset["sent"] = "1";
    setTimeout(() => delete form.dataset["sent"], 8000);
  });
}
addEventListener("pageshow", () => all<HTMLFormElement>("form[data-once]").forEach(f => delete f.dataset["sent"]));

passkeys();
for (const form of all<HTMLFormElement>("form[data-desk]")) desk(form);

// Errors are read out and looked at first.
document.querySelector<HTMLElement>(".errors, .changed")?.focus();

// Of a row that is longer than the phone is wide, what is chosen is in sight.
for (const chosen of all<HTMLElement>(".chips [aria-current], .tabs [aria-current]")) {
  const row = chosen.parentElement!;
  if (chosen.offsetLeft + chosen.offsetWidth > row.offsetLeft + row.clientWidth) row.scrollLeft = chosen.offsetLeft - row.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2;
}

// j and k walk through a list, Enter opens.
addEventListener("keydown", event => {
  const target = event.target as HTMLElement;
  if (!/^[jk]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || /INPUT|TEXTAREA|SELECT/.test(target.tagName)) return;
  const rows = all<HTMLElement>(".row");
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  const at = focused >= 0 ? focused : rows.findIndex(row => row.hasAttribute("aria-current"));
  const row = rows[Math.min(rows.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)))];
  row?.focus();
  // Where the detail stands beside the list, walking opens.
  if (row && !row.hasAttribute("aria-current") && row.closest("[data-follow]")) row.click();
});

// What prints is shown where it works.
for (const button of all<HTMLButtonElement>("button[data-print]")) {
  const bar = button.closest<HTMLElement>("[data-print-bar]");
  if (bar) bar.hidden = false;
  button.addEventListener("click", () => print());
}

// Live lists: the stream only says that something changed; the page itself is asked again, so that what is shown is always what the server would show.
for (const list of all<HTMLElement>("[data-live][id]")) {
  let asked = 0;
  const refresh = async (): Promise<void> => {
    const mine = ++asked;
    const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || answer.redirected || mine !== asked) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(list.id);
    if (!fresh || fresh.innerHTML === list.innerHTML) return;
    const focused = (document.activeElement as HTMLAnchorElement | null)?.getAttribute("href");
    list.innerHTML = fresh.innerHTML;
    if (focused) list.querySelector<HTMLElement>(`[href="${CSS.escape(focused)}"]`)?.focus();
  };
  const stream = new EventSource(list.dataset["live"]!);
  let timer = 0;
  stream.onmessage = () => { clearTimeout(timer); timer = setTimeout(() => void refresh(), 300); };
  document.addEventListener("visibilitychange", () => { if (!document.hidden) void refresh(); });
}

// A template fills its text at once, without a way to the server and back.
for (const button of all<HTMLButtonElement>("button[data-fill]")) {
  button.addEventListener("click", event => {
    const text = button.form?.querySelector("textarea");
    if (!text) return;
    event.preventDefault();
    text.value = text.value.trim() ? `${text.value}\n${button.dataset["fill"]}` : button.dataset["fill"]!;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  });
}

// What the page for where there is no network looks like came before there was a worker to keep it.
if (document.querySelector("form[data-report=many]")) void navigator.serviceWorker?.ready.then(async () => {
  const kept = await caches.open("pages");
  for (const part of all<HTMLLinkElement | HTMLScriptElement>("link[rel=stylesheet], script[src]")) {
    const url = new URL(part instanceof HTMLLinkElement ? part.href : part.src);
    const answer = await fetch(url);
    if (answer.ok) await kept.put(url.pathname, answer);
  }
}).catch(() => undefined);
