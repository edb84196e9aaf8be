// Private pages: what counts as her act, the lock and its warning, and the sign-in that opens over a page.
(() => {
  "use strict";
  const carnet = window.carnet;
  const { typing, bridge, isOpen, quietly } = carnet;
  const HERE_MS = 10_000; // at most so often the server hears that she is reading on
  const AHEAD_S = 60; // the warning, before the lock; halfway when that is as long
  const HELD_MS = 120_000; // so long a picker that she opened holds an immediate lock
  const root = document.documentElement;
  const pulse = () => document.getElementById("pulse");
  const isShut = () => root.hasAttribute("data-shut");

  // --- her acts -----------------------------------------------------------------------------

  // All her windows share one session, so an act in one of them counts in all.
  const others = quietly(() => new BroadcastChannel("acts"));
  let lastAct = Date.now();
  let lastTold = 0;
  const tell = (now) => {
    lastTold = now;
    bridge("here");
  };
  const acted = () => {
    if (isShut()) return; // what waits under the sign-in goes at the lock delay, whoever taps
    lastAct = Date.now();
    if (!isOpen() || lastAct - lastTold < HERE_MS) return;
    others?.postMessage("");
    tell(lastAct);
  };
  // Her last acts before she rests are told a little later; never those before the phone slept.
  const tellLater = () => {
    const now = Date.now();
    if (isOpen() && lastAct > lastTold && now - lastTold >= HERE_MS && now - lastAct < 2 * HERE_MS) tell(now);
  };
  if (others) others.onmessage = () => (lastAct = Date.now());
  // Dictated words come without a key, and what helps somebody to tap makes clicks alone.
  for (const kind of ["pointerdown", "keydown", "input", "click"]) {
    addEventListener(kind, (event) => event.isTrusted && acted(), { capture: true, passive: true });
  }
  // Who reads on with a screen reader only scrolls. A page whose height changes moves by itself, too: that is
  // nobody's act, and somebody else's change must not keep her plan open.
  let shape = "";
  addEventListener("scroll", () => {
    const before = shape;
    shape = `${root.scrollHeight} ${innerHeight}`;
    if (shape === before) acted();
  }, { capture: true, passive: true });

  // --- the lock -----------------------------------------------------------------------------

  let home; // the cover in her language
  const empty = () => {
    typing.forget();
    carnet.cover();
    carnet.go(carnet.home(home));
  };
  const lock = () => {
    if (!isOpen()) return;
    typing.settle();
    carnet.cover();
    carnet.leaveMark(); // should the server not hear it, the next load tells it
    carnet.tellServer("/session/lock", carnet.unsaved());
    empty();
  };
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-lock-now]")) return;
    event.preventDefault();
    lock();
  });

  let held = 0; // until when a picker holds an immediate lock
  const isHeld = () => Date.now() < held;

  // The server locks by itself. This is for a page that the server cannot reach any more.
  const seconds = () => Number(pulse()?.dataset.lock ?? 0);
  const idle = () => (Date.now() - Math.max(lastAct, lastTold)) / 1000;
  const isAtOnce = () => pulse()?.dataset.atOnce === "true";
  // What waits is sent once more as the page goes (``parting.js``): perhaps it is reached after all.
  const lockIfLate = () => {
    if (!seconds() || idle() <= seconds() + 2 || isHeld()) return;
    carnet.cover();
    carnet.go(carnet.home(home));
  };

  // Any act of hers puts it off; the button is there to be found.
  const ahead = () => Math.min(AHEAD_S, seconds() / 2);
  const warn = () => {
    if (touching) return;
    const soon = isOpen() && !isAtOnce() && idle() >= seconds() - ahead();
    const waits = soon && carnet.isLost() && carnet.unsaved() !== "";
    for (const each of document.querySelectorAll("[data-soon]")) {
      if (each.hidden === soon) each.hidden = !soon;
      for (const said of each.querySelectorAll("[data-soon-if]")) {
        const holds = said.dataset.soonIf === (waits ? "waits" : "kept");
        if (said.hidden === holds) said.hidden = !holds;
      }
    }
  };

  // It goes once the finger is off: a tap must not find something else under it.
  let touching = false;
  addEventListener("pointerdown", () => (touching = true), true);
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => (touching = false), true);
  addEventListener("click", (event) => event.isTrusted && warn());

  setInterval(() => {
    lockIfLate();
    tellLater();
    warn();
    typing.flushSoon();
  }, 1000);

  // A picker lies over the page like another app. The page is covered meanwhile, as always.
  let holding;
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("input[type=file]") || !isOpen()) return;
    held = Date.now() + HELD_MS;
    bridge("hold");
  }, true);
  const lockAtOnce = () => {
    clearTimeout(holding);
    const left = held - Date.now();
    if (left <= 0) return lock();
    typing.flush();
    holding = setTimeout(lock, left);
  };
  const comesBack = () => {
    clearTimeout(holding);
    if (isAtOnce() && held && !isHeld()) return lock();
    if (isHeld()) acted();
    held = 0;
    return lockIfLate();
  };

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") return comesBack();
    if (!isOpen()) return;
    typing.settle();
    if (isAtOnce()) lockAtOnce();
    else typing.flush();
  });

  // --- the gate -----------------------------------------------------------------------------

  let wasOpen = false;
  let place = { goal: "", record: "" };
  let typedIn = ""; // the field she was in when the sign-in came over it

  const cover = () => {
    root.setAttribute("data-shut", "");
    const dialog = document.getElementById("again");
    if (!dialog || dialog.open) return;
    dialog.showModal();
    dialog.querySelector("input")?.focus();
  };

  const uncover = () => {
    root.removeAttribute("data-shut");
    document.getElementById("again")?.close();
    const field = typing.fieldAt(typedIn) ?? document.querySelector("[data-record]");
    field?.focus();
    field?.setSelectionRange?.(field.value.length, field.value.length);
  };

  const gates = {
    open: () => {
      wasOpen = true;
      if (!isShut()) return;
      typing.sendAgain();
      Object.assign(carnet.out, place);
      bridge("resume");
    },
    closed: () => {
      if (!wasOpen) return carnet.go(carnet.home());
      const { goal, open } = pulse().dataset;
      place = { goal: goal ?? "", record: open };
      const field = typing.fieldOf(document.activeElement);
      typedIn = field ? typing.placeOf(field) : "";
      cover();
    },
    locked: empty,
  };

  // The sign-in over the page went well: the same person goes on, anyone else starts afresh, and so does a
  // page that is older than the server. The socket reads its cookie once, so it is opened anew; these two
  // events make it do so.
  carnet.reopen = (answer) => {
    const same = answer.tag === pulse().dataset.tag;
    if (same && carnet.isOld(answer)) carnet.tellServer("/session/keep", carnet.unsaved());
    if (!same || carnet.isOld(answer)) return carnet.go(answer.to);
    lastAct = Date.now();
    dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    setTimeout(() => document.dispatchEvent(new Event("visibilitychange")), 50);
  };

  let [gate, resumed] = ["", "0"];
  carnet.followGate = (now) => {
    home = now.home;
    if (now.resumed !== resumed) {
      resumed = now.resumed;
      if (isShut()) uncover();
    }
    if (now.gate !== gate) {
      gate = now.gate;
      gates[gate]?.();
    }
  };
})();
