// A new message anywhere: fetch this page again and put its list and head in place of the old ones.
new EventSource("/live").addEventListener("sms", async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  for (const part of ["main", "header"]) document.querySelector(part).replaceWith(page.querySelector(part));
  if (location.pathname !== "/") scrollTo({ top: document.body.scrollHeight, behavior: "smooth" });
});
