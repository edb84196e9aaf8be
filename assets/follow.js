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

  const watch = () => {
    if (carnet.leaves()) return; // nothing may come before the covered frame
    const now = document.getElementById("pulse")?.dataset;
    if (!now) return;
    carnet.typing.follow(Number(now.acked));
    for (const each of carnet.watching) each();
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
      "data-focus", "data-exit", "data-version", "data-shown", "value",
    ],
  });
  watch();
})();
