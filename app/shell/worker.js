// The page's side of the service worker: registers it, and brings in a new version when people ask for it.

/** Milliseconds from the page's load on, at a first visit: what the worker fetches must not be in the page's way. */
const REST = 4_000;

/** Registers the worker once the page has loaded. Calls back when a newer version waits for its turn. */
export const register = (onNewer) => {
  const { serviceWorker } = navigator;
  const begin = async () => {
    const registration = await serviceWorker.register("/sw.js");
    // Without a controller it is the first version, which replaces nothing.
    const look = () => registration.waiting && serviceWorker.controller && onNewer();
    const follow = () => registration.installing?.addEventListener("statechange", look);
    registration.addEventListener("updatefound", follow);
    follow();
    look();
    // An installed app stays open for days.
    addEventListener("visibilitychange", () => document.hidden || registration.update().catch(() => {}));
  };
  // A browser that does not allow it shows the same pages, with a connection.
  const tryIt = () => begin().catch(() => {});
  if (!serviceWorker) return;
  const later = () => (serviceWorker.controller ? tryIt() : setTimeout(tryIt, REST));
  if (document.readyState === "complete") later();
  else addEventListener("load", later);
};

/** Lets the newer version take over, and loads the page anew once it has: this page alone, which asked for it. */
export const bringIn = async () => {
  const { serviceWorker } = navigator;
  const reload = () => location.reload();
  const waiting = (await serviceWorker.getRegistration())?.waiting;
  if (!waiting) return reload();
  serviceWorker.addEventListener("controllerchange", reload, { once: true });
  waiting.postMessage("bring in");
};
