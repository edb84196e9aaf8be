// The notebook as one uses it: the list, a note, the settings. What is kept, and how, is in kept.js.
(() => {
  "use strict";
  const { kept, keep, look } = window.cover;
  const { notes } = window;
  const { slipOf, folded, wordsOf, part, one } = window.slips;
  const UNDO_MS = 10_000;
  const TICKED = "✓ ";
  const page = one(".cover");
  const list = one(".slips");
  const sheet = one(".view--note");
  const title = one(".sheet__title");
  const text = one(".sheet__text");
  const lines = one(".sheet__list ul");
  const find = one("#find");
  const said = one("[data-said]").dataset;

  let open; // the note on the screen, as it was last written or read

  const focusOn = (id) => one(`[data-id="${CSS.escape(id)}"] button`, list)?.focus();

  const drawList = () => {
    const all = notes.all();
    const wanted = folded(find.value.trim());
    const found = all.filter((note) => folded(wordsOf(note)).includes(wanted));
    const at = document.activeElement?.closest(".slip")?.dataset.id;
    list.replaceChildren(...found.map(slipOf));
    if (at) focusOn(at);
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

  const isEmpty = (note) => !wordsOf(note).trim();

  const grow = (area) => {
    if (CSS.supports("field-sizing", "content")) return;
    area.style.blockSize = "auto"; // through the object model: the policy forbids it only in the page's text
    area.style.blockSize = `${area.scrollHeight}px`;
  };

  // Each line's box and button say which line they are of.
  const nameParts = (line) => {
    for (const named of line.querySelectorAll("[data-name]")) {
      named.setAttribute("aria-label", `${named.dataset.name} ${one(".line__text", line).value}`.trim());
    }
  };

  const lineOf = ({ text: words, done }) => {
    const line = part("line");
    one("[type=checkbox]", line).checked = done;
    one(".line__text", line).value = words;
    nameParts(line);
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
    sheet.dataset.kind = open.items ? "list" : "text";
    for (const area of sheet.querySelectorAll("textarea")) grow(area);
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
    nameParts(line);
    rest.reduce((before, words) => addLine(words, before), line);
  };

  const asList = () => {
    const items = text.value.split("\n").filter((line) => line.trim());
    open = {
      ...open,
      items: items.map((line) => {
        const done = line.startsWith(TICKED);
        return { text: done ? line.slice(TICKED.length) : line, done };
      }),
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

  const FOCUS = { list: ".view--list h1", note: ".view--note h1", settings: "#settings-title" };
  const show = (name) => {
    page.dataset.view = name;
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
    focusOn(id);
  };

  let over;
  const offer = (words, removed) => {
    const offered = part("undo");
    one("span", offered).textContent = words;
    one("button", offered).addEventListener("click", () => {
      notes.restore(removed);
      drawList();
      withdraw();
      focusOn(removed[0].id);
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
  sheet.addEventListener("input", ({ target }) => {
    if (target.matches(".line__text") && /\n/.test(target.value)) breakLine(target.closest(".line"));
    if (target.matches("textarea")) grow(target);
    if (target.matches(".line__text")) nameParts(target.closest(".line"));
    save();
  });
  sheet.addEventListener("keydown", (event) => {
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

  // A note that was emptied and left so.
  const hollow = notes.all().filter(isEmpty);
  if (hollow.length) notes.remove(hollow);
  drawList();
  if (location.hash === "#settings") show("settings");
})();
