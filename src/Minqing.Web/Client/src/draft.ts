// What is typed survives a crash, a reload and an error, until the form has been sent.
type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fields = (form: HTMLFormElement): Typed[] =>
  (Array.from(form.elements) as Typed[]).filter(e => e.name && !e.name.startsWith("__") && !/^(file|hidden|password|submit|button)$/.test(e.type));

const box = (e: Typed): e is HTMLInputElement => e.type === "checkbox" || e.type === "radio";

export function read(form: HTMLFormElement): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const e of fields(form)) {
    if (box(e) ? e.checked : e.value) kept[box(e) ? `${e.name}=${e.value}` : e.name] = box(e) ? "1" : e.value;
  }
  return kept;
}

export function fill(form: HTMLFormElement, kept: Record<string, string>): void {
  for (const e of fields(form)) {
    if (box(e)) {
      e.checked = `${e.name}=${e.value}` in kept;
    } else if (!e.value && kept[e.name]) {
      e.value = kept[e.name]!;
    }
  }
}

/** Keeps the form under this key; gives back how to forget it. */
export function keep(form: HTMLFormElement, key: string): () => void {
  try {
    const old = localStorage.getItem(key);
    if (old) fill(form, JSON.parse(old) as Record<string, string>);
    form.addEventListener("input", () => localStorage.setItem(key, JSON.stringify(read(form))));
  } catch { /* storage may be forbidden: then nothing is kept */ }
  return () => { try { localStorage.removeItem(key); } catch { /* as above */ } };
}
