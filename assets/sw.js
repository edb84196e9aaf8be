// Keeps the pages on the phone, so that they open without a network and a second visit moves none of them.
// Only what the build lists: files that are the same for everybody, and hold no word of anybody's.
"use strict";
const VERSION = "__VERSION__";
const FILES = __PRECACHE__;

const own = () => caches.open(VERSION);

// A file named by its content never changes. Any other is asked for anew, which moves nothing of what
// the page has just loaded: the server answers that it is still the same.
const isNamedByContent = (path) => path.startsWith("/assets/");
const load = async (cache, path) => {
  const before = isNamedByContent(path) && (await caches.match(path));
  if (before) return cache.put(path, before);
  const answer = await fetch(path, { cache: isNamedByContent(path) ? "default" : "no-cache" });
  if (!answer.ok || answer.redirected) throw new Error(`${path} cannot be kept`);
  return cache.put(path, answer);
};

const keepAll = async () => {
  const cache = await own();
  await Promise.all(FILES.map((path) => load(cache, path)));
  await skipWaiting();
};
addEventListener("install", (event) => event.waitUntil(keepAll()));

// A page that is still open may ask for parts of the version before; what is older than that goes.
const forgetOld = async () => {
  const names = (await caches.keys()).filter((name) => name !== VERSION);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
};
addEventListener("activate", (event) => event.waitUntil(forgetOld()));

const withSlash = (path) => (path.endsWith("/") ? path : `${path}/`);
const kept = async (path) => {
  try {
    return (await (await own()).match(path)) ?? (await caches.match(path));
  } catch {
    return undefined; // what the phone kept cannot be read: the network has it
  }
};

const page = async (request, path) => {
  const found = await kept(path);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (fault) {
    const cover = await kept("/");
    if (cover) return cover;
    throw fault;
  }
};
const part = async (request, path) => (await kept(path)) ?? fetch(request);

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, withSlash(pathname)));
  else if (FILES.includes(pathname)) event.respondWith(part(request, pathname));
});
