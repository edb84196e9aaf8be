// The page that installs: icon, name and cover as she chooses them, before the browser asks for them.
// Holds no words: every sentence comes from the page.
(() => {
  "use strict";
  const carnet = window.carnet;
  const kept = (key) => carnet.quietly(() => localStorage.getItem(key));
  const keep = (key, value) => carnet.quietly(() => localStorage.setItem(key, value));

  // One entry in the history, wherever such a link stands.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-replace]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    carnet.go(link.href);
  });

  const page = document.getElementById("install");
  if (!page) return;
  const find = (selector) => page.querySelector(selector);
  const all = (selector) => [...page.querySelectorAll(selector)];
  const chosen = (group) => find(`input[name="${group}"]:checked`);

  // --- what the browser installs ---
  // A browser reads a manifest anew when a new link comes, not when an old one is changed.
  const tell = (tag, key, value, more) => {
    document.head.querySelector(`${tag}[${key}="${value}"]`)?.remove();
    const it = document.createElement(tag);
    for (const [name, content] of Object.entries({ [key]: value, ...more })) it.setAttribute(name, content);
    document.head.append(it);
  };
  const put = () => {
    const cover = chosen("cover");
    const name = chosen(`${cover.dataset.kind}-name`);
    for (const part of all("[data-of]")) part.hidden = part.dataset.of !== cover.dataset.kind;
    find("[data-chosen]").setAttribute("href", cover.value);
    tell("link", "rel", "manifest", { href: name.value });
    tell("link", "rel", "apple-touch-icon", { href: cover.dataset.touch });
    tell("meta", "name", "apple-mobile-web-app-title", { content: name.dataset.called });
    tell("meta", "name", "apple-mobile-web-app-capable", { content: "yes" });
  };

  // --- choosing ---
  const isCalc = (address) => address.endsWith("calc/");
  const isHome = (radio) => isCalc(radio.value) === isCalc(carnet.home());
  all("input[name=cover]").find(isHome).checked = true;
  find("[data-choice]").hidden = false;
  put();
  page.addEventListener("change", ({ target }) => {
    if (target.type !== "radio") return;
    withdraw(); // it was for what was chosen before
    put();
    if (target.name === "cover") keep("home", target.value);
  });

  // --- installing, where the browser lets a page offer it ---
  const button = find("[data-install-now]");
  let offer;
  const withdraw = () => {
    offer = undefined;
    button.hidden = true;
  };
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
    button.hidden = false;
  });
  button.addEventListener("click", () => {
    const asked = offer;
    keep("home", chosen("cover").value);
    withdraw(); // an offer can be taken once; if she declines, the browser makes another
    asked?.prompt().catch(() => {}); // the pictures below lead there as well
  });
  addEventListener("appinstalled", () => {
    withdraw();
    const done = find("[data-installed]");
    done.hidden = false;
    done.focus();
  });

  // --- the pictures for the phone in her hand ---
  const isApple = /iPhone|iPad|iPod/.test(navigator.userAgent);
  const isAndroid = /Android/.test(navigator.userAgent);
  for (const way of all("[data-system]"))
    way.open = way.dataset.system === "iphone" ? isApple : isAndroid;

  // --- her digits ---
  const field = document.getElementById("digits");
  const refusal = find('[data-said="digits"]');
  const told = find("[data-told]");
  const typed = () => field.value.replace(/\s/g, "");
  const isGood = () => /^[0-9]{4,12}$/.test(typed());
  const say = (refused, text) => {
    refusal.textContent = refused;
    told.textContent = text;
    if (refused) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  // When she is done with them, not at each key: the first four of six are good as well, and not hers.
  const take = () => {
    if (!typed()) {
      carnet.quietly(() => localStorage.removeItem("digits"));
      return say("", "");
    }
    if (!isGood()) return say(told.dataset.refused, "");
    keep("digits", typed());
    say("", kept("digits") === typed() ? told.dataset.stays : told.dataset.lost);
  };
  field.addEventListener("input", () => say("", ""));
  field.addEventListener("change", take);

  // --- back to where she came from ---
  const back = find("[data-back]");
  const from = carnet.quietly(() => new URL(document.referrer).pathname);
  if (from === back.dataset.back) back.querySelector("a").setAttribute("href", from);
})();
