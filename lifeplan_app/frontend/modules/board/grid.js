// The grid as the browser has laid it out: cells to pixels, pixels to cells.
export const COLUMNS = 6;
const MOST_ROWS = 120;
const MOST_HEIGHT = 8;

export const grid = () => document.querySelector('[data-grid="moves"]');
export const items = () => [...(grid()?.querySelectorAll(":scope > [data-item]") ?? [])];
export const itemOf = (id) => items().find((item) => item.dataset.item === id);
export const faceOf = (item) => item?.querySelector(".board__face");
export const isMirrored = () => document.documentElement.dir === "rtl";
export const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export const boxOf = (item) => {
  const [x, y, w, h] = item.dataset.at.split(" ").map(Number);
  return { x, y, w, h };
};
export const isSame = (one, other) => ["x", "y", "w", "h"].every((name) => one[name] === other[name]);
const between = (value, least, most) => Math.min(Math.max(value, least), most);
export const onTheBoard = (box) => {
  const w = between(box.w, 1, COLUMNS);
  const h = between(box.h, 1, MOST_HEIGHT);
  return { x: between(box.x, 0, COLUMNS - w), y: between(box.y, 0, MOST_ROWS - h), w, h };
};
export const classesOf = ({ x, y, w, h }) => `x${x + 1} y${y + 1} w${w} h${h}`;

// Rows grow with the words in them, so that nothing is cut off: they are asked for, not reckoned.
const pixels = (text) => (text.match(/[\d.]+px/g) ?? []).map(parseFloat);
const starts = (sizes, gap, from) => {
  const found = [from];
  for (const size of sizes) found.push(found.at(-1) + size + gap);
  return found;
};
export const layout = () => {
  const style = getComputedStyle(grid());
  const gap = parseFloat(style.columnGap);
  const rows = pixels(style.gridTemplateRows);
  const usual = pixels(style.gridAutoRows)[0];
  while (rows.length < MOST_ROWS) rows.push(usual);
  return {
    columns: starts(pixels(style.gridTemplateColumns), gap, parseFloat(style.paddingInlineStart)),
    rows: starts(rows, parseFloat(style.rowGap), parseFloat(style.paddingBlockStart)),
    gap,
  };
};

const nearest = (edges, at) => {
  let best = 0;
  edges.forEach((edge, index) => {
    if (Math.abs(edge - at) < Math.abs(edges[best] - at)) best = index;
  });
  return best;
};

// Offsets in the direction of reading, from the edge of the board; what moves an item does not count.
export const placeOf = (item) => ({
  start: isMirrored() ? grid().clientWidth - item.offsetLeft - item.offsetWidth : item.offsetLeft,
  top: item.offsetTop,
  width: item.offsetWidth,
  height: item.offsetHeight,
});
export const cellAt = ({ columns, rows }, start, top) => ({ x: nearest(columns, start), y: nearest(rows, top) });
export const spanOf = ({ columns, rows, gap }, { x, y }, width, height) => ({
  w: nearest(columns, columns[x] + width + gap) - x,
  h: nearest(rows, rows[y] + height + gap) - y,
});
export const pixelsOf = ({ columns, rows, gap }, { x, y, w, h }) => ({
  start: columns[x],
  top: rows[y],
  width: columns[x + w] - columns[x] - gap,
  height: rows[y + h] - rows[y] - gap,
});
