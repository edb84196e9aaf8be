// How many pixels a photo says that it has, read from its beginning: opening two hundred million takes 800 MB.
const MOST_PIXELS = 50_000_000;

const png = (view) => [view.getUint32(16), view.getUint32(20)];
// From one part to the next, as far as the one that has the size.
const jpeg = (view) => {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const kind = view.getUint8(at + 1);
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame) return [view.getUint16(at + 5), view.getUint16(at + 7)];
    at += kind === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
};
const webp = (view) => {
  const at = (place) => view.getUint32(place, true);
  const ways = {
    X: () => [(at(24) & 0xffffff) + 1, (at(26) >>> 8) + 1],
    L: () => [(at(21) & 0x3fff) + 1, ((at(21) >>> 14) & 0x3fff) + 1],
    " ": () => [at(26) & 0x3fff, (at(26) >>> 16) & 0x3fff],
  };
  return ways[String.fromCharCode(view.getUint8(15))]();
};
const sides = { 0x8950: png, 0xffd8: jpeg, 0x5249: webp };

// Whether there are more pixels than the server takes.
export const tooLarge = (buffer) => {
  const view = new DataView(buffer);
  try {
    const [width, height] = sides[view.getUint16(0)]?.(view) ?? [0, 0];
    return width * height > MOST_PIXELS;
  } catch {
    return false; // it ends too early: whoever decodes it says so
  }
};
