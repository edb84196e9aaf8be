// Where the focus is, for whoever has no pointer: it is never lost when what had it goes away.
(() => {
  "use strict";
  // What each thing of hers is opened by, and what stands there when it is open: it takes the focus from
  // what it stands in for, or stood beside. No field for many words: on a phone a keyboard would come up.
  const CLOSED = ".textbtn, .titlebtn, .row, [data-card], .shelved .btn, .strengths .chip";
  const LANDING = `${CLOSED}, .way__open, .wish__open, .strengths__open, .input--title`;
  const TITLE = "h1[tabindex='-1']"; // takes it when nothing nearer is left
  const isText = (element) => element.matches("textarea, input:not([type=radio], [type=checkbox])");

  let byKey = false;
  addEventListener("keydown", () => (byKey = true), true);
  addEventListener("pointerdown", () => (byKey = false), true);

  // Who has no pointer must see where she is; who has one must not find the page moved under her finger.
  const focus = (element) => {
    element.focus({ preventScroll: !byKey });
    // A date has no letters to stand behind.
    if (isText(element) && element.selectionStart !== null) element.setSelectionRange(element.value.length, element.value.length);
  };

  let had; // what has the focus, or had it when it went away
  let before = []; // what had it earlier, the last first
  document.addEventListener("focusin", ({ target }) => {
    before = [had, ...before].slice(0, 9);
    had = target;
  });
  // A tap beside everything takes the focus away on purpose.
  addEventListener("pointerdown", () => (had = undefined), true);

  const isLost = () => had && !had.isConnected && [null, document.body].includes(document.activeElement);

  /** Return the change that took *gone* from where the page still is; a part may have gone before the whole. */
  const removal = (changes, gone) => {
    const whole = gone.getRootNode();
    const change = changes.find(({ removedNodes }) => [...removedNodes].includes(whole));
    return !change || change.target.isConnected ? change : removal(changes, change.target);
  };

  /** Yield what came in its place, then what stands after it, then what stands before it. */
  function* around(changes, { target, nextSibling, previousSibling }) {
    for (const change of changes) if (change.target === target) yield* change.addedNodes;
    for (let node = nextSibling; node; node = node.nextSibling) yield node;
    for (let node = previousSibling; node; node = node.previousSibling) yield node;
  }

  const landingIn = (nodes) => {
    for (const node of nodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const landing = node.matches(LANDING) ? node : node.querySelector(LANDING);
      if (landing?.checkVisibility()) return landing;
    }
    return undefined;
  };

  // A sentence that came by itself and went again: she was somewhere else before.
  const passed = ({ target }) =>
    target.closest("[role=status],[role=alert]") && before.find((element) => element?.isConnected);

  // A field for something new closes: back to what opened it.
  const opener = () => document.querySelector(`[data-focuses="${had.closest("[data-focus]")?.dataset.focus}"]`);

  // A whole page that gives way to another: the new one begins at its title, whatever it has in it.
  const isPage = (node) => Boolean(node.querySelector?.("main"));

  const near = (changes) => {
    const change = removal(changes, had);
    if (!change || [...change.removedNodes].some(isPage)) return undefined;
    return passed(change) || landingIn(around(changes, change));
  };

  const title = () => [...document.querySelectorAll(TITLE)].find((each) => each.checkVisibility());

  const keep = (changes) => {
    if (!isLost()) return;
    const next = opener() || near(changes) || title();
    if (next) focus(next);
  };

  // What every keyboard takes a change back with; in a field it takes back what was typed there.
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || isText(event.target)) return;
    const back = document.querySelector("[data-undo] button");
    if (back) event.preventDefault();
    back?.click();
  });

  new MutationObserver(keep).observe(document.documentElement, { subtree: true, childList: true });
})();
