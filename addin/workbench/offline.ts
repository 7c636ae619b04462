/** The page's side of the service worker: offline support, and news of a newer version. */
import { leave } from "./desk.js";
import { element, t, warn } from "./page.js";
import { words } from "./words.js";

export async function workOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const hadOne = navigator.serviceWorker.controller !== null;
  let registration: ServiceWorkerRegistration;
  try {
    registration = await navigator.serviceWorker.register("workbench-sw.js");
  } catch (error) {
    // The worker is unavailable; the page works, but only online.
    console.warn(error);
    return;
  }
  void navigator.serviceWorker.ready.then(() => {
    element("offline").textContent = t(words.offline);
  });
  const tellNew = (): void => warn(t(words.newVersion), { label: words.reload, run: leave });
  const watch = (worker: ServiceWorker | null): void =>
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && hadOne) tellNew();
    });
  if (registration.waiting && hadOne) tellNew();
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  // Checks every hour, because a tab may stay open for days.
  setInterval(() => void registration.update().catch(() => undefined), 3_600_000);
}
