// Runs before anything else on every page: leaving, one history entry, and nothing else.
// It must not depend on the framework, the socket or the server, so it stands alone.
(() => {
  "use strict";
  const root = document.documentElement;
  const told = document.currentScript?.dataset ?? {};
  const PRIVATE = (told.private ?? "").split(" ");
  const COVERS = (told.covers ?? "/").split(" ");
  const EXIT = told.exit; // the programme's
  const MARK = "n"; // "the last visit may not have been closed on the server": no word, no date
  const ENDS = { 1: "/session/leave", 2: "/session/lock" }; // what the mark says is still to be told
  const HEARD_MS = 4000; // a network that is there and brings nothing must not keep a page covered
  const WINDOW_MS = 5000;
  const PRESSES = 3;

  const quietly = (act) => {
    try {
      return act();
    } catch {
      return undefined; // storage may be blocked; leaving works all the same
    }
  };

  // Where nothing may be stored, or nothing more, the framework would not even begin: it gets a storage that
  // lasts as long as the page, and begins with what can be read.
  const inMemory = (before) => {
    const kept = new Map(before);
    return {
      getItem: (key) => kept.get(String(key)) ?? null,
      setItem: (key, value) => void kept.set(String(key), String(value)),
      removeItem: (key) => void kept.delete(String(key)),
      clear: () => kept.clear(),
      key: (index) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size;
      },
    };
  };
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].setItem("-", "");
      window[name].removeItem("-");
    } catch {
      const before = quietly(() => Object.entries(window[name]));
      quietly(() => Object.defineProperty(window, name, { value: inMemory(before), configurable: true }));
    }
  }

  const cover = () => {
    root.setAttribute("data-gone", "");
    document.title = "Carnet";
  };

  // Once she leaves, nothing else decides where this page goes: not an answer that comes late, not the
  // end of the session, which reaches this page too while the other one is still on its way.
  let leaves = false;
  let going; // asked again each second, a slow network would begin anew each second
  const go = (address) => {
    if (leaves || going === address) return;
    going = address;
    location.replace(address);
  };

  // The cover she chose, on this phone; until then the notebook, in the language of the page.
  const kept = (key) => quietly(() => localStorage.getItem(key));
  const home = (otherwise) => {
    const speaks = COVERS.find((path) => path === `/${root.lang}/`);
    return [kept("home"), otherwise, speaks].find((path) => COVERS.includes(path)) ?? COVERS[0];
  };

  // Its look is fetched with the page, and no other: it has to be there before it is needed.
  const takeLook = () => (root.dataset.cover = home().includes("calc") ? "calc" : "notes");
  takeLook();

  const exitLink = () => document.querySelector("a.exit");

  // Hers if she chose one, and nothing but https: what stands on the phone may have been tampered with.
  const isSafe = (address) => quietly(() => new URL(address).protocol === "https:");
  const isInstalled = () =>
    navigator.standalone === true || matchMedia("(display-mode: standalone), (display-mode: minimal-ui)").matches;
  const wayOut = () => {
    if (isInstalled() || !navigator.onLine) return home();
    return [kept("exit"), exitLink()?.href, EXIT].find(isSafe) ?? home();
  };
  const keepExit = (address) =>
    quietly(() => (isSafe(address) ? localStorage.setItem("exit", address) : localStorage.removeItem("exit")));

  // Words not yet saved travel with the beacon, so that leaving never costs a word.
  const unsaved = () => quietly(() => window.carnet?.unsaved?.()) ?? "";

  const announce = (text) => {
    for (const status of document.querySelectorAll("[data-exit-status]")) status.textContent = text;
  };

  // Nothing may come before the covered frame, not even the server's answer; nor may the page be gone by then.
  const afterFrame = (act) => {
    let done = false;
    const once = () => done || ((done = true), act());
    requestAnimationFrame(() => setTimeout(once));
    addEventListener("pagehide", once);
  };
  const LEFT = "1";
  const LOCKED = "2";
  const leaveMark = (what = LEFT) => kept(MARK) === LEFT || quietly(() => localStorage.setItem(MARK, what));

  // A browser takes so many bytes and no more: without the words rather than not at all.
  const tellServer = (path, words) => quietly(() => navigator.sendBeacon(path, words) || navigator.sendBeacon(path));
  const leave = () => {
    if (leaves) return;
    const address = wayOut();
    const words = unsaved();
    leaves = true;
    cover();
    // What lies over the page goes as well: as long as it is open, nothing else is heard.
    for (const each of document.querySelectorAll("dialog[open]")) quietly(() => each.close());
    const status = [...document.querySelectorAll("[data-exit-status]")].find((each) => !each.closest("dialog"));
    if (status) status.textContent = exitLink()?.dataset.leaving ?? "";
    leaveMark();
    afterFrame(() => tellServer("/session/leave", words));
    quietly(() => sessionStorage.clear());
    location.replace(address);
  };

  // A press that begins on the exit leaves when the finger comes off, wherever the exit is by then: it may
  // move while she types, be drawn anew, or the finger may slip. A click would be lost then; a scroll that
  // begins on it is none. What comes after the press finds nothing to work on.
  const isExit = (event) => Boolean(event.target.closest?.("a.exit, a[data-exit-too]"));
  let pressing; // the pointer: another finger elsewhere neither leaves nor keeps her
  const press = (event) => {
    if (event.button === 0 && isExit(event)) pressing = event.pointerId;
    else if (event.pointerId === pressing) pressing = undefined;
  };
  addEventListener("pointerdown", press, true);
  addEventListener("pointercancel", (event) => event.pointerId === pressing && (pressing = undefined), true);
  // A mouse can be pulled off it; a finger that slips means it. A long press opens no menu: it leaves too.
  const isPulledOff = (event) => event.pointerType === "mouse" && !isExit(event);
  addEventListener("pointerup", (event) => event.pointerId === pressing && !isPulledOff(event) && leave(), true);
  addEventListener("contextmenu", (event) => isExit(event) && event.preventDefault(), true);
  addEventListener(
    "click",
    (event) => {
      if (!leaves && !isExit(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      leave();
    },
    true,
  );

  // Shift three times within five seconds. Any other key starts over, and so does a Shift that
  // was held for a capital letter: only a press and release with nothing in between counts.
  let presses = [];
  let alone = false;
  let forgotten;
  const startOver = () => {
    presses = [];
    clearTimeout(forgotten);
  };
  const say = (key) => announce(exitLink()?.dataset[key] ?? "");
  addEventListener(
    "keydown",
    (event) => {
      if (event.repeat) return;
      alone = event.key === "Shift";
      if (!alone) {
        if (presses.length) announce("");
        startOver();
      }
    },
    true,
  );
  addEventListener(
    "keyup",
    (event) => {
      if (event.key !== "Shift" || !alone) return;
      alone = false;
      const now = performance.now();
      presses = [...presses.filter((at) => now - at < WINDOW_MS), now];
      if (presses.length >= PRESSES) return leave();
      say(presses.length === 1 ? "two" : "one");
      clearTimeout(forgotten);
      forgotten = setTimeout(() => {
        startOver();
        say("over");
      }, WINDOW_MS - (now - presses[0]));
    },
    true,
  );
  addEventListener("pointerdown", () => (alone = false), true);

  // The keyboard is up: the exit stands at the top meanwhile. It goes back a moment after the field is
  // left, not at once: a tap that leaves a field must not find something else under the finger.
  const TAP_MS = 350;
  const isText = (field) => field.matches?.("textarea, input:not([type=radio], [type=checkbox])");
  let leaving;
  addEventListener("focusin", (event) => {
    if (!isText(event.target)) return;
    clearTimeout(leaving);
    root.setAttribute("data-typing", "");
  });
  addEventListener("focusout", (event) => {
    if (!isText(event.target)) return;
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (!isText(document.activeElement ?? root)) root.removeAttribute("data-typing");
    }, TAP_MS);
  });

  // The app is one entry in the history: Back leads to what was read before.
  const replace = history.replaceState.bind(history);
  history.pushState = (state, title, address) => replace(state, title, address);

  // A page that comes back from the browser's page cache shows nothing of the past.
  addEventListener("pageshow", (event) => {
    if (!event.persisted || !event.isTrusted) return;
    cover();
    location.replace(home());
  });

  // The last exit or lock could not be sure to reach the server: end that session before anything else.
  // A private page has nothing to show then; a public one shows as soon as that is done or hopeless.
  const goOn = () => {
    if (isPrivate()) go(home());
    else root.removeAttribute("data-gone");
  };
  if (kept(MARK)) {
    cover();
    const signal = quietly(() => AbortSignal.timeout(HEARD_MS));
    fetch(ENDS[kept(MARK)] ?? ENDS[LEFT], { method: "POST", keepalive: true, signal })
      .then((answer) => answer.ok && quietly(() => localStorage.removeItem(MARK)))
      .catch(() => {})
      .finally(goOn);
  }

  // She left or locked in another window: this one goes as well, whether the server has heard or not. A
  // window that slept meanwhile finds the mark when it wakes.
  const followMark = () => {
    if (leaves || !isPrivate() || !kept(MARK)) return;
    cover();
    go(home());
  };
  addEventListener("storage", (event) => event.key === MARK && followMark());

  // Whoever looks at the list of open apps sees the look of her cover, not the page: not the code or the
  // passphrase on a page of the way in either.
  const isPrivate = () => PRIVATE.some((path) => path && location.pathname.startsWith(path));
  const hide = (hidden) => {
    if (hidden) root.dataset.hidden = takeLook();
    else delete root.dataset.hidden;
  };
  const sees = () => {
    followMark();
    hide(document.visibilityState === "hidden");
  };
  document.addEventListener("visibilitychange", sees, true);
  addEventListener("pagehide", (event) => event.isTrusted && hide(true), true);
  addEventListener("freeze", () => hide(true), true);
  addEventListener("resume", sees, true);

  // How she likes to read. It stays on the phone, so that the next page is painted so from its first frame:
  // no flash of light in a dark room. The key of the colours is the framework's own.
  const LOOKS = { theme: ["light", "dark"], text: ["l", "xl"] };
  const paint = (key, value) => {
    const name = `data-${key}`;
    if (value === (root.getAttribute(name) ?? "")) return;
    if (value) root.setAttribute(name, value);
    else root.removeAttribute(name);
    if (key === "theme") root.style.colorScheme = ""; // where the framework has put the one before
  };
  const paintBar = () => {
    const { theme } = root.dataset;
    for (const bar of document.querySelectorAll("meta[data-scheme]")) {
      const { scheme } = bar.dataset;
      bar.media = theme ? (scheme === theme ? "all" : "not all") : `(prefers-color-scheme: ${scheme})`;
    }
  };
  const chosen = (key, value) => (LOOKS[key].includes(value) ? value : "");
  const look = (theme, text) => {
    paint("theme", chosen("theme", theme));
    paint("text", chosen("text", text));
    paintBar();
  };
  const keepLook = (theme, text) => {
    if (kept("theme") !== theme) quietly(() => localStorage.setItem("theme", theme));
    if (!chosen("text", text)) quietly(() => localStorage.removeItem("text"));
    else if (kept("text") !== text) quietly(() => localStorage.setItem("text", text));
    look(theme, text);
  };
  look(kept("theme"), kept("text"));
  addEventListener("DOMContentLoaded", paintBar);

  // In the installed app and without a network the pages come from the phone.
  const keepPages = () => quietly(() => navigator.serviceWorker?.register("/sw.js").catch(() => {}));
  addEventListener("load", keepPages);

  Object.assign((window.carnet = {}), { leave, cover, quietly, go, home, keepLook, keepExit, tellServer });
  Object.assign(window.carnet, { leaves: () => leaves, leaveMark: () => leaveMark(LOCKED) });
})();
