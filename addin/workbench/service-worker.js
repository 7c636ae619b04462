// Lets the workbench work without a network after the first visit. The build writes the list of files and the name of the cache.
/* global self, caches, Response */
const files = self.__FILES__;
const cacheName = "pa-werkbank-__VERSION__";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(files))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((n) => n.startsWith("pa-werkbank-") && n !== cacheName).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

// The network first, so that nobody works with an old version; the kept copy when there is no network. Nothing but our own files.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  const fromCache = () => caches.match(request, { ignoreSearch: true });
  event.respondWith(fetch(request).catch(async () => (await fromCache()) ?? Response.error()));
});
