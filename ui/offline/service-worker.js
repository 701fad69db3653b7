/* Keeps the built program, never an answer of the server: those hold personal data and go past it.
   The build puts the version and the files of the mentor's pages in here. */
const VERSION = '__VERSION__'
const FILES = JSON.parse('__FILES__')
const CACHE = `yanzhen-${VERSION}`
/** A page that takes longer comes from the cache, in milliseconds. */
const PATIENCE = 3000

self.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (/^\/(api|docs|openapi\.json)(\/|$)/.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (FILES.includes(pathname)) event.respondWith(other(request))
})

async function fill() {
  const cache = await caches.open(CACHE)
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache' })))
}

async function dropOthers() {
  const names = await caches.keys()
  await Promise.all(
    names
      .filter((name) => name.startsWith('yanzhen-') && name !== CACHE)
      .map((name) => caches.delete(name)),
  )
}

/** Every address is the one page, the newest that can be had. */
async function page(request) {
  const kept = await caches.match('/')
  if (!kept) return fetch(request)
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, kept))
  return Promise.race([fetch(request).catch(() => kept), late])
}

/** Names of assets carry a hash of their content: what is kept is what the server has. */
async function asset(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone())
  return answer
}

async function other(request) {
  return fetch(request).catch(async () => (await caches.match(request)) ?? Response.error())
}
