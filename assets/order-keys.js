// Private pages: order, with keys and with buttons. An item is lifted by its grip and moved by the arrow keys,
// or pushed by Alt with an arrow anywhere in it; a tap on its grip opens buttons that do the same.
(() => {
  "use strict";
  const carnet = window.carnet;
  const { order } = carnet;
  const { itemsOf, listsOf, ownItem, gripOf, nameOf, lift, place, settle, drop, putBack, say, tell, awaitMove } = order;

  const step = (by) => {
    const { kind, item, room } = order.held();
    let { list, index } = order.held();
    const last = (of) => itemsOf(of).filter((each) => each !== item).length;
    const lists = listsOf(kind);
    index += by;
    if (index < 0 || index > last(list)) {
      list = lists[lists.indexOf(list) + by];
      if (!list) return;
      index = by > 0 ? 0 : last(list);
    }
    const where = list === order.held().list ? "" : nameOf(list);
    place(list, index);
    room[0].scrollIntoView({ block: "nearest" });
    settle();
    say("at", { at: index + 1, of: last(list) + 1, where });
  };

  const keys = {
    " ": () => drop(),
    Enter: () => drop(),
    ArrowUp: () => step(-1),
    ArrowDown: () => step(1),
  };

  const nudge = (item, by) => {
    tell({ id: item.dataset.orderItem, by });
    awaitMove(item.dataset.orderItem);
    carnet.bridge("nudge");
  };

  const BACK = 27; // its name would be found in what the phone keeps
  const BY = { ArrowUp: -1, ArrowDown: 1 };

  const pressed = (event) => {
    const { key, target } = event;
    const lifted = order.held();
    if (lifted && !lifted.sent && (lifted.keys || event.keyCode === BACK)) {
      const does = event.keyCode === BACK ? putBack : keys[key];
      if (!does || event.shiftKey) return false;
      does();
      return true;
    }
    const item = target.closest?.("[data-order-item]");
    if (!item || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    if (event.altKey) {
      if (!BY[key] || target.matches("input, textarea, select")) return false;
      nudge(item, BY[key]);
      return true;
    }
    if (!target.matches("[data-order-grip]") || (key !== " " && key !== "Enter") || event.repeat) return false;
    lift(item, true);
    settle();
    say("lifted");
    return true;
  };
  document.addEventListener("keydown", (event) => pressed(event) && event.preventDefault());
  // A key that lifts or drops is no tap: buttons are tapped by the space bar when it comes up.
  document.addEventListener("keyup", (event) => {
    if (event.key === " " && event.target.matches?.("[data-order-grip]")) event.preventDefault();
  });
  document.addEventListener("focusout", (event) => {
    if (order.held()?.keys && event.target.matches?.("[data-order-grip]")) putBack();
  });

  // --- with buttons -------------------------------------------------------------------------

  // A tap on a grip, also one of a screen reader, opens the buttons that move the item one place.
  document.addEventListener("click", (event) => {
    const grip = event.target.closest?.("[data-order-grip]");
    if (grip) return order.isTap() && openButtons(ownItem(grip));
    const button = event.target.closest?.("[data-order-nudges]");
    if (button) awaitMove(button.dataset.orderNudges || carnet.out.order.id);
  }, true);

  const openButtons = (item) => {
    const sheet = document.getElementById("order-sheet");
    if (!item || !sheet) return;
    tell({ id: item.dataset.orderItem });
    sheet.querySelector("[data-order-name]").textContent = gripOf(item).dataset.orderGrip;
    sheet.showModal();
    sheet.querySelector("h2").focus();
  };
})();
