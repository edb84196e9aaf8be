// What is chosen; held by its hands, by a mouse anywhere, or between two fingers; and how it settles.
import {
  boxOf, cellAt, classesOf, faceOf, grid, isCalm, isMirrored, isSame, itemOf, items, layout, onTheBoard, pixelsOf,
  placeOf, spanOf,
} from "./grid.js";
import { part, say, sayPlace, tell } from "./say.js";

const STARTS_PX = 5; // less is a tap
const ANSWER_MS = 4000; // then the item stands again where the page has it
const EDGE_PX = 88; // so near the edge the page scrolls along
const FASTEST_PX = 14; // a frame
const SETTLES = { duration: 180, easing: "cubic-bezier(.2, .7, .3, 1)" };

// --- what is chosen -----------------------------------------------------------------------------

let chosen = "";
export const chosenItem = () => (chosen ? itemOf(chosen) : undefined);

const showChosen = () => {
  const item = chosenItem();
  for (const each of items()) {
    const on = each === item;
    if (each.hasAttribute("data-on") === on) continue;
    each.toggleAttribute("data-on", on);
    faceOf(each).setAttribute("aria-pressed", String(on));
  }
  const hands = part("hands");
  if (!hands) return;
  hands.hidden = !item;
  if (item) hands.className = `board__hands ${classesOf(aim ?? boxOf(item))}`;
  hands.closest("[data-board]").toggleAttribute("data-has", Boolean(item));
};

export const choose = (item) => {
  const id = item?.dataset.item ?? "";
  if (id === chosen) return;
  flush();
  letGo();
  chosen = id;
  showChosen();
  tell("choose", { id });
  if (id) say("chosen");
};

document.addEventListener("click", (event) => {
  const { target } = event;
  if (!grid() || !target.closest) return;
  if (moved) return (moved = false);
  if (target.closest("[data-handle]")) return;
  const item = target.closest("[data-item]");
  if (item) return choose(item.dataset.item === chosen ? undefined : item);
  if (target === grid() || target.matches("[data-board], [data-board] > div")) choose(undefined);
});

// --- held -----------------------------------------------------------------------------------------

let held; // { item, way, from, to, place, base, lines, x, y, scroll, sent, timer }
let aim; // where keys and buttons are taking it
let moved = false; // the tap that ends a move is none

const hold = (item, way, point) => {
  if (way !== "keys") flush();
  letGo();
  const place = placeOf(item);
  held = { item, way, from: boxOf(item), to: boxOf(item), place, base: place, lines: layout(), ...point };
  item.dataset.held = way;
  grid().dataset.holds = "";
};

// So that it is seen there, wherever the page has it by now.
const show = (start, top) => {
  const along = (start - held.base.start) * (isMirrored() ? -1 : 1);
  const hands = part("hands");
  held.item.style.transform = `translate(${along}px, ${top - held.base.top}px)`;
  hands.style.transform = held.item.style.transform;
};
const stretch = (width, height) => {
  for (const each of [held.item, part("hands")]) {
    Object.assign(each.style, { inlineSize: `${width}px`, blockSize: `${height}px` });
  }
};

const showRoom = (box) => {
  const room = part("room");
  if (!room.hidden && isSame(box, held.to)) return;
  held.to = box;
  room.hidden = false;
  room.className = `board__room ${classesOf(box)}`;
};

// To where `to` says, as the page will show it once the server has answered.
const settleAt = (to) => {
  const { lines, way } = held;
  const there = pixelsOf(lines, to);
  show(there.start, there.top);
  if (way !== "move") stretch(there.width, there.height);
};

const follow = () => {
  const { place, lines, way, from } = held;
  const [dx, dy] = [(held.nowX - held.x) * (isMirrored() ? -1 : 1), held.nowY - held.y + scrollY - held.scroll];
  if (way === "move") {
    show(place.start + dx, place.top + dy);
    showRoom(onTheBoard({ ...from, ...cellAt(lines, place.start + dx, place.top + dy) }));
  } else {
    const [width, height] = [Math.max(place.width + dx, 24), Math.max(place.height + dy, 24)];
    stretch(width, height);
    showRoom(onTheBoard({ ...from, ...spanOf(lines, from, width, height) }));
  }
};

