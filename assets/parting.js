// Private pages: loaded anew, or closed, in the middle of a word. What waits goes along; the session stays.
(() => {
  "use strict";
  const carnet = window.carnet;

  // After an exit all of it has been sent, and nothing is to follow. The other scripts make such an event too.
  addEventListener("pagehide", (event) => {
    if (!event.isTrusted || !carnet.isOpen() || carnet.leaves()) return;
    const words = carnet.unsaved();
    if (words) carnet.tellServer("/session/keep", words);
  });
})();
