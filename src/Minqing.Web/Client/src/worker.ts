// Answers when there is no network: the report page of a code that was opened before, else a page that says so; and sends what waits.
import { send } from "./send";
import { all, drop } from "./store";

interface Waits extends Event { waitUntil(p: Promise<unknown>): void }
interface Fetching extends Waits { request: Request; respondWith(r: Promise<Response>): void }
const worker = self as unknown as { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } };

const offline = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>没有网络 · 民情直通</title><style>body{font:17px/1.6 -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif;max-width:26em;margin:3em auto;padding:0 1.2em;color-scheme:light dark}h1{font-size:1.5em}a{color:inherit}</style>
<main><h1>现在没有网络</h1><p>您写的内容没有丢，存在这部手机里，一有网络就自动发出。</p><p>急事请直接打电话：<a href="tel:12345">12345</a>，危及生命请打 110、119、120。</p><p><a href="">再试一次</a></p></main><script>addEventListener("online",function(){location.reload()})</script></html>`;

async function page(request: Request): Promise<Response> {
  const cache = await caches.open("pages");
  const path = new URL(request.url).pathname;
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && /^\/(q\/|desk\/outside$)/i.test(path)) void cache.put(path, answer.clone());
    return answer;
  } catch {
    return await cache.match(path) || new Response(offline, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
  }
}

const on = (name: string, act: (event: never) => void): void => self.addEventListener(name, act as unknown as EventListener);

on("install", (e: Waits) => e.waitUntil(worker.skipWaiting()));
on("activate", (e: Waits) => e.waitUntil(worker.clients.claim()));
async function look(request: Request): Promise<Response> {
  const cache = await caches.open("pages");
  const path = new URL(request.url).pathname;
  try {
    const answer = await fetch(request);
    if (answer.ok) void cache.put(path, answer.clone());
    return answer;
  } catch {
    return await cache.match(path) || Response.error();
  }
}

on("fetch", (e: Fetching) => {
  if (e.request.method !== "GET") return;
  if (e.request.mode === "navigate") e.respondWith(page(e.request));
  else if (/^\/app\/staff[^/]*$/.test(new URL(e.request.url).pathname)) e.respondWith(look(e.request));
});
on("sync", (e: Waits) => e.waitUntil(all().then(async waiting => {
  for (const p of waiting) if (p.waiting) await send(p).then(() => drop(p.key));
})));
