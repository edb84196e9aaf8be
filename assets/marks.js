// Private pages: small fields that are kept when she is done with them, such as a date or one word.
(() => {
  "use strict";
  const carnet = window.carnet;
  const DONE_MS = 900; // a year is typed figure by figure, and each of them makes a date
  const LONGEST = 100; // enough for the server to say that it is too long; the rest stays in the field

  const waiting = new Map(); // field → timer
  const touched = new Set(); // typed in, not sent yet
  const keptField = (element) => element?.closest?.("[data-kept]");

  const send = (field) => {
    clearTimeout(waiting.get(field));
    waiting.delete(field);
    if (field.validity.badInput) return; // half a date
    touched.delete(field);
    carnet.out.kept = { place: field.dataset.kept, value: field.value.slice(0, LONGEST) };
    document.getElementById("bridge-mark")?.click();
  };

  addEventListener("input", (event) => {
    const field = keptField(event.target);
    if (field) touched.add(field);
  }, true);

  addEventListener("change", (event) => {
    const field = keptField(event.target);
    if (!field) return;
    if (field.type !== "date" || document.activeElement !== field) return send(field);
    clearTimeout(waiting.get(field));
    waiting.set(field, setTimeout(send, DONE_MS, field));
  }, true);

  carnet.besides.push(() => [...touched].filter((field) => field.isConnected && !field.validity.badInput)
    .map(({ dataset, value }) => ({ way: "mark", place: dataset.kept, text: value.slice(0, LONGEST) })));

  const sendWaiting = () => [...waiting.keys()].forEach(send);
  document.addEventListener("focusout", (event) => waiting.has(event.target) && send(event.target));
  document.addEventListener("visibilitychange", sendWaiting);

  // What changed elsewhere, or was taken back, stands in the field unless she is in the middle of it.
  const follow = (records) => {
    for (const { target } of records) {
      if (!target.matches("[data-kept]") || touched.has(target)) continue;
      if (target.value !== target.defaultValue) target.value = target.defaultValue;
    }
  };
  new MutationObserver(follow).observe(document.documentElement, { subtree: true, attributeFilter: ["value"] });
})();
