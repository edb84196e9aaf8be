// What does not fit on a screen that is `width` pixels wide: a list of sentences, empty if all is well.
(width) => {
  const TAP = 44;
  const TARGETS =
    "button, a[href], select, textarea, summary, input:not([type=hidden], [type=radio], [type=checkbox]), " +
    "label:has([type=radio], [type=checkbox])";
  const found = [];
  const top = document.querySelector("dialog:modal") ?? document.body;
  const seen = (it) =>
    it.checkVisibility({ visibilityProperty: true }) && !it.closest(".vh, .skip:not(:focus), [aria-hidden=true]");
  const all = (selector) => [...top.querySelectorAll(selector)].filter(seen);
  const named = (it) => {
    const words = (it.innerText || it.getAttribute("aria-label") || it.id || "").replace(/\s+/g, " ").slice(0, 40);
    return `${it.tagName.toLowerCase()}.${[...it.classList].join(".")} “${words}”`;
  };
  const up = (it) => (it && it !== document.documentElement ? [it, ...up(it.parentElement)] : []);

  const scrolls = (it) => up(it).some((each) => each !== top && /auto|scroll/.test(getComputedStyle(each).overflowX));

  // --- sideways ---
  const page = document.documentElement;
  const beside = () => {
    const out = all("*").filter((it) => !it.closest("svg") && !scrolls(it));
    const past = out.filter((it) => it.getBoundingClientRect().right > width + 1 || it.getBoundingClientRect().left < -1);
    return past.filter((it) => !past.some((other) => other !== it && it.contains(other))).map(named).slice(0, 3);
  };
  if (page.scrollWidth > width) found.push(`the page is ${page.scrollWidth} wide: ${beside().join(", ")}`);
  if (top !== document.body && top.scrollWidth > top.clientWidth) found.push(`the dialog scrolls sideways`);

  // --- texts: each line of each, as it stands ---
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  const lines = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const it = text.parentElement;
    if (!text.data.trim() || !seen(it) || it.closest("option")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ it, box });
  }
  const clipped = new Set();
  for (const { it, box } of lines) {
    if (scrolls(it)) continue; // such as a row of chips: the rest of it is a swipe away
    if (box.left < -1 || box.right > width + 1) found.push(`beside the screen: ${named(it)}`);
    // Some lines of what is longer are shown, and dots; the whole of it stands where it leads to.
    if (up(it).some((each) => getComputedStyle(each).webkitLineClamp !== "none")) clipped.add(it);
    for (const around of clipped.has(it) ? [] : up(it)) {
      const style = getComputedStyle(around);
      const edge = around.getBoundingClientRect();
      if (/hidden|clip/.test(style.overflowX) && (box.left < edge.left - 2 || box.right > edge.right + 2))
        found.push(`cut at its side: ${named(it)}`);
      if (/hidden|clip/.test(style.overflowY) && box.bottom > edge.bottom + 2)
        found.push(`cut at its end: ${named(it)}`);
      if (style.position === "fixed" && around !== top && (box.bottom > innerHeight + 1 || box.top < -1))
        found.push(`off the screen, where nothing scrolls: ${named(it)}`);
    }
  }
  const floats = (it) => up(it).some((each) => /fixed|sticky/.test(getComputedStyle(each).position) && each !== top);
  const still = lines.filter(({ it }) => !clipped.has(it) && !floats(it));
  // A line's box is taller than its letters: lines that stand close meet in it.
  const over = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 3 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.4 * Math.min(one.height, other.height);
  still.forEach((one, index) => {
    for (const other of still.slice(index + 1))
      if (one.it !== other.it && over(one.box, other.box))
        found.push(`one over the other: ${named(one.it)}, ${named(other.it)}`);
  });

  // --- room to write in ---
  for (const field of all("textarea, input:not([type=radio], [type=checkbox], [type=hidden])")) {
    const style = getComputedStyle(field);
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (room < 4 * parseFloat(style.fontSize)) found.push(`no room to write in: ${field.id}, ${Math.round(room)}`);
  }

  // --- words inside a field, which cannot go on in a second line ---
  const brush = document.createElement("canvas").getContext("2d");
  for (const field of all("input[placeholder], select")) {
    const style = getComputedStyle(field);
    if (style.textOverflow === "ellipsis") continue; // words of hers, which stand elsewhere too
    if (getComputedStyle(field, "::placeholder").color.endsWith(", 0)")) continue; // its label shows instead
    brush.font = style.font;
    const words = field.placeholder ?? field.selectedOptions[0]?.text ?? "";
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (brush.measureText(words).width > room + 1) found.push(`too long for its field: “${words}”`);
  }

  // --- targets: a square around the middle that answers, once it is scrolled to ---
  const inText = (it) => it.matches("a") && getComputedStyle(it).display === "inline";
  for (const target of all(TARGETS).filter((it) => !inText(it))) {
    target.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const box = target.getBoundingClientRect();
    const [x, y, far] = [box.left + box.width / 2, box.top + box.height / 2, TAP / 2 - 1];
    const answers = ([right, down]) => {
      const hit = document.elementFromPoint(x + right, y + down);
      // What an offer to undo covers, it covers for ten seconds.
      return hit && (target.contains(hit) || hit.closest("label")?.contains(target) || hit.closest(".toast"));
    };
    const isField = target.matches("input, select, textarea"); // it may share its box with a button
    const goesOn = getComputedStyle(target, "::after").position === "absolute"; // over the card around it
    const isLarge =
      (goesOn || (box.width > TAP - 0.5 && box.height > TAP - 0.5)) &&
      (isField || [[far, 0], [-far, 0], [0, far], [0, -far]].every(answers));
    if (!answers([0, 0])) found.push(`covered: ${named(target)} by ${named(document.elementFromPoint(x, y) ?? page)}`);
    else if (!isLarge)
      found.push(`smaller than ${TAP}: ${named(target)} ${Math.round(box.width)} × ${Math.round(box.height)}`);
  }
  scrollTo(0, 0);
  return [...new Set(found)];
}
