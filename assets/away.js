// Private pages: no connection. One calm line says so; what is typed waits in the page, and goes when it is back.
(() => {
  "use strict";
  const carnet = window.carnet;
  const root = document.documentElement;

  // Before the server has said which language she reads, the cover she chose tells.
  const language = (offered) => {
    const chosen = carnet.home().split("/")[1];
    return document.getElementById("pulse")?.dataset.language || (chosen in offered ? chosen : root.lang);
  };
  const isLost = () => !navigator.onLine || document.querySelector("[data-lost]") !== null;
  const show = () => {
    const line = document.querySelector("[data-away-line]");
    if (!line || line.hidden === !isLost()) return;
    line.hidden = !isLost();
    line.querySelector("[data-away-text]").textContent = line.hidden ? "" : line.dataset[language(line.dataset)];
  };
  carnet.isLost = isLost;
  carnet.watching.push(show);
  addEventListener("offline", show);
  addEventListener("online", () => {
    show();
    // The framework looks after its socket when a page comes to the front: now, not at its next try.
    document.dispatchEvent(new Event("visibilitychange"));
  });
  show();
})();
