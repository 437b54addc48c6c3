// Keeps the shell of the console on a grid worker's phone: its first page, scripts and styles, never an answer of the API.
// The shell is exchanged whole: `shell.json`, made by the build, names its files; the old one serves until all are there.
const SHELL = 'minqing shell';
const PAGE = '/index.html';

/** With so bad a network the page is opened from what is kept. Milliseconds. */
const PATIENCE = 4_000;

/** The first page and the files that it and the staff's first pages need; undefined between two versions. */
async function latest() {
  const fresh = { cache: 'no-cache' };
  const [list, page] = await Promise.all([fetch('/shell.json', fresh), fetch(PAGE, fresh)]);
  if (!list.ok || !page.ok) return undefined;
  const files = await list.json();
  const named = (await page.clone().text()).match(/\/assets\/[^"]+/g) ?? [];
  return named.every((file) => files.includes(file)) ? { files, page } : undefined;
}

async function exchange() {
  const found = await latest();
  if (found === undefined) return;
  const cache = await caches.open(SHELL);
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  await cache.addAll(found.files.filter((file) => !kept.includes(file)));
  await cache.put(PAGE, found.page);
  const gone = kept.filter((file) => file !== PAGE && !found.files.includes(file));
  await Promise.all(gone.map((file) => cache.delete(file)));
}

/** The page as the server has it now, or as it is kept where the server does not answer. */
async function page(request) {
  const cache = await caches.open(SHELL);
  const kept = await cache.match(PAGE);
  if (kept === undefined) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept));
  return Promise.race([fetch(request).catch(() => kept), late]);
}

/** A file with a hash in its name never changes. */
async function asset(request) {
  const cache = await caches.open(SHELL);
  return (await cache.match(request)) ?? fetch(request);
}

const isOurs = ({ method, url }) =>
  method === 'GET' &&
  new URL(url).origin === self.location.origin &&
  !/^\/(api|health|metrics)(\/|$)/.test(new URL(url).pathname);

self.addEventListener('install', (event) => {
  event.waitUntil(exchange());
  void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
// Each page that opens asks for what is new; the next one that is opened without a network has it.
self.addEventListener('message', (event) => {
  if (event.data === 'exchange') event.waitUntil(exchange().catch(() => undefined)); // the old one goes on
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (!isOurs(request)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (new URL(request.url).pathname.startsWith('/assets/')) event.respondWith(asset(request));
});
