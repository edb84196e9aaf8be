// The calculator's buttons and keyboard, and what it shows. How it reckons is in reckon.js.
(() => {
  "use strict";
  const { kept } = window.cover;
  const page = document.querySelector(".calc");
  const result = page.querySelector(".calc__res");
  const { way, point, group } = page.dataset;
  const SIGNS = { "+": "+", "-": "−", "*": "×", "/": "÷" };
  const USUAL_WAY = "2580";
  // Where letters have to be smaller for the number to fit on a narrow screen.
  const LONG = 9;
  const LONGEST = 13;

  const machine = window.reckon.calculator();
  let shown = machine.press("c");

  const inLetters = (number) => {
    const [whole, places] = number.split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group).replace("-", "−");
    return places === undefined ? grouped : grouped + point + places;
  };
  const sumInLetters = (parts) =>
    parts.map((part) => SIGNS[part] ?? (/\d/.test(part) ? inLetters(part) : part)).join(" ");

  const show = () => {
    const text = shown.fault ? page.dataset[shown.fault] : inLetters(shown.text);
    result.textContent = text;
    result.dataset.size = text.length > LONGEST ? "s" : text.length > LONG ? "m" : "l";
    page.querySelector(".calc__sum").textContent = sumInLetters(shown.sum);
    page.querySelector("[data-kept]").hidden = !shown.kept;
  };

  const press = (key) => {
    if (key === "=" && shown.typed && shown.typed === (kept("digits") || USUAL_WAY)) {
      location.replace(way);
      return;
    }
    shown = machine.press(key);
    show();
  };

  // Enter presses the button that has the focus, unless she types or points: then it is the equals sign.
  let types = false;
  addEventListener("pointerdown", () => (types = true), true);

  page.addEventListener("click", (event) => {
    const button = event.target.closest("button.key");
    if (button) press(button.value);
  });

  const KEYS = { ",": ".", Enter: "=", Backspace: "b", Delete: "c", x: "*", X: "*", "×": "*", "÷": "/", "−": "-" };
  const keyOf = (key) => (key === "Escape" ? "c" : KEYS[key] ?? (/^[0-9.+\-*/%=]$/.test(key) ? key : undefined));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Tab") types = false;
    const key = keyOf(event.key);
    const isOnButton = event.key === "Enter" && !types && document.activeElement?.matches("button.key");
    if (!key || isOnButton) return;
    types = true;
    event.preventDefault();
    press(key);
  });

  show();
})();
