// Makes the workbench work offline after the first visit. The build fills in the lists of files and the name of the
// cache.
/** Files the page cannot work without: all are cached, or none. */
const needed = self.__NEEDED__;
/** Fonts, pictures, the manifest: if one cannot be fetched, the others are still cached. */
const pleasant = self.__PLEASANT__;
const cacheName = "pa-werkbank-__VERSION__";
const page = needed[0];
/** Timeout in milliseconds for the page: a captive portal or a hanging server will not answer. */
const patience = 3_000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(cacheName).then(async (cache) => {
      // Bypasses the browser's HTTP cache, so that the current files are stored.
      await cache.addAll(needed.map((name) => new Request(name, { cache: "reload" })));
      await Promise.allSettled(pleasant.map((name) => cache.add(name)));
    }),
  );
});

// A new version activates once all tabs of the old one are closed, so that the old files can be deleted.
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

/** Checks that the response is our page: a captive portal also answers 200. */
async function isOurs(answer) {
  return answer.ok && (await answer.clone().text()).includes('data-page="pa-workbench"');
}

/** The page: from the network if it answers in time with our page, so that nobody uses an old version. */
async function freshPage(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience) });
    if (await isOurs(answer)) return answer;
  } catch {
    // The network is unavailable or too slow: use the cached page.
  }
  return (await caches.match(page, { cacheName, ignoreSearch: true })) ?? Response.error();
}

/** Other files have a version in their address: cached copy first, also for a version no longer on the server. */
async function keptFile(request) {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const other = () => caches.match(request, { ignoreSearch: true });
  try {
    const answer = await fetch(request);
    return answer.ok ? answer : ((await other()) ?? answer);
  } catch {
    return (await other()) ?? Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode !== "navigate") event.respondWith(keptFile(request));
  else if (pathname.endsWith(`/${page}`)) event.respondWith(freshPage(request));
});
