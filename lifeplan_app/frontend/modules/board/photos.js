// Photos on their way up: made smaller on the phone where it can, one after the other, with a line that grows.
import { grid } from "./grid.js";
import { choose, expect } from "./hold.js";
import { tell } from "./say.js";
import { tooLarge } from "./pixels.js";

const MOST_BYTES = 8_000_000;
const SIDE_PX = 1600;
const QUALITY = 0.82;
const AT_ONCE = 10;

const strip = () => document.querySelector("[data-bringing]");
const within = (selector) => strip()?.querySelector(selector);
let queue = []; // { file, board }, the next one first
let told = []; // sentences that are to be read
let of = 0;
let request;

const show = ({ text, share, buttons }) => {
  const box = strip();
  if (!box) return;
  box.hidden = false;
  within("[data-bring-said]").textContent = [...told, text].filter(Boolean).join(" ");
  within(".bring__track").hidden = share === undefined;
  if (share !== undefined) within("[data-bring-line]").value = share;
  for (const button of box.querySelectorAll("[data-bring]")) button.hidden = !buttons.includes(button.dataset.bring);
};
const word = (name, values = {}) =>
  (strip()?.getAttribute(`data-say-${name}`) ?? "").replace(/\{(\w+)\}/g, (_, key) => values[key]);
const which = () => (of > 1 ? word("of", { at: of - queue.length + 1, of }) : word("one"));

const toBlob = (canvas, type) => new Promise((done) => canvas.toBlob(done, type, QUALITY));
const drawn = (bitmap, type) => {
  const scale = Math.min(1, SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const brush = canvas.getContext("2d");
  brush.fillStyle = "#fff";
  if (type === "image/jpeg") brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return toBlob(canvas, type);
};
// What this browser cannot read, or should not open, goes as it is: the server may know it, and decides.
const smaller = async (file) => {
  let bitmap;
  try {
    if (tooLarge(await file.arrayBuffer())) return file;
    bitmap = await createImageBitmap(file);
    const blob = await drawn(bitmap, "image/webp");
    return blob?.type === "image/webp" ? blob : ((await drawn(bitmap, "image/jpeg")) ?? file);
  } catch {
    return file;
  } finally {
    bitmap?.close();
  }
};

const send = (body, board) =>
  new Promise((done, lost) => {
    request = new XMLHttpRequest();
    request.open("POST", `/session/photos/${board}`);
    request.setRequestHeader("X-Window", document.getElementById("pulse").dataset.tag);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) =>
      show({ text: which(), share: total ? (100 * loaded) / total : 0, buttons: ["stop"] });
    request.upload.onload = () => show({ text: word("ready"), share: 100, buttons: ["stop"] });
    request.onload = () => (request.response ? done(request.response) : lost(new Error("lost")));
    request.onerror = request.ontimeout = () => lost(new Error("lost"));
    request.onabort = () => lost(new Error("stopped"));
    request.send(body);
  });

const one = async (next) => {
  const { file, board } = next;
  show({ text: which(), share: 0, buttons: ["stop"] });
  const body = await smaller(file);
  if (!queue.includes(next)) return; // stopped meanwhile
  if (body.size > MOST_BYTES) return told.push(word("heavy"));
  const { item, refused } = await send(body, board);
  if (refused) return told.push(refused.text);
  expect();
  tell("laid", { id: item });
};

let runs = false;
const run = async () => {
  if (runs) return;
  runs = true;
  try {
    while (queue.length) {
      const [next] = queue;
      await one(next);
      if (queue[0] === next) queue.shift(); // unless it was stopped, and others wait since
    }
    if (of) end();
  } catch (fault) {
    if (fault.message === "lost") show({ text: word("lost"), buttons: ["again", "close"] });
    else stop();
  } finally {
    runs = false;
  }
};
// What was not as it should be stays to be read, each sentence once.
const end = () => {
  told = [...new Set(told)];
  if (told.length) show({ text: "", buttons: ["close"] });
  else hide();
};
const hide = () => {
  queue = [];
  told = [];
  const box = strip();
  if (!box) return;
  within("[data-bring-said]").textContent = "";
  box.hidden = true;
};
const stop = () => {
  queue = [];
  told = [];
  of = 0;
  show({ text: word("stopped"), buttons: ["close"] });
};

const does = {
  stop: () => (request?.readyState > 0 && request.readyState < 4 ? request.abort() : stop()),
  again: () => run(),
  close: hide,
};
document.addEventListener("click", ({ target }) => does[target.closest?.("[data-bring]")?.dataset.bring]?.());

document.addEventListener("change", ({ target }) => {
  if (!target.matches?.("[data-bring-from]")) return;
  const files = [...target.files];
  target.value = "";
  document.getElementById(target.dataset.bringFrom)?.close();
  const board = grid()?.dataset.name; // wherever she looks meanwhile, it is brought to this one
  if (!files.length || !board) return;
  choose(undefined);
  told = files.length > AT_ONCE ? [word("ten")] : [];
  queue.push(...files.slice(0, AT_ONCE).map((file) => ({ file, board })));
  of = queue.length;
  run();
});
