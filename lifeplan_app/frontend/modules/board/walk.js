// A slow walk through what lies on the board: one thing fills the page, then the next.
import { isCalm } from "./grid.js";

const RESTS_MS = 7000;
const COMES = { duration: 1200, easing: "ease-out" };

const dialog = () => document.getElementById("walk");
const faces = () => [...document.querySelectorAll("[data-grid] .board__face")];
const stage = () => dialog().querySelector("[data-stage]");
const pause = () => dialog().querySelector('[data-walk="pause"]');
const isStill = () => pause().dataset.still === "true";
let at = 0;
let timer;

const slide = (face) => {
  const shown = document.createElement("div");
  shown.className = `${face.className} walk__slide`;
  shown.append(...[...face.childNodes].map((node) => node.cloneNode(true)));
  for (const image of shown.querySelectorAll("img")) image.sizes = "100vw";
  return shown;
};
const go = (by) => {
  clearTimeout(timer);
  const all = faces();
  if (!all.length) return dialog().close();
  at = (at + by + all.length) % all.length;
  const shown = slide(all[at]);
  stage().replaceChildren(shown);
  if (!isCalm()) shown.animate([{ opacity: 0 }, { opacity: 1 }], COMES);
  if (!isStill()) timer = setTimeout(go, RESTS_MS, 1);
};
const rest = (still) => {
  pause().dataset.still = still;
  clearTimeout(timer);
  if (!still) timer = setTimeout(go, RESTS_MS, 1);
};

const begin = () => {
  at = 0;
  dialog().showModal();
  dialog().querySelector("h2").focus();
  pause().dataset.still = isCalm();
  go(0);
};
const does = {
  begin,
  before: () => go(-1),
  next: () => go(1),
  pause: () => rest(!isStill()),
  end: () => dialog().close(),
};
document.addEventListener("click", ({ target }) => does[target.closest?.("[data-walk]")?.dataset.walk]?.());
document.addEventListener("close", ({ target }) => {
  if (target.id !== "walk") return;
  clearTimeout(timer);
  stage().replaceChildren();
}, true);
document.addEventListener("keydown", ({ key, target }) => {
  if (!target.closest?.("#walk")) return;
  if (key === "ArrowRight" || key === "ArrowDown") go(1);
  if (key === "ArrowLeft" || key === "ArrowUp") go(-1);
});
