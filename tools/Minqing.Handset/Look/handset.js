// A new message anywhere, or one that came before this line was open: fetch this page again and put its list and head in place of the old ones.
const refresh = async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  if (page.querySelector("main").innerHTML === document.querySelector("main").innerHTML) return;
  for (const part of ["main", "header"]) document.querySelector(part).replaceWith(page.querySelector(part));
  if (location.pathname !== "/") scrollTo({ top: document.body.scrollHeight, behavior: "smooth" });
};
const live = new EventSource("/live");
live.addEventListener("open", refresh);
live.addEventListener("sms", refresh);
