// Private pages: what follows the page as the server changes it.
(() => {
  "use strict";
  const carnet = window.carnet;
  const root = document.documentElement;

  // A field that has just opened takes the focus; asked for again, it takes it again.
  let opened = new Set();
  const focusNew = () => {
    const places = [...document.querySelectorAll("[data-focus]")].map(({ dataset }) => dataset.focus);
    const fresh = places.find((place) => place && !opened.has(place));
    opened = new Set(places);
    if (fresh) carnet.focusField(fresh);
  };

  let look = "";
  const followLook = ({ language, direction, theme, text, exit }) => {
    if (language) Object.assign(root, { lang: language, dir: direction });
    const now = `${theme} ${text} ${exit}`;
    if (!theme || now === look) return;
    look = now;
    carnet.keepLook(theme, text);
    carnet.keepExit(exit); // where leaving leads holds on this phone from now on
  };

  // Somebody else has signed in on this phone, in another window: nothing typed here is hers.
  let whose = "";
  let goes = false; // it begins anew, once
  const isAnothers = ({ tag }) => {
    if (whose && tag && tag !== whose) return true;
    whose = tag || whose;
    return false;
  };
  const beginAnew = () => {
    goes = true;
    carnet.typing.forget();
    carnet.besides.length = 0;
    carnet.cover();
    carnet.go(location.pathname);
  };

  // A script that only some pages need. A browser remembers one that did not come: so it gets another name.
  const brought = new Map();
  const bring = () => {
    for (const { dataset: { brings } } of document.querySelectorAll("[data-brings]")) {
      const tries = brought.get(brings) ?? 0;
      if (tries < 0) continue;
      brought.set(brings, -1);
      import(tries ? `${brings}?${tries}` : brings).catch(() => brought.set(brings, tries + 1));
    }
  };

  const watch = () => {
    if (carnet.leaves() || goes) return; // nothing may come before the covered frame
    const now = document.getElementById("pulse")?.dataset;
    if (!now) return;
    if (isAnothers(now)) return beginAnew();
    carnet.typing.follow(Number(now.acked));
    for (const each of carnet.watching) each();
    bring();
    focusNew();
    followLook(now);
    carnet.followGate(now);
  };
  new MutationObserver(watch).observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: [
      "data-gate", "data-goal", "data-acked", "data-resumed", "data-language", "data-theme", "data-text", "data-undo",
      "data-focus", "data-exit", "data-tag", "data-version", "data-shown", "value",
    ],
  });
  watch();
})();