const scrollAlong = () => {
  if (!held || held.sent || held.way === "pinch" || held.way === "keys") return;
  const near = Math.max(EDGE_PX - held.nowY, 0) - Math.max(held.nowY - innerHeight + EDGE_PX, 0);
  if (near) {
    const was = scrollY;
    scrollBy(0, -Math.sign(near) * Math.ceil((Math.abs(near) / EDGE_PX) * FASTEST_PX));
    if (scrollY !== was) follow();
  }
  requestAnimationFrame(scrollAlong);
};

export const letGo = () => {
  clearTimeout(soon);
  aim = undefined;
  if (!held) return;
  const { item, timer } = held;
  clearTimeout(timer);
  held = undefined;
  delete item.dataset.held;
  for (const each of item.getAnimations()) each.cancel();
  for (const each of [item, part("hands")]) {
    if (each) Object.assign(each.style, { transform: "", inlineSize: "", blockSize: "" });
  }
  const room = part("room");
  if (room) room.hidden = true;
  delete grid()?.dataset.holds;
};

const drop = () => {
  const { item, from, to } = held;
  if (isSame(from, to)) return letGo();
  held.sent = true;
  const was = item.style.transform;
  settleAt(to);
  if (!isCalm()) item.animate([{ transform: was }, { transform: item.style.transform }], SETTLES);
  part("room").hidden = true;
  clearTimeout(held.timer);
  held.timer = setTimeout(letGo, ANSWER_MS);
  tell("place", { id: item.dataset.item, ...to });
};

// --- by keys and buttons --------------------------------------------------------------------------

const TOGETHER_MS = 140; // so soon after one another, several pushes are one move
let soon;

export const push = ({ x = 0, y = 0, w = 0, h = 0 }) => {
  const item = chosenItem();
  if (!item || (held && held.way !== "keys")) return;
  const now = aim ?? boxOf(item);
  const to = onTheBoard({ x: now.x + x, y: now.y + y, w: now.w + w, h: now.h + h });
  if (!held || held.sent) hold(item, "keys", {});
  aim = held.to = to;
  settleAt(to);
  showChosen();
  if (w || h) say("size", to);
  else sayPlace(to);
  faceOf(item).scrollIntoView({ block: "nearest", behavior: "instant" });
  clearTimeout(soon);
  soon = setTimeout(() => held && drop(), TOGETHER_MS);
};

// What was pushed is sent before anything else begins.
export const flush = () => {
  clearTimeout(soon);
  if (held?.way === "keys" && !held.sent) drop();
};

// --- with a finger or a mouse ---------------------------------------------------------------------

let press; // { pointer, item, way, x, y } from the touch on
const fingers = new Map(); // on the chosen item

const apart = () => {
  const [one, other] = [...fingers.values()];
  return Math.max(Math.hypot(one.x - other.x, one.y - other.y), 1);
};
const pinch = () => {
  const { place, lines, from } = held;
  const factor = apart() / held.apart;
  const [width, height] = [place.width * factor, place.height * factor];
  stretch(width, height);
  showRoom(onTheBoard({ ...from, ...spanOf(lines, from, width, height) }));
};

const pressed = (event) => {
  if (event.isPrimary) moved = false; // a finger that moved something has ended without a tap
  const point = { x: event.clientX, y: event.clientY };
  const item = event.target.closest?.("[data-item]");
  if (event.pointerType === "touch" && item && item === chosenItem()) {
    fingers.set(event.pointerId, point);
    if (fingers.size === 2) {
      press = undefined;
      hold(item, "pinch", { apart: apart() });
      return;
    }
  }
  const handle = event.target.closest?.("[data-handle]");
  if (event.button !== 0 || !event.isPrimary || (!handle && !(item && event.pointerType === "mouse"))) return;
  press = { pointer: event.pointerId, item: handle ? chosenItem() : item, way: handle?.dataset.handle ?? "move", ...point };
  if (handle) handle.setPointerCapture(event.pointerId);
};
document.addEventListener("pointerdown", (event) => grid() && pressed(event));

document.addEventListener("pointermove", (event) => {
  if (fingers.has(event.pointerId)) {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (held?.way === "pinch" && !held.sent && fingers.size === 2) return pinch();
  }
  if (event.pointerId !== press?.pointer) return;
  const now = { nowX: event.clientX, nowY: event.clientY };
  if (!held || held.sent || held.way === "keys") {
    if (Math.hypot(now.nowX - press.x, now.nowY - press.y) < STARTS_PX) return;
    if (!press.item?.isConnected) return (press = undefined);
    if (press.item !== chosenItem()) choose(press.item);
    moved = true;
    hold(press.item, press.way, { x: press.x, y: press.y, scroll: scrollY, ...now });
    requestAnimationFrame(scrollAlong);
  }
  Object.assign(held, now);
  follow();
});

