// The notebook as one sees it: the list, a note, the settings. What is kept, and how, is in kept.js.
(() => {
  "use strict";
  const { kept, keep, look } = window.cover;
  const { notes } = window;
  const UNDO_MS = 10_000;
  const SHOWN_LINES = 5;
  const SHOWN_LETTERS = 280;
  const HUES = 4;
  const TICKED = "✓ ";
  const one = (selector, within = document) => within.querySelector(selector);
  const page = one(".cover");
  const list = one(".slips");
  const view = { list: one(".view--list"), note: one(".view--note"), settings: one(".view--settings") };
  const title = one(".sheet__title");
  const text = one(".sheet__text");
  const lines = one(".sheet__list ul");
  const find = one("#find");
  const said = one("[data-said]").dataset;
  const language = document.documentElement.lang;
  const part = (name) => one(`[data-part=${name}]`).content.firstElementChild.cloneNode(true);

  let open; // the note on the screen, as it was last written or read

  // --- the list --------------------------------------------------------------------------------

  const folded = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(language);
  const wordsOf = ({ title: name, text: words, items }) => [name, words, ...(items ?? []).map((it) => it.text)].join("\n");

  const near = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const dayOf = (at) => {
    const [day, today] = [new Date(at), new Date()];
    const days = Math.round((new Date(at).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 86_400_000);
    if (days === 0 || days === -1) return near.format(days, "day");
    const year = day.getFullYear() === today.getFullYear() ? undefined : "numeric";
    return new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year }).format(day);
  };

  const tickOf = ({ text: words, done }) => {
    const tick = part("tick");
    tick.classList.toggle("on", done);
    if (!done) one(".vh", tick).remove();
    one(".tick__text", tick).textContent = words;
    return tick;
  };

  const hueOf = (id) => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % HUES;

  const slipOf = (note) => {
    const slip = part("slip");
    slip.dataset.id = note.id;
    slip.dataset.hue = hueOf(note.id);
    one("button", slip).textContent = note.title.trim() || said.untitled;
    one("p", slip).textContent = note.items ? "" : [...note.text.slice(0, SHOWN_LETTERS * 2)].slice(0, SHOWN_LETTERS).join("");
    const items = (note.items ?? []).filter((it) => it.text);
    one("ul", slip).append(...items.slice(0, SHOWN_LINES).map(tickOf));
    slip.classList.toggle("slip--more", items.length > SHOWN_LINES);
    one("time", slip).textContent = dayOf(note.at);
    one("time", slip).dateTime = new Date(note.at).toISOString();
    return slip;
  };

  const drawList = () => {
    const all = notes.all();
    const wanted = folded(find.value.trim());
    const found = all.filter((note) => folded(wordsOf(note)).includes(wanted));
    list.replaceChildren(...found.map(slipOf));
    one("[data-empty]").hidden = all.length > 0;
    one(".pad__find").hidden = all.length === 0;
    const none = one("[data-none]");
    none.textContent = all.length && !found.length ? none.dataset.none : "";
    one("[data-remove-all]").disabled = all.length === 0;
    tellTrouble();
  };

  const tellTrouble = () => {
    const words = said[notes.trouble()] ?? "";
    const place = one("[data-trouble]");
    if (place.textContent !== words) place.textContent = words;
  };

  // --- a note ----------------------------------------------------------------------------------

  const isEmpty = (note) => !wordsOf(note).trim();

  const grow = (area) => {
    if (CSS.supports("field-sizing", "content")) return;
    area.style.blockSize = "auto"; // through the object model: the policy forbids it only in the page's text
    area.style.blockSize = `${area.scrollHeight}px`;
  };

  const lineOf = ({ text: words, done }) => {
    const line = part("line");
    one("[type=checkbox]", line).checked = done;
    one(".line__text", line).value = words;
    return line;
  };

  const itemsOnScreen = () =>
    [...lines.children].map((line) => ({
      text: one(".line__text", line).value,
      done: one("[type=checkbox]", line).checked,
    }));

  const fill = (field, words) => {
    if (field.value !== words) field.value = words;
  };

  const drawNote = () => {
    fill(title, open.title);
    fill(text, open.text);
    if (open.items && JSON.stringify(open.items) !== JSON.stringify(itemsOnScreen())) {
      lines.replaceChildren(...open.items.map(lineOf));
    }
    view.note.dataset.kind = open.items ? "list" : "text";
    for (const area of view.note.querySelectorAll("textarea")) grow(area);
  };

  const save = () => {
    const items = open.items ? itemsOnScreen() : null;
    const now = { ...open, title: title.value, text: items ? "" : text.value, items };
    open = isEmpty(now) && !notes.find(now.id) ? now : notes.put(now, open.at);
    tellTrouble();
  };

  const openNote = (note) => {
    open = note;
    lines.replaceChildren();
    show("note");
    drawNote();
  };

  const addLine = (words = "", after = lines.lastElementChild) => {
    const line = lineOf({ text: words, done: false });
    if (after) after.after(line);
    else lines.prepend(line);
    one(".line__text", line).focus();
    return line;
  };

  const removeLine = (line) => {
    const next = line.previousElementSibling ?? line.nextElementSibling;
    line.remove();
    (next ? one(".line__text", next) : one("[data-add]")).focus();
    save();
  };

  // A line break, typed or pasted, begins a new line of the list.
  const breakLine = (line) => {
    const [first, ...rest] = one(".line__text", line).value.split(/\r?\n/);
    one(".line__text", line).value = first;
    rest.reduce((before, words) => addLine(words, before), line);
  };

  const asList = () => {
    const items = text.value.split("\n").filter((line) => line.trim());
    open = {
      ...open,
      items: items.map((line) => ({ text: line.replace(TICKED, ""), done: line.startsWith(TICKED) })),
    };
    if (!items.length) open.items.push({ text: "", done: false });
  };
  const asText = () => {
    const items = itemsOnScreen().filter((it) => it.text);
    open = { ...open, items: null, text: items.map((it) => (it.done ? TICKED : "") + it.text).join("\n") };
  };
  const change = (kind) => {
    (kind === "list" ? asList : asText)();
    drawNote();
    save();
    (kind === "list" ? one(".line__text", lines) : text).focus();
  };

  // --- leaving a view, and taking back ----------------------------------------------------------

  const FOCUS = { list: ".view--list h1", note: ".view--note", settings: "#settings-title" };
  const show = (name) => {
    page.dataset.view = name;
    for (const [each, element] of Object.entries(view)) element.hidden = each !== name;
    scrollTo(0, 0);
    one(FOCUS[name]).focus({ preventScroll: true });
  };

  const close = () => {
    if (!open) return;
    const { id } = open;
    if (isEmpty(open)) notes.remove([open]);
    open = undefined;
    drawList();
    show("list");
    one(`[data-id="${CSS.escape(id)}"] button`, list)?.focus();
  };

  let over;
  const offer = (words, removed) => {
    const offered = part("undo");
    one("span", offered).textContent = words;
    one("button", offered).addEventListener("click", () => {
      notes.restore(removed);
      drawList();
      withdraw();
      one(`[data-id="${CSS.escape(removed[0].id)}"] button`, list)?.focus();
    });
    one(".undo").replaceChildren(offered);
    clearTimeout(over);
    over = setTimeout(withdraw, UNDO_MS);
  };
  const withdraw = () => one(".undo").replaceChildren();

  const removeOpen = () => {
    const removed = notes.find(open.id);
    if (removed) notes.remove([removed]);
    open = undefined;
    drawList();
    show("list");
    if (removed) offer(said.removed, [removed]);
  };

  const removeAll = () => {
    const removed = notes.all();
    notes.remove(removed);
    drawList();
    show("list");
    offer(said.emptied, removed);
  };

  // --- what is touched and typed ------------------------------------------------------------------

  const begin = () => openNote({ id: notes.newId(), title: "", text: "", items: null, at: undefined });
  const ACTS = {
    "[data-new]": () => (begin(), title.focus()),
    "[data-to=list]": () => (open ? close() : (drawList(), show("list"))),
    "[data-to=settings]": () => show("settings"),
    "[data-as]": (button) => change(button.dataset.as),
    "[data-remove]": removeOpen,
    "[data-remove-all]": removeAll,
    "[data-add]": () => (addLine(), save()),
    ".line .iconbtn": (button) => removeLine(button.closest(".line")),
  };

  addEventListener("click", (event) => {
    const slip = event.target.closest(".slip");
    if (slip) {
      const note = notes.find(slip.dataset.id);
      return note ? openNote(note) : drawList();
    }
    for (const [selector, act] of Object.entries(ACTS)) {
      const touched = event.target.closest(selector);
      if (!touched) continue;
      event.preventDefault();
      return act(touched);
    }
  });

  find.addEventListener("input", drawList);
  view.note.addEventListener("input", ({ target }) => {
    if (target.matches(".line__text") && /\n/.test(target.value)) breakLine(target.closest(".line"));
    if (target.matches("textarea")) grow(target);
    save();
  });
  view.note.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.isComposing) return;
    if (key === "Enter" && target === title) {
      event.preventDefault();
      (open.items ? (one(".line__text", lines) ?? one("[data-add]")) : text).focus();
    }
    if (key === "Backspace" && target.matches(".line__text") && !target.value) {
      event.preventDefault();
      removeLine(target.closest(".line"));
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || event.target === find) return;
    if (page.dataset.view !== "list") ACTS["[data-to=list]"]();
  });

  for (const choice of document.querySelectorAll("[name=theme]")) {
    choice.checked = choice.value === (kept("theme") ?? "system");
    choice.addEventListener("change", () => {
      keep("theme", choice.value);
      look();
    });
  }

  // Another window wrote, or this one slept while it did.
  const refresh = () => {
    if (document.hidden) return;
    drawList();
    if (!open || open.at === undefined) return;
    const now = notes.find(open.id);
    if (!now) return close();
    if (now.at !== open.at) {
      open = now;
      drawNote();
    }
  };
  addEventListener("storage", refresh);
  addEventListener("pageshow", refresh);
  document.addEventListener("visibilitychange", refresh);

  drawList();
  for (const name of ["note", "settings"]) view[name].hidden = true;
})();
