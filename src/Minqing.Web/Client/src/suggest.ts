// What the words speak of, by the list of the place. The phone itself looks, as the server does: nothing is sent before the person sends it.
export function suggest(form: HTMLFormElement): void {
  const note = form.querySelector<HTMLElement>("[data-part=suggest]");
  const words = form.querySelector<HTMLTextAreaElement>("[name=Words]");
  const choice = form.querySelector<HTMLSelectElement>("[name=Category]");
  let list: Promise<string[][]> | undefined;

  const look = async (): Promise<void> => {
    const rows = await (list ||= fetch("?handler=Words").then(a => a.ok ? a.text() : "").then(t => t.split("\n").map(l => l.split(/[\t ]/))).catch(() => (list = undefined, [])));
    const text = words!.value.slice(0, 2000);
    let most = 0;
    let say = "";
    for (const [name, ...row] of choice!.value ? [] : rows) {
      const said = row.filter(w => text.includes(w));
      const sum = said.reduce((n, w) => n + w.length * w.length * Math.min(3, text.split(w).length - 1), 0);
      if (sum > most) [most, say] = [sum, `看着像是“${name}”方面的事（说到 ${said.slice(0, 3).join("、")}）。不对的话，在下面“再补充一些”里改。`];
    }
    note!.textContent = say;
    note!.hidden = !say;
  };

  if (note && words && choice) for (const from of [words, choice]) from.addEventListener("input", () => void look());
}
