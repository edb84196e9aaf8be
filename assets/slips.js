// How a note looks in the notebook's list.
(() => {
  "use strict";
  const SHOWN_LINES = 5;
  const SHOWN_LETTERS = 280;
  const NAME_LETTERS = 60;
  const HUES = 4;
  const one = (selector, within = document) => within.querySelector(selector);
  const said = one("[data-said]").dataset;
  const language = document.documentElement.lang;
  const part = (name) => one(`[data-part=${name}]`).content.firstElementChild.cloneNode(true);

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

  // By letters, so that no emoji is cut in two.
  const cut = (words, length) => [...words.slice(0, length * 2)].slice(0, length).join("");
  const hueOf = (id) => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % HUES;

  // Without a title the first line stands for it.
  const headed = (note) => {
    const items = (note.items ?? []).filter((it) => it.text.trim());
    const words = note.items ? "" : cut(note.text.trim(), SHOWN_LETTERS);
    if (note.title.trim()) return [note.title, words, items];
    const [first, ...rest] = words.split("\n");
    if (words) return [cut(first, NAME_LETTERS), first.length > NAME_LETTERS ? words : rest.join("\n"), items];
    return [items.length ? cut(items[0].text, NAME_LETTERS) : said.untitled, "", items];
  };

  const slipOf = (note) => {
    const slip = part("slip");
    slip.dataset.id = note.id;
    slip.dataset.hue = hueOf(note.id);
    const [name, words, items] = headed(note);
    one("button span", slip).textContent = name;
    one("p", slip).textContent = words;
    one("ul", slip).append(...items.slice(0, SHOWN_LINES).map(tickOf));
    slip.classList.toggle("slip--more", items.length > SHOWN_LINES);
    one("time", slip).textContent = dayOf(note.at);
    one("time", slip).dateTime = new Date(note.at).toISOString();
    return slip;
  };

  window.slips = { slipOf, folded, wordsOf, part, one };
})();
