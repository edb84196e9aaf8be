// The pages here may be of an older version than the server: the phone keeps them. Every visit begins with a
// sign-in, since a server that starts anew knows nobody, so that is where the newer ones are fetched.
(() => {
  "use strict";
  const carnet = window.carnet;
  const AT_MOST_MS = 8000; // then without what the phone keeps

  const taken = () =>
    new Promise((done) => {
      navigator.serviceWorker.addEventListener("controllerchange", () => done(true), { once: true });
      setTimeout(() => done(false), AT_MOST_MS);
    });

  const startAfresh = async (registration) => {
    await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  };

  const fetchNewer = async () => {
    const registration = await navigator.serviceWorker?.getRegistration();
    if (!registration) return;
    const coming = taken();
    const isThere = registration.update().then(() => coming, () => false);
    if (!(await isThere)) await startAfresh(registration);
  };

  carnet.isOld = ({ build }) => Boolean(build) && build !== document.documentElement.dataset.build;
  carnet.renew = () => fetchNewer().catch(() => {}); // whatever fails: the way in stays open
})();
