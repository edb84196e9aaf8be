// Runs in the head of both covers, before anything is painted. No words, no framework, nothing to wait for.
(() => {
  "use strict";
  const COVERS = ["/", "/calc/", "/en/", "/en/calc/"];
  const LOOKS = { theme: ["light", "dark"], text: ["l", "xl"] };
  const root = document.documentElement;

  const quietly = (act) => {
    try {
      return act();
    } catch {
      return undefined; // storage may be blocked; a cover works all the same
    }
  };
  const kept = (key) => quietly(() => localStorage.getItem(key)) ?? undefined;
  const keep = (key, value) => quietly(() => localStorage.setItem(key, value));

  root.setAttribute("data-script", "");

  // How the phone's holder likes to read.
  const look = () => {
    for (const [key, values] of Object.entries(LOOKS)) {
      const value = kept(key);
      if (values.includes(value)) root.setAttribute(`data-${key}`, value);
      else root.removeAttribute(`data-${key}`);
    }
    const { theme } = root.dataset;
    for (const bar of document.querySelectorAll("meta[data-scheme]")) {
      const { scheme } = bar.dataset;
      bar.media = theme ? (scheme === theme ? "all" : "not all") : `(prefers-color-scheme: ${scheme})`;
    }
  };
  look();
  addEventListener("storage", look);

  // The last time something was left in a hurry, and it is not known whether the server heard of it. What
  // was sent then, with words perhaps, comes first: this would end what they need.
  const AFTER_MS = 2000;
  const tell = () => {
    const path = kept("n") === "2" ? "/session/lock" : "/session/leave"; // 2: it was only locked
    quietly(() => fetch(path, { method: "POST", keepalive: true }))
      ?.then((answer) => answer.ok && quietly(() => localStorage.removeItem("n")))
      .catch(() => {});
  };
  setTimeout(() => kept("n") && tell(), AFTER_MS);

  // Which of the four addresses is hers:
  // - the installed app opens where its icon says, so that address is the one (an iPhone gives the
  //   installed app a storage of its own: the address is all there is to go by);
  // - an address other than `/` was chosen, by an icon, a link or by hand: that is the one;
  // - at `/` in a browser, what was chosen before decides: `/` alone says nothing;
  // - a link between covers (`data-home`) chooses before it is followed, so `/` can be chosen as well.
  const here = location.pathname;
  const home = kept("home");
  const isInstalled = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
  if (COVERS.includes(here) && (isInstalled || here !== "/")) {
    if (home !== here) keep("home", here);
  } else if (here === "/" && home !== here && COVERS.includes(home)) {
    root.setAttribute("data-gone", "");
    location.replace(home);
  }

  // One entry in the history: Back leads to what was there before.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-replace]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.hasAttribute("data-home")) keep("home", link.pathname);
    location.replace(link.href);
  });

  // What is behind the cover is fetched in the background, when the cover itself is there.
  addEventListener("load", () => {
    quietly(() => navigator.serviceWorker?.register("/sw.js"))?.catch(() => {});
  });

  window.cover = { quietly, kept, keep, look };
})();
