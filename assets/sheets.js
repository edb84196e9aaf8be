// Private pages: sheets, the places a tap leads to on the page, and the offer to undo.
(() => {
  "use strict";
  const carnet = window.carnet;
  const UNDO_MS = 10_000;

  // The first thing in a sheet is its exit: the focus goes to the title, so that no key leaves by chance.
  const TWICE_MS = 500; // the second tap of two is not meant for what the first one opened
  let openedAt = 0;
  let closing; // the tap that closed one: when, and which of several it was
  // What a sheet is about may still be on its way when it opens. Once it was there, the sheet goes with it.
  const filled = new WeakSet();
  const isEmpty = (dialog) => document.querySelector(`[data-shuts="${dialog.id}"]`) !== null;
  const openSheet = (dialog) => {
    openedAt = performance.now();
    if (dialog) filled[isEmpty(dialog) ? "delete" : "add"](dialog);
    dialog?.showModal();
    dialog?.querySelector("h2")?.focus();
  };

  // The camera's script comes when it is asked for. Without a network the code can be written.
  const look = (place) =>
    import("/glance.js").then(({ glance }) => glance(place)).catch(() => (place.dataset.glance = "none"));

  document.addEventListener("click", (event) => {
    const target = event.target.closest?.("[data-sheet],[data-close],[data-focuses],[data-looks],a[href^='#']");
    if (!target) return;
    const { sheet, close, focuses, looks } = target.dataset;
    if (looks) return look(target.closest("[data-glance]"));
    if (focuses) return carnet.focusField(focuses);
    if (close) {
      document.getElementById(close)?.close();
      closing = { at: performance.now(), tap: event.detail };
    }
    if (sheet) openSheet(document.getElementById(sheet));
    if (close || sheet) return;
    const goal = document.getElementById(target.getAttribute("href").slice(1));
    event.preventDefault(); // a place on the page is no address: nothing of it stays in the history
    const fold = goal?.querySelector(":scope > summary");
    if (fold) goal.open = true;
    goal?.scrollIntoView();
    const heads = goal?.querySelectorAll("[tabindex='-1']") ?? [];
    const spot = fold ?? [...heads].find((head) => head.checkVisibility()) ?? goal;
    if (spot === goal) spot?.setAttribute("tabindex", "-1");
    spot?.focus({ preventScroll: true });
  });
  // Nor is it meant for what lay under the sheet that the first one closed.
  addEventListener("click", (event) => {
    const { at, tap } = closing ?? {};
    closing = undefined;
    if (!tap || event.detail !== tap + 1 || performance.now() - at > TWICE_MS) return;
    if (event.target.closest?.(".exit")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  const shutEmpty = () => {
    for (const dialog of document.querySelectorAll("dialog.sheet[open]")) {
      if (!isEmpty(dialog)) filled.add(dialog);
      else if (filled.has(dialog)) dialog.close();
    }
  };
  document.addEventListener("click", (event) => {
    const beside = event.target.matches?.("dialog.sheet:not(#again)");
    if (beside && performance.now() - openedAt > TWICE_MS) event.target.close();
  });
  document.addEventListener("cancel", (event) => event.target.id === "again" && event.preventDefault(), true);

  // The offer goes after ten seconds; asked again, should the first word of it have got lost.
  let offered = "";
  let undoTimer;
  const watchUndo = () => {
    const offer = document.querySelector("[data-undo]");
    const mark = offer?.dataset.undo ?? "";
    if (mark === offered) return;
    offered = mark;
    clearInterval(undoTimer);
    if (!mark) return;
    undoTimer = setInterval(() => {
      carnet.out.mark = mark;
      carnet.bridge("stand");
    }, UNDO_MS);
  };

  carnet.watching.push(watchUndo, shutEmpty);
})();
