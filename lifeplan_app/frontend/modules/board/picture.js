// A picture of the board, drawn from what the page shows; it leaves the app only by her tap.
import { isMirrored } from "./grid.js";

const WIDTH_PX = 1080;
const MOST_HEIGHT_PX = 8000;
const NAME = "image.jpg"; // says nothing
const QUALITY = 0.9;

const loaded = async (source) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  return image;
};
const largest = (image) => image.src.replace(/small$/, "large");

const rounded = (brush, { x, y, width, height }, radius) => {
  brush.beginPath();
  brush.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
};

// As `object-fit: cover` with her crop does it.
const drawPhoto = (brush, image, box, style) => {
  const zoom = Number(style.getPropertyValue("--cz")) || 1;
  const [fx, fy] = ["--cx", "--cy"].map((name) => parseFloat(style.getPropertyValue(name)) / 100);
  const scale = Math.max(box.width / image.naturalWidth, box.height / image.naturalHeight) * zoom;
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
  brush.drawImage(image, box.x + (box.width - width) * fx, box.y + (box.height - height) * fy, width, height);
};

const linesOf = (brush, text, width) => {
  const lines = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const each of paragraph.split(" ")) {
      const longer = line ? `${line} ${each}` : each;
      if (line && brush.measureText(longer).width > width) {
        lines.push(line);
        line = each;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines;
};
const drawText = (brush, element, box) => {
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  brush.font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
  brush.fillStyle = style.color;
  brush.direction = isMirrored() ? "rtl" : "ltr";
  brush.textAlign = "center";
  brush.textBaseline = "middle";
  const lines = linesOf(brush, element.textContent, box.width - 16);
  const step = size * 1.2;
  lines.forEach((line, index) =>
    brush.fillText(line, box.x + box.width / 2, box.y + box.height / 2 + (index - (lines.length - 1) / 2) * step));
};

// A sign of the sprite, as a drawing of its own in the colour it has on the page.
const drawSign = async (brush, drawing, box) => {
  const { color, fill, stroke, strokeWidth } = getComputedStyle(drawing);
  const name = drawing.querySelector("use").getAttribute("href").split("#")[1];
  const sprite = new DOMParser().parseFromString(await (await fetch("/icons.svg")).text(), "image/svg+xml");
  const symbol = sprite.getElementById(name);
  const [, , wide, tall] = symbol.getAttribute("viewBox").split(/\s+/).map(Number);
  const scale = (Math.min(box.width, box.height) * 0.62) / Math.max(wide, tall);
  brush.save();
  brush.translate(box.x + (box.width - wide * scale) / 2, box.y + (box.height - tall * scale) / 2);
  brush.scale(scale, scale);
  brush.lineCap = brush.lineJoin = "round";
  brush.lineWidth = parseFloat(strokeWidth) || 2;
  for (const shape of symbol.querySelectorAll("path, circle, rect, line, ellipse, polyline")) {
    const path = pathOf(shape);
    if ((shape.getAttribute("fill") ?? fill) !== "none") {
      brush.fillStyle = color;
      brush.fill(path);
    }
    if (stroke !== "none") {
      brush.strokeStyle = color;
      brush.stroke(path);
    }
  }
  brush.restore();
};
const number = (shape, name) => Number(shape.getAttribute(name) ?? 0);
const pathOf = (shape) => {
  const path = new Path2D(shape.getAttribute("d") ?? "");
  const get = (name) => number(shape, name);
  if (shape.tagName === "circle") path.arc(get("cx"), get("cy"), get("r"), 0, 2 * Math.PI);
  if (shape.tagName === "ellipse") path.ellipse(get("cx"), get("cy"), get("rx"), get("ry"), 0, 0, 2 * Math.PI);
  if (shape.tagName === "rect") path.roundRect(get("x"), get("y"), get("width"), get("height"), get("rx"));
  if (shape.tagName === "line") path.moveTo(get("x1"), get("y1")), path.lineTo(get("x2"), get("y2"));
  if (shape.tagName === "polyline") {
    const points = shape.getAttribute("points").trim().split(/[\s,]+/).map(Number);
    for (let at = 0; at < points.length; at += 2) path[at ? "lineTo" : "moveTo"](points[at], points[at + 1]);
  }
  return path;
};

const drawItem = async (brush, item) => {
  const face = item.querySelector(".board__face");
  const style = getComputedStyle(face);
  const box = { x: item.offsetLeft, y: item.offsetTop, width: item.offsetWidth, height: item.offsetHeight };
  brush.save();
  const turned = new DOMMatrix(style.transform === "none" ? "" : style.transform);
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  brush.translate(middleX, middleY);
  brush.transform(turned.a, turned.b, turned.c, turned.d, 0, 0);
  brush.translate(-middleX, -middleY);
  rounded(brush, box, parseFloat(style.borderTopLeftRadius) || 0);
  brush.fillStyle = style.backgroundColor;
  brush.fill();
  const image = face.querySelector("img");
  if (image) {
    const [side, foot] = [parseFloat(style.paddingLeft), parseFloat(style.paddingBottom)];
    const inner = { x: box.x + side, y: box.y + side, width: box.width - 2 * side, height: box.height - side - foot };
    rounded(brush, inner, parseFloat(getComputedStyle(image.parentElement).borderTopLeftRadius) || 0);
    brush.clip();
    drawPhoto(brush, await loaded(largest(image)), inner, style);
  } else {
    const words = face.querySelector("span");
    const sign = face.querySelector("svg");
    if (words) drawText(brush, words, box);
    else if (sign) await drawSign(brush, sign, box);
  }
  brush.restore();
};

// A ground is one colour, or goes over from one to another downwards.
const groundOf = (brush, board) => {
  const { backgroundColor, backgroundImage } = getComputedStyle(board);
  const colours = backgroundImage.match(/rgba?\([^)]*\)/g);
  if (!colours) return backgroundColor;
  const ground = brush.createLinearGradient(0, 0, 0, board.offsetHeight);
  colours.forEach((colour, index) => ground.addColorStop(index / Math.max(1, colours.length - 1), colour));
  return ground;
};
const layerOf = (item) => Number(getComputedStyle(item).zIndex) || 0;

const draw = async () => {
  const board = document.querySelector("[data-grid]");
  const scale = Math.min(WIDTH_PX / board.offsetWidth, MOST_HEIGHT_PX / board.offsetHeight);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(board.offsetWidth * scale);
  canvas.height = Math.round(board.offsetHeight * scale);
  const brush = canvas.getContext("2d");
  brush.scale(scale, scale);
  brush.fillStyle = groundOf(brush, board);
  brush.fillRect(0, 0, board.offsetWidth, board.offsetHeight);
  const items = [...board.querySelectorAll(":scope > .board__item")].sort((one, other) => layerOf(one) - layerOf(other));
  for (const item of items) await drawItem(brush, item);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/jpeg", QUALITY));
};

const keep = (blob) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-picture]");
  if (!button || button.getAttribute("aria-busy")) return;
  const sheet = document.getElementById(button.dataset.picture);
  const said = sheet.querySelector("[data-picture-said]");
  button.setAttribute("aria-busy", "true");
  said.textContent = "";
  try {
    keep(await draw());
    sheet.close();
  } catch {
    said.textContent = said.dataset.failed;
  } finally {
    button.removeAttribute("aria-busy");
  }
});
