// All that a finger does, by keys and by buttons; undo and redo; what is laid from a sheet.
import { grid, isMirrored } from "./grid.js";
import { choose, chosenItem, expect, flush, push } from "./hold.js";
import { tell } from "./say.js";

const BACK = 27; // its name would be found in what the phone keeps
const MOST_LETTERS = 10_000;

// Left is left on the page, whichever way it is read.
const along = (by) => (isMirrored() ? -by : by);
const MOVES = {
  ArrowLeft: () => ({ x: along(-1) }),
  ArrowRight: () => ({ x: along(1) }),
  ArrowUp: () => ({ y: -1 }),
  ArrowDown: () => ({ y: 1 }),
};
const SIZES = {
  ArrowLeft: () => ({ w: along(-1) }),
  ArrowRight: () => ({ w: along(1) }),
  ArrowUp: () => ({ h: -1 }),
  ArrowDown: () => ({ h: 1 }),
};
const BOTH = { "+": { w: 1, h: 1 }, "=": { w: 1, h: 1 }, "-": { w: -1, h: -1 }, "−": { w: -1, h: -1 } };
const BUTTONS = {
  left: MOVES.ArrowLeft,
  right: MOVES.ArrowRight,
  up: MOVES.ArrowUp,
  lower: MOVES.ArrowDown,
  wider: () => ({ w: 1 }),
  narrower: () => ({ w: -1 }),
  taller: () => ({ h: 1 }),
  shorter: () => ({ h: -1 }),
};

const isTyping = (element) => element.matches?.("textarea, select, input:not([type=radio], [type=checkbox])");
const GOES = { z: "undo", y: "redo", Z: "redo", Y: "redo" };
const goes = (event) => {
  const name = GOES[event.shiftKey ? event.key.toUpperCase() : event.key];
  if (!name || event.altKey || !(event.ctrlKey || event.metaKey)) return false;
  document.querySelector(`[data-go="${name}"]`)?.click();
  return true;
};

const ofItem = (event) => {
  const item = event.target.closest("[data-item]");
  const handle = event.target.closest("[data-handle]");
  if (!chosenItem() || event.altKey || event.ctrlKey || event.metaKey || !(handle || item === chosenItem())) return false;
  if (event.keyCode === BACK) return choose(undefined), true;
  if (event.key === "Delete" || event.key === "Backspace") return tell("remove", { id: item?.dataset.item ?? chosenItem().dataset.item }), true;
  const sizes = event.shiftKey || handle?.dataset.handle === "size";
  const by = BOTH[event.key] ?? (sizes ? SIZES : MOVES)[event.key]?.();
  if (by) push(by);
  return Boolean(by);
};

addEventListener("keydown", (event) => {
  if (!grid() || event.isComposing || isTyping(event.target) || document.querySelector("dialog[open]")) return;
  if (!goes(event) && !(event.target.closest && ofItem(event))) return;
  event.preventDefault();
  event.stopImmediatePropagation(); // no other key of the page is meant
}, true);

// Before the page hears of it: what is undone is the last move, not the one before.
document.addEventListener("click", ({ target }) => target.closest?.("[data-go]") && flush(), true);
document.addEventListener("click", ({ target }) => {
  const pushes = target.closest?.("[data-push]");
  if (pushes) push(BUTTONS[pushes.dataset.push]());
  if (target.closest?.('[data-close="shape-sheet"]')) expect();
});

// Words that can be kept are laid on the board, and it is the board she sees next. Before they are taken.
document.addEventListener("submit", ({ target }) => {
  const around = target.closest?.("[data-shut-after]");
  const text = around && target.querySelector("[data-place]").value;
  if (!around || !text.trim() || text.length > MOST_LETTERS) return;
  expect();
  setTimeout(() => document.getElementById(around.dataset.shutAfter).close());
}, true);
