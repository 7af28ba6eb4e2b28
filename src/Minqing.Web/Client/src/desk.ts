// The hotline desk: while somebody types, the page is asked again and its parts beside the form are taken over. Enter goes to the next field; Ctrl+Enter sends; F8 and F9 go to what is found, Escape back.
const parts = ["places", "suggested", "caller", "similar", "preview"];
const found: Record<string, string> = { F8: "caller", F9: "similar" };
// Who has a second matter says neither number nor name nor place again. Kept for this tab, until the next call.
const last = "desk-last";
const said = ["Phone", "Name", "Sought"];

export function desk(form: HTMLFormElement): void {
  const look = form.querySelector<HTMLButtonElement>(".look")!;
  const sought = form.querySelector<HTMLInputElement>("[name=Sought]")!;
  const where = form.querySelector<HTMLInputElement>("[name=Address]")!;
  const address = look.formAction;
  let timer = 0;
  let asked = 0;
  let late = false;
  let left: HTMLElement = sought;
  form.classList.add("live");
  look.tabIndex = -1;

  const places = (): HTMLInputElement[] => Array.from(form.querySelectorAll<HTMLInputElement>("[name=Place]"));

  // Whoever types faster than the answer comes takes the first of what is found.
  const take = (): void => {
    const first = places()[0];
    if (!late) return;
    late = false;
    if (!first) {
      // Nothing is called so: another word is needed, before anything else is.
      if (document.activeElement === where && !where.value) sought.focus();
      return;
    }
    if (places().some(p => p.checked)) return;
    first.checked = true;
    soon(0);
  };

  const ask = async (): Promise<void> => {
    const mine = ++asked;
    const typed = new FormData(form);
    const answer = await fetch(address, { method: "POST", body: typed }).catch(() => null);
    if (!answer?.ok || answer.redirected || mine !== asked) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of parts) {
      const [now, next] = [document.getElementById(id), fresh.getElementById(id)];
      // Whoever is choosing keeps the list that they choose from.
      if (now && next && now.innerHTML !== next.innerHTML && !now.contains(document.activeElement)) now.innerHTML = next.innerHTML;
    }
    form.dataset["looked"] = `${mine}`;
    // An answer to what stood there before says nothing about what stands there now.
    if (typed.get("Sought") === sought.value) take();
  };

  const soon = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), wait);
  };

  // What is typed in Pinyin is no word before a sign is chosen.
  form.addEventListener("input", event => { if (!(event as InputEvent).isComposing) soon(250); });
  form.addEventListener("compositionend", () => soon(250));
  sought.addEventListener("input", () => { late = false; });
  form.addEventListener("change", () => soon(0));

  const next = (from: HTMLElement): void => {
    const fields = Array.from(form.querySelectorAll<HTMLElement>("input:not([type=hidden]):not([name=Place]), textarea, select, #send"));
    fields[fields.indexOf(from) + 1]?.focus();
  };

  form.addEventListener("keydown", event => {
    const at = event.target as HTMLElement;
    left = at;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector<HTMLButtonElement>("#send"));
    } else if (event.key === "ArrowDown" && at === sought) {
      const first = places().find(p => p.checked) ?? places()[0];
      if (!first) return;
      event.preventDefault();
      first.focus();
      first.checked = true;
      soon(0);
    } else if (event.key === "Enter" && !event.isComposing && (at instanceof HTMLInputElement || at instanceof HTMLSelectElement)) {
      event.preventDefault();
      late = late || at === sought && !!sought.value.trim();
      if ((at as HTMLInputElement).name === "Place") where.focus();
      else next(at);
      if (at === sought) soon(0);
    }
  });

  const field = (name: string): HTMLInputElement => form.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  form.addEventListener("submit", () => sessionStorage.setItem(last, JSON.stringify(said.map(name => field(name).value))));
  const before = sessionStorage.getItem(last);
  sessionStorage.removeItem(last);
  if (before && location.hash === "#again") {
    (JSON.parse(before) as string[]).forEach((value, i) => { field(said[i]!).value = value; });
    late = true;
    soon(0);
    where.focus();
  }
  // What was refused is put right where it stands.
  const wrong = form.querySelector<HTMLElement>("[aria-invalid]");
  if (wrong) setTimeout(() => wrong.focus());

  document.addEventListener("keydown", event => {
    if (event.key === "Escape") left.focus();
    // What is chosen beside the form is sent with it.
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !form.contains(event.target as Node)) form.requestSubmit(form.querySelector<HTMLButtonElement>("#send"));
    const part = found[event.key];
    if (!part) return;
    event.preventDefault();
    document.getElementById(part)?.querySelector<HTMLElement>("input:checked, a")?.focus();
  });
}