const released = (event) => {
  const pinched = fingers.delete(event.pointerId) && held?.way === "pinch" && !held.sent;
  const mine = event.pointerId === press?.pointer;
  if (mine) press = undefined;
  if (!(pinched || (mine && held && !held.sent))) return;
  if (event.type === "pointerup") drop();
  else letGo();
};
document.addEventListener("pointerup", released);
document.addEventListener("pointercancel", released);
document.addEventListener("visibilitychange", () => held && !held.sent && letGo());
// A picture under a mouse would be dragged out of the page.
document.addEventListener("dragstart", (event) => event.target.closest?.("[data-grid]") && event.preventDefault());

// --- the answer -----------------------------------------------------------------------------------

let watched; // the grid that is looked at
let places = new Map(); // id → where it was drawn last
let expects = 0; // until when what is new was laid by her
export const expect = () => (expects = Date.now() + ANSWER_MS * 3);

const measure = () => {
  places = new Map(items().map((item) => [item.dataset.item, { at: item.dataset.at, ...placeOf(item) }]));
};

// What has changed its cells goes there from where it was seen last.
const settle = () => {
  const before = places;
  const own = held && !held.item.isConnected ? letGo() : held;
  const answered = own?.sent && before.get(own.item.dataset.item)?.at !== own.item.dataset.at;
  if (answered) {
    const was = before.get(own.item.dataset.item);
    const { e, f } = new DOMMatrix(getComputedStyle(own.item).transform); // perhaps still on its way there
    before.set(own.item.dataset.item, { ...was, start: was.start + (isMirrored() ? -e : e), top: was.top + f });
    letGo();
  } else if (own) goOn(); // an earlier move was answered, or another window's: this one is still under way
  measure();
  for (const item of items()) {
    const [was, is] = [before.get(item.dataset.item), places.get(item.dataset.item)];
    if (!was || was.at === is.at || item === held?.item || isCalm()) continue;
    const [x, y] = [(was.start - is.start) * (isMirrored() ? -1 : 1), was.top - is.top];
    if (Math.abs(x) + Math.abs(y) > 1) item.animate([{ transform: `translate(${x}px, ${y}px)` }, {}], SETTLES);
  }
  meetNew(before);
};

const goOn = () => {
  Object.assign(held, { base: placeOf(held.item), lines: layout() });
  if (held.sent || held.way === "keys") settleAt(held.to);
  else if (held.way === "move") follow();
};

// What she has just laid on the board comes into sight; it is not chosen, so that she can lay the next.
const meetNew = (before) => {
  if (Date.now() > expects) return;
  const fresh = items().filter((item) => !before.has(item.dataset.item)).at(-1);
  if (!fresh) return;
  expects = 0;
  if (!isCalm()) faceOf(fresh).animate([{ scale: 0.85, opacity: 0.3 }, {}], SETTLES);
  fresh.scrollIntoView({ block: "nearest", behavior: isCalm() ? "instant" : "smooth" });
  if (!document.querySelector("dialog[open]")) faceOf(fresh).focus({ preventScroll: true });
};

const changed = () => {
  if (!grid()) return;
  const focused = document.activeElement?.closest?.("[data-item]");
  settle();
  if (chosen && !chosenItem()) return choose(undefined); // gone, perhaps in another window
  showChosen();
  // An item that was put elsewhere in the order of reading has lost the focus on the way.
  if (!focused && document.activeElement === document.body && keeps) faceOf(chosenItem())?.focus({ preventScroll: true });
};
let keeps = false;
document.addEventListener("focusin", ({ target }) => (keeps = Boolean(target.closest?.("[data-item], [data-hands]"))));
addEventListener("pointerdown", ({ target }) => (keeps = Boolean(target.closest?.("[data-item], [data-hands]"))), true);

const observer = new MutationObserver(changed);
const look = () => {
  const now = grid();
  if (now === watched) return;
  watched = now;
  observer.disconnect();
  if (!now) return (chosen = "");
  chosen = "";
  observer.observe(now, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-at"] });
  measure();
  showChosen();
};
window.carnet.watching.push(look);
look();
