// The notebook's notes: in clear, in this phone's local storage, and in memory where that is blocked or full.
// A note: { id, title, text, items (null, or [{ text, done }]), at (milliseconds) }.
(() => {
  "use strict";
  const { quietly } = window.cover;
  const KEY = "notes";
  const ASIDE = "notes.aside";

  let held = []; // what could not be written: it stays while the page does
  const gone = new Map(); // what was deleted here: id → the version that was; a later one is another window's
  let mayWrite = true; // not over what cannot be read and has no other place
  let trouble = "";

  const isNote = (it) => typeof it?.id === "string" && typeof it.at === "number";
  const text = (it) => (typeof it === "string" ? it : "");
  const clean = ({ id, title, text: words, items, at }) => ({
    id,
    title: text(title),
    text: text(words),
    items: Array.isArray(items) ? items.map((it) => ({ text: text(it?.text), done: it?.done === true })) : null,
    at,
  });

  // What cannot be read is put aside, never thrown away.
  const putAside = (raw) => {
    trouble = "aside";
    mayWrite = Boolean(
      quietly(() => {
        let place = ASIDE;
        for (let number = 2; ![null, raw].includes(localStorage.getItem(place)); number++) place = ASIDE + number;
        localStorage.setItem(place, raw);
        return true;
      }),
    );
  };

  const stored = () => {
    let raw;
    try {
      raw = localStorage.getItem(KEY);
    } catch {
      return [];
    }
    if (raw === null) return [];
    const found = quietly(() => JSON.parse(raw));
    const list = Array.isArray(found) ? found : [];
    const notes = list.filter(isNote).map(clean);
    if (!Array.isArray(found) || notes.length < list.length) {
      putAside(raw);
      if (mayWrite) quietly(() => localStorage.setItem(KEY, JSON.stringify(notes)));
    }
    return notes;
  };

  // Newest first; of two of the same note the later one.
  const all = () => {
    const notes = new Map();
    for (const note of [...stored(), ...held]) {
      if (!(note.at <= gone.get(note.id)) && !(notes.get(note.id)?.at > note.at)) notes.set(note.id, note);
    }
    return [...notes.values()].sort((one, other) => other.at - one.at);
  };

  const write = (notes) => {
    try {
      if (!mayWrite) throw new Error("kept apart");
      localStorage.setItem(KEY, JSON.stringify(notes));
      held = [];
      if (trouble === "unkept") trouble = "";
    } catch {
      held = notes;
      trouble = "unkept";
    }
  };

  const find = (id) => all().find((note) => note.id === id);

  // Another window may have written this note since *base*: then both are kept. Returns what was written.
  const put = (note, base) => {
    const there = find(note.id);
    const changed = there && base !== undefined && there.at !== base;
    // A clock may stand still between two letters, or go back.
    const at = Math.max(Date.now(), (there?.at ?? 0) + 1);
    const written = { ...note, id: changed ? newId() : note.id, at };
    gone.delete(written.id);
    write([written, ...all().filter(({ id }) => id !== written.id)]);
    return written;
  };

  const remove = (notes) => {
    for (const { id, at } of notes) gone.set(id, at);
    write(all());
  };

  const restore = (notes) => {
    for (const { id } of notes) gone.delete(id);
    const there = all();
    const back = notes.filter((note) => !there.some(({ id, at }) => id === note.id && at > note.at));
    write([...back, ...there.filter(({ id }) => !back.some((note) => note.id === id))]);
  };

  const newId = () => Math.random().toString(36).slice(2) + Date.now().toString(36);

  // Whether anything can be written at all, before the first word is.
  const tryOut = () => {
    try {
      localStorage.getItem(KEY);
    } catch {
      trouble = "unkept";
    }
  };
  tryOut();

  window.notes = { all, find, put, remove, restore, newId, trouble: () => trouble };
})();
