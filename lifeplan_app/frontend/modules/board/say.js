// What the board tells: a screen reader, and the server.
import { grid } from "./grid.js";

const carnet = window.carnet;

carnet.out.laid = { id: "", x: 0, y: 0, w: 0, h: 0 };
export const part = (name) => grid()?.querySelector(`:scope > [data-${name}]`);

export const say = (name, values = {}) => {
  for (const status of document.querySelectorAll("[data-board-status]")) {
    const text = (status.dataset[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => values[key]);
    status.textContent = status.textContent === text ? `${text}\u00a0` : text; // twice the same is heard twice
  }
};
export const sayPlace = ({ x, y }) => say("at", { x: x + 1, y: y + 1 });
export const tell = (bridge, values) => {
  Object.assign(carnet.out.laid, values);
  carnet.bridge(bridge);
};
