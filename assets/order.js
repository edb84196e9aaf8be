// Private pages: order. An item is moved by its grip, here with a finger or a mouse; order-keys.js does it
// with keys and buttons. React owns the page: no node of its is moved here. An empty room shows where the
// item would stand, one event tells the server, and its answer puts the item there.
(() => {
  "use strict";
  const carnet = window.carnet;
  const STARTS_PX = 5; // less is a tap
  const EDGE_PX = 88; // so near the edge the page scrolls along
  const FASTEST_PX = 14; // a frame
  const ANSWER_MS = 4000; // then the item stands again where the page has it

  carnet.out.order = { id: "", before: "", into: "", by: 0 };
  const bridge = (name) => document.getElementById(`bridge-${name}`)?.click();
  const tell = (order) => Object.assign(carnet.out.order, { before: "", into: "", by: 0 }, order);

  // --- what there is ------------------------------------------------------------------------

  const split = (text = "") => [text.slice(0, text.indexOf(":")), text.slice(text.indexOf(":") + 1)];
  const kindOf = (place) => split(place?.dataset.orderList ?? place?.dataset.orderTarget)[0];
  const intoOf = (place) => split(place.dataset.orderList ?? place.dataset.orderTarget)[1];
  const homeOf = (item) => item.parentElement?.closest("[data-order-list]");
  const itemsOf = (list) =>
    [...list.querySelectorAll("[data-order-item]")].filter((item) => homeOf(item) === list);
  const listsOf = (kind) => [...document.querySelectorAll(`[data-order-list^="${kind}:"]`)];
  const itemAt = (id) =>
    [...document.querySelectorAll("[data-order-item]")].find((item) => item.dataset.orderItem === id);
  const gripOf = (item) =>
    [...(item?.querySelectorAll("[data-order-grip]") ?? [])].find((grip) => ownItem(grip) === item);
  const ownItem = (element) => element.closest("[data-order-item]");
  const stands = (id) => {
    const item = itemAt(id);
    const list = item && homeOf(item);
    return list ? { list, index: itemsOf(list).indexOf(item), of: itemsOf(list).length } : null;
  };

  // --- what is said -------------------------------------------------------------------------

  const say = (name, values = {}) => {
    for (const status of document.querySelectorAll("[data-order-status]")) {
      const sentence = (status.dataset[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => values[key]);
      const text = [values.where, sentence].filter(Boolean).join(". ");
      status.textContent = status.textContent === text ? `${text}\u00a0` : text; // twice the same is heard twice
    }
  };
  const nameOf = (list) => document.getElementById(list.getAttribute("aria-labelledby"))?.textContent ?? "";

  // --- lifting, making room -----------------------------------------------------------------

  let lifted; // { item, id, kind, home, from, list, index, onto, room, rect, keys }

  const makeRoom = (item, height) => {
    const tag = item.tagName === "LI" ? "li" : "div";
    // Two of them, so that what is drawn differently at each second place stays as it is.
    const room = [document.createElement(tag), document.createElement(tag)];
    room[1].hidden = true;
    room[0].className = "order__room";
    room[0].style.blockSize = `${height}px`;
    for (const each of room) each.setAttribute("aria-hidden", "true");
    item.before(...room);
    return room;
  };

  const lift = (item, keys) => {
    finish();
    const home = homeOf(item);
    const from = itemsOf(home).indexOf(item);
    const rect = item.getBoundingClientRect();
    const room = makeRoom(item, rect.height);
    const id = item.dataset.orderItem;
    lifted = { item, id, kind: kindOf(home), home, from, list: home, index: from, onto: null, room, rect, keys };
    Object.assign(item.style, { left: `${rect.left}px`, top: `${rect.top}px`, width: `${rect.width}px` });
    item.classList.add("order__lifted");
    document.documentElement.dataset.ordering = keys ? "keys" : "";
  };

  const place = (list, index) => {
    if (lifted.list === list && lifted.index === index) return;
    const items = itemsOf(list).filter((item) => item !== lifted.item);
    if (items[index]) items[index].before(...lifted.room);
    else if (items.length) items.at(-1).after(...lifted.room);
    else list.append(...lifted.room);
    Object.assign(lifted, { list, index });
  };

  const over = (target) => {
    if (lifted.onto === target) return;
    lifted.onto?.classList.remove("order__over");
    target?.classList.add("order__over");
    lifted.onto = target;
  };

  const shift = (x, y) => (lifted.item.style.transform = `translate(${x}px, ${y}px)`);
  const settle = () => {
    const room = lifted.room[0].getBoundingClientRect();
    shift(room.left - lifted.rect.left, room.top - lifted.rect.top);
  };

  const putBack = () => {
    if (!lifted || lifted.sent) return;
    if (lifted.keys) say("back");
    finish();
  };

  const finish = () => {
    if (!lifted) return;
    const { item, room } = lifted;
    over(null);
    for (const each of room) each.remove();
    item.classList.remove("order__lifted", "order__settles");
    Object.assign(item.style, { left: "", top: "", width: "", transform: "" });
    delete document.documentElement.dataset.ordering;
    lifted = undefined;
  };

  const drop = () => {
    const { id, home, from, list, index, onto, item } = lifted;
    if (!onto && list === home && index === from) return putBack();
    const next = itemsOf(list).filter((each) => each !== item)[index];
    tell({
      id,
      before: onto ? "" : next ? next.dataset.orderGap || next.dataset.orderItem : list.dataset.orderRest,
      into: onto ? intoOf(onto) : list === home ? "" : intoOf(list),
    });
    lifted.sent = true;
    item.classList.add("order__settles");
    if (!onto) settle();
    awaitMove(id);
    bridge("move");
  };

  // --- the answer ---------------------------------------------------------------------------

  let awaited; // { id, was, focused, timer }

  const awaitMove = (id) => {
    clearTimeout(awaited?.timer);
    const item = itemAt(id);
    const inside = item?.contains(document.activeElement) ? document.activeElement : gripOf(item);
    const focused = [...(item?.querySelectorAll("button") ?? [])].indexOf(inside);
    awaited = { id, was: stands(id), focused, timer: setTimeout(settled, ANSWER_MS, false) };
  };

  const settled = (moved) => {
    const { id, focused, timer } = awaited;
    clearTimeout(timer);
    awaited = undefined;
    if (lifted?.sent) finish();
    if (!moved) return;
    const now = stands(id);
    say("put", { at: now.index + 1, of: now.of, where: nameOf(now.list) });
    if (document.querySelector("dialog[open]")) return;
    const item = itemAt(id);
    const button = item?.querySelectorAll("button")[focused] ?? gripOf(item);
    if (!item?.contains(document.activeElement)) button?.focus({ preventScroll: true });
    item?.scrollIntoView({ block: "nearest" });
  };

  const look = () => {
    if (lifted && !lifted.sent && !lifted.item.isConnected) finish(); // gone in another window
    if (!awaited) return;
    const now = stands(awaited.id);
    const { was } = awaited;
    if (!now) return lifted?.sent && finish(); // gone to a goal that does not show, or not there yet
    if (now.list !== was?.list || now.index !== was?.index) settled(true);
  };
  new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true });

  // --- with a finger or a mouse -------------------------------------------------------------

  let press; // { grip, pointer, x, y } from the touch on
  let dragged = false; // the tap that ends a drag is none
  let pointer = { x: 0, y: 0 };

  const targetAt = (x, y) => {
    for (const element of document.elementsFromPoint(x, y)) {
      for (let at = element; at; at = at.parentElement) {
        if (!at.dataset) continue;
        if (split(at.dataset.orderList)[0] === lifted.kind) return { list: at };
        if (split(at.dataset.orderTarget)[0] === lifted.kind) {
          return intoOf(at) === intoOf(lifted.home) ? {} : { onto: at };
        }
      }
    }
    return {};
  };

  const follow = () => {
    if (!lifted.item.isConnected) return finish();
    shift(pointer.x - press.x, pointer.y - press.y);
    const { list, onto } = targetAt(pointer.x, pointer.y);
    over(onto ?? null);
    if (onto) return place(lifted.home, lifted.from);
    if (!list) return;
    place(list, indexIn(list, lifted.rect.top + pointer.y - press.y));
  };

  // An item makes way when the edge that comes near it has reached its middle.
  const indexIn = (list, top) => {
    const items = itemsOf(list).filter((item) => item !== lifted.item);
    const edge = (at) => {
      if (list !== lifted.list) return top + lifted.rect.height / 2;
      return at < lifted.index ? top : top + lifted.rect.height;
    };
    const isBefore = (item, at) => {
      const rect = item.getBoundingClientRect();
      return rect.top + rect.height / 2 < edge(at);
    };
    return items.filter(isBefore).length;
  };

  const scrollerOf = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
    }
    return document.scrollingElement;
  };

  const scrollAlong = () => {
    if (!lifted || lifted.keys || lifted.sent) return;
    const near = Math.max(EDGE_PX - pointer.y, 0) - Math.max(pointer.y - innerHeight + EDGE_PX, 0);
    if (near) {
      const scroller = scrollerOf(lifted.home);
      const was = scroller.scrollTop;
      scroller.scrollTop -= Math.sign(near) * Math.ceil((Math.abs(near) / EDGE_PX) * FASTEST_PX);
      if (scroller.scrollTop !== was) follow();
    }
    requestAnimationFrame(scrollAlong);
  };

  document.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest?.("[data-order-grip]");
    if (!grip || event.button !== 0 || !event.isPrimary) return;
    dragged = false;
    press = { grip, pointer: event.pointerId, x: event.clientX, y: event.clientY };
    grip.setPointerCapture(event.pointerId);
  });

  document.addEventListener("pointermove", (event) => {
    if (event.pointerId !== press?.pointer) return;
    pointer = { x: event.clientX, y: event.clientY };
    if (!lifted) {
      if (Math.hypot(pointer.x - press.x, pointer.y - press.y) < STARTS_PX) return;
      const item = ownItem(press.grip);
      if (!item?.isConnected) return (press = undefined);
      dragged = true;
      lift(item, false);
      requestAnimationFrame(scrollAlong);
    }
    if (!lifted.sent) follow();
  });

  const release = (event) => {
    if (event.pointerId !== press?.pointer) return;
    if (lifted && !lifted.keys && !lifted.sent) event.type === "pointerup" ? drop() : putBack();
    press = undefined;
  };
  document.addEventListener("pointerup", release);
  document.addEventListener("pointercancel", release);
  document.addEventListener("visibilitychange", putBack);
  addEventListener("scroll", () => lifted && (lifted.keys || lifted.sent) && !lifted.onto && settle(), true);

  // --- the rest is in order-keys.js ---------------------------------------------------------

  const isTap = () => !dragged || (dragged = false);
  const lists = { itemsOf, listsOf, ownItem, gripOf, nameOf };
  carnet.order = { ...lists, held: () => lifted, lift, place, settle, drop, putBack, say, tell, awaitMove, isTap };
})();
