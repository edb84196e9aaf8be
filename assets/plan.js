// The plan page: its list and the goal beside it or in its place, the search, the keys of a wide screen.
// Words that are looked for live in their field alone.
(() => {
  "use strict";
  const carnet = window.carnet;
  const FIND_MS = 150; // after the last key
  const MOST_LETTERS = 200;

  const one = (selector) => document.querySelector(selector);
  const isSeen = (element) => element.checkVisibility();
  const focus = (element) => element?.focus({ preventScroll: true });

  // --- going between the list and a goal ----------------------------------------------------

  // They share one address: going from one to the other is for us to make felt. On a wide screen they
  // stand beside one another, and the list stays where it is.
  const isWide = matchMedia("(min-width: 60rem)");

  // Where she was is kept while she scrolls: a page that is shorter has moved before we hear of it.
  let goal = "";
  let pane = "";
  let listScroll = 0;
  let planScroll = 0;
  let openBefore = ""; // the text that was open when she left the plan
  const scrolled = () => {
    if (goal && !isWide.matches) return;
    listScroll = scrollY;
    if (!pane) planScroll = scrollY;
  };
  addEventListener("scroll", scrolled, { passive: true });

  const followGoal = (now) => {
    if (now === goal) return;
    const before = goal;
    goal = now;
    if (now) return enterGoal();
    if (!isWide.matches) scrollTo(0, listScroll);
    focus([...document.querySelectorAll(`[data-card="${before}"]`)].find(isSeen));
  };
  const enterGoal = () => {
    if (!isWide.matches) scrollTo(0, 0);
    one(".split__detail").scrollTop = 0;
    focus(one(".split__detail h1"));
    showOpen(".split__detail");
  };

  // The search stands there before the server knows: she may type at once, and nothing of it is lost.
  const list = () => one("#main.split");
  document.addEventListener("click", ({ target }) => {
    const opener = target.closest?.("[data-opens]");
    if (opener && list()) list().dataset.shown = opener.dataset.opens;
    followPane();
  });

  const followPane = () => {
    const now = list()?.dataset.shown ?? "";
    if (now === pane) return;
    const before = pane;
    pane = now;
    if (!before) openBefore = openText();
    const field = one("[data-find]");
    if (before === "find" && now === "") field.value = "";
    if (now) {
      scrollTo(0, 0);
      return focus(now === "find" ? field : soughtOn(now));
    }
    scrollTo(0, planScroll);
    if (openText() === openBefore || !showOpen(".split__list")) returnTo(one(`.pane--plan [data-opens="${before}"]`));
  };
  // The plan may have grown meanwhile by what she took back.
  const returnTo = (opener) => {
    focus(opener);
    opener?.scrollIntoView({ block: "nearest" });
  };
  const soughtOn = (now) => one("[data-sought='here']") ?? one(`.pane--${now} [tabindex='-1']`);

  // What was found and opened, in its place.
  const openText = () => one("#pulse").dataset.open;
  const showOpen = (within) => {
    const field = one(`${within} [data-record="${openText()}"]`);
    if (!field) return false;
    const fold = field.closest("details");
    if (fold) fold.open = true;
    field.scrollIntoView({ block: "center" });
    if (fold) focus(field);
    return true;
  };

  carnet.watching.push(() => {
    if (!list()) return ((goal = ""), (pane = "")); // another page
    followPane();
    followGoal(one("#pulse").dataset.goal);
  });

  // --- search -------------------------------------------------------------------------------

  let timer;
  const find = (field) => {
    clearTimeout(timer);
    carnet.out.find = field.value.slice(0, MOST_LETTERS);
    carnet.bridge("find");
  };
  addEventListener("input", ({ target }) => {
    if (!target.matches?.("[data-find]")) return;
    clearTimeout(timer);
    timer = setTimeout(find, FIND_MS, target);
  });
  addEventListener("keydown", ({ key, target }) => key === "Enter" && target.matches?.("[data-find]") && find(target));

  // --- keys ---------------------------------------------------------------------------------

  const BACK = 27; // its name would be found in what the phone keeps
  const isTyping = (element) => element?.matches?.("textarea, select, input:not([type=radio], [type=checkbox])");

  // The nearest way back: of the text that is open, then of the goal, then of what stands for the plan.
  const wayBack = () => {
    for (let around = document.activeElement; around; around = around.parentElement) {
      const back = [...around.querySelectorAll("[data-key='back']")].filter(isSeen).at(-1);
      if (back) return back;
    }
    return null;
  };
  const keyed = (event) => {
    if (event.keyCode === BACK) return wayBack();
    if (list()?.dataset.keys !== "true" || isTyping(event.target) || event.key.length !== 1) return null;
    const button = [...document.querySelectorAll("[data-key]")].find(({ dataset }) => dataset.key === event.key);
    return button && (event.key === "?" || isSeen(button)) ? button : null;
  };
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey || one("dialog[open]")) return;
    const button = keyed(event);
    if (!button) return;
    event.preventDefault(); // the letter belongs to no field that the button opens
    button.click();
  });
})();
