// Lets the workbench work without a network after the first visit. The build writes the lists of files and the name of the cache.
/* global self, caches, Response, AbortSignal, Request */
/** Without one of these the page does not work: all of them are kept, or none. */
const needed = self.__NEEDED__;
/** Fonts, pictures, the manifest: a server that refuses a kind of file costs no more than that file. */
const pleasant = self.__PLEASANT__;
const cacheName = "pa-werkbank-__VERSION__";
const page = needed[0];
/** A page that is not there after this long is not coming: a portal of a guest network, a server that hangs. */
const patience = 3_000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(cacheName).then(async (cache) => {
      // Past the browser's own cache: what is kept here is what stands there now.
      await cache.addAll(needed.map((name) => new Request(name, { cache: "reload" })));
      await Promise.allSettled(pleasant.map((name) => cache.add(name)));
    }),
  );
});

// A new version waits until no tab of the old one is left, and takes over then: only then the old files can go.
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

/** A page that is ours says so: a portal answers 200 as well. */
async function isOurs(answer) {
  return answer.ok && (await answer.clone().text()).includes('data-page="pa-workbench"');
}

/** The page: from the network while that answers soon and with our page, so that nobody works with an old version. */
async function freshPage(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience) });
    if (await isOurs(answer)) return answer;
  } catch {
    // No network, or one that does not answer.
  }
  return (await caches.match(page, { cacheName, ignoreSearch: true })) ?? Response.error();
}

/** The rest has the version in its address: the kept copy first, also of a version whose files are gone from the server. */
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
