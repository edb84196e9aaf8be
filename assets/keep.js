// Private pages: what is typed is kept while it is typed, through locks, restarts and dead networks.
// Words live in this page's memory alone until the server has them; nothing is stored on the phone.
(() => {
  "use strict";
  const carnet = window.carnet;
  const SOON_MS = 400; // after the last key
  const HERE_MS = 10_000; // at most so often the server hears that she is reading on
  const LEAST_TOO_LONG = 10_001; // characters: enough for the server to say so; the rest stays in the field
  const AGAIN_MS = 5000; // what has not been answered by then is sent once more

  const pulse = () => document.getElementById("pulse");
  const bridge = (name) => document.getElementById(`bridge-${name}`)?.click();
  const isOpen = () => pulse()?.dataset.gate === "open";

  // --- what is typed ------------------------------------------------------------------------

  const changedSince = new WeakSet(); // fields, since they were last left
  // By place (an addition by its turn): { way, place, text, version, turn, quietly, once, whole, sentAt }
  const pending = new Map();
  let turn = Date.now(); // goes on from page to page: what an earlier page sent is behind it
  let timer;

  const fieldOf = (element) => element?.closest?.("[data-record],[data-place]");
  const placeOf = (field) => field.dataset.record ?? field.dataset.place;

  const item = (way, field, rest) => ({
    way,
    place: placeOf(field),
    text: clipped(field.value),
    version: Number(field.dataset.version ?? 0),
    turn: ++turn,
    quietly: false,
    once: "",
    whole: field.value,
    sentAt: 0,
    ...rest,
  });

  // The server counts characters, not the halves that JavaScript counts.
  const clipped = (text) =>
    text.length < LEAST_TOO_LONG ? text : Array.from(text).slice(0, LEAST_TOO_LONG).join("");

  // While she types, no offer to undo comes up; once she has left the field, one does.
  const note = (field, left) => {
    refused.delete(placeOf(field));
    const before = pending.get(placeOf(field));
    // A late field becomes what stands in it once she has left it; until then that is a draft.
    const waits = field.dataset.late !== undefined && !left;
    const way = field.dataset.record === undefined || waits ? "draft" : "write";
    // What she was looking at when she began: a change from elsewhere since is no base of hers.
    const base = before ? { version: before.version } : {};
    pending.set(placeOf(field), item(way, field, { quietly: !left && (before?.quietly ?? true), ...base }));
  };

  // Handed in: the field is free for the next, and the words wait here until the server has them.
  const add = (field) => {
    pending.delete(placeOf(field));
    refused.delete(placeOf(field));
    changedSince.delete(field);
    // Named once and for all: however often it has to be sent, it is added once.
    const added = item("add", field, { once: crypto.getRandomValues(new Uint32Array(4)).join("-") });
    pending.set(`add ${added.turn}`, added);
    field.value = "";
    flush();
  };

  const inTurn = () => [...pending.values()].sort((one, other) => one.turn - other.turn);
  // Each says whose window it was typed in: somebody else may have signed in on this phone since.
  const tag = () => pulse()?.dataset.tag ?? "";
  const parcel = (items) => items.map(({ sentAt, whole, ...item }) => ({ ...item, tag: tag() }));

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!isOpen()) return;
    const now = Date.now();
    const all = inTurn();
    // One that must be sent again takes the later ones along, so that all arrive in their turn.
    const first = all.findIndex((item) => now - item.sentAt > AGAIN_MS);
    const items = first < 0 ? [] : all.slice(first);
    if (!items.length) return;
    for (const item of items) item.sentAt = now;
    carnet.out.typed = parcel(items);
    bridge("keep");
  };

  const fieldAt = (place) => document.querySelector(`[data-record="${place}"],[data-place="${place}"]`);
  const focusField = (place) => fieldAt(place)?.focus();

  const forgetAcked = (acked) => {
    for (const [key, { turn, place, whole }] of pending) {
      if (turn > acked) continue;
      pending.delete(key);
      const field = fieldAt(place);
      if (whole.trim() && field && saysSomething(field)) refused.set(place, whole);
      else refused.delete(place);
    }
  };

  // What could not be kept waits here, and stands in its field again each time that opens.
  const refused = new Map(); // place → text
  const putBackRefused = () => {
    for (const [place, text] of refused) {
      const field = fieldAt(place);
      if (!field || pending.has(place) || (field.value === text && saysSomething(field))) continue;
      field.value = text;
      note(field, false); // so that the server says again why
      flush();
    }
  };

  // A text that changed elsewhere replaces what stands here only where nothing of hers waits.
  const catchUp = () => {
    for (const field of document.querySelectorAll("[data-record]")) {
      const place = placeOf(field);
      if (pending.has(place) || refused.has(place) || field.value === field.defaultValue) continue;
      if (field.getAttribute("aria-describedby") && saysSomething(field)) continue;
      const { selectionStart, selectionEnd } = field;
      field.value = field.defaultValue;
      if (document.activeElement === field) field.setSelectionRange(selectionStart, selectionEnd);
    }
  };
  const saidOf = (field) => document.getElementById(field.getAttribute("aria-describedby"));
  const saysSomething = (field) => Boolean(saidOf(field)?.textContent);

  // Before React hears of it: it touches the field it is told about, and catchUp() comes at once.
  addEventListener("input", (event) => {
    const field = fieldOf(event.target);
    if (!field) return;
    changedSince.add(field);
    note(field, false);
    clearTimeout(timer);
    timer = setTimeout(flush, SOON_MS);
  }, true);

  document.addEventListener("focusout", (event) => {
    const field = fieldOf(event.target);
    if (!field || !(changedSince.has(field) || field.dataset.late === "draft")) return;
    changedSince.delete(field);
    note(field, field.dataset.record !== undefined);
    flush();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches?.("[data-late]")) event.target.blur();
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-add]")) return;
    event.preventDefault();
    add(event.target.querySelector("[data-place]"));
  });

  carnet.out = { typed: [], goal: "", record: "", mark: "", find: "" };
  // What else follows the page as it changes, and what else would be lost.
  Object.assign(carnet, { bridge, focusField, isOpen, watching: [], besides: [] });
  // A page that goes may send so many bytes and no more: then the newest words go.
  const MOST_BYTES = 60_000;
  const bytes = (text) => new TextEncoder().encode(text).length;
  carnet.unsaved = () => {
    const all = [...inTurn(), ...carnet.besides.flatMap((each) => each())];
    let words = all.length ? JSON.stringify(parcel(all)) : "";
    while (all.length > 1 && bytes(words) > MOST_BYTES) {
      all.shift();
      words = JSON.stringify(parcel(all));
    }
    return words;
  };
  // For the lock: what it has to do with what is typed.
  // As if she had left the field: what others see follows only then.
  const settle = () => {
    const field = fieldOf(document.activeElement);
    if (!field || !changedSince.has(field)) return;
    changedSince.delete(field);
    note(field, field.dataset.record !== undefined);
  };
  carnet.typing = {
    settle,
    fieldOf,
    placeOf,
    fieldAt,
    flush,
    flushSoon: () => timer || flush(),
    forget: () => {
      pending.clear();
      refused.clear();
      clearTimeout(timer);
      timer = undefined;
    },
    sendAgain: () => {
      for (const item of pending.values()) item.sentAt = 0;
      flush();
    },
    follow: (acked) => {
      turn = Math.max(turn, acked); // a clock may have been set back since the earlier page
      forgetAcked(acked);
      putBackRefused();
      catchUp();
    },
  };
})();
