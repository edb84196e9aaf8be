// Forms that post themselves: what is wrong is told beside the field, and what was typed stays.
// Holds no words: every sentence comes from the page or from the server.
(() => {
  "use strict";
  const carnet = window.carnet;
  const RESTS_MS = 5 * 60_000;
  const byName = (form, name) => form.elements.namedItem(name);
  const saidOf = (form, name) => form.querySelector(`[data-said="${name}"]`);

  const say = (form, name, text) => {
    const field = byName(form, name);
    const said = saidOf(form, name) ?? [...form.querySelectorAll("[data-said]")].at(-1);
    if (said) said.textContent = text;
    if (!field?.focus) return;
    field.setAttribute("aria-invalid", "true");
    field.focus();
  };

  const unsay = (form) => {
    for (const said of form.querySelectorAll("[data-said]")) said.textContent = "";
    if (location.hash) history.replaceState(history.state, "", location.pathname);
    for (const field of form.elements) field.removeAttribute?.("aria-invalid");
  };

  const hideSecrets = (form) => {
    for (const button of form.querySelectorAll("[data-show]")) show(button, false);
  };

  // A passphrase is never kept: not after a refusal, not behind a page that has gone on.
  const forgetSecrets = (form) => {
    for (const button of form.querySelectorAll("[data-show]")) document.getElementById(button.dataset.show).value = "";
    hideSecrets(form);
  };

  // Where the day begins for her; the server knows no other way.
  const zone = () => carnet.quietly(() => Intl.DateTimeFormat().resolvedOptions().timeZone) ?? "";

  const post = async (form) => {
    const fields = Object.fromEntries(new FormData(form));
    const answer = await fetch(form.getAttribute("action"), {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ language: document.documentElement.lang, zone: zone(), ...fields }),
    });
    return answer.json();
  };

  const after = {
    go: (form, answer) => carnet.go(answer.to),
    home: (form, answer) => carnet.go(carnet.home(answer.to)),
    again: (form, answer) => carnet.reopen(answer),
    code: (form, answer) => showCode(form, answer),
  };

  const submit = async (form) => {
    if (form.hasAttribute("aria-busy")) return; // a second tap while the first is on its way
    form.setAttribute("aria-busy", "true");
    unsay(form);
    try {
      const answer = await post(form);
      if (carnet.leaves()) return; // she has left meanwhile: the next load ends what this began
      if (answer.refused) {
        forgetSecrets(form);
        say(form, answer.refused.field, answer.refused.text);
        return;
      }
      carnet.quietly(() => localStorage.removeItem("n"));
      forgetSecrets(form);
      if (carnet.isOld(answer)) await carnet.renew();
      after[form.dataset.post](form, answer);
    } catch {
      say(form, "form", form.dataset.away ?? "");
    } finally {
      form.removeAttribute("aria-busy");
    }
  };

  // The recovery code stands in the page for as long as she needs to write it down, and no longer.
  const showCode = (form, answer) => {
    const panel = document.getElementById("kept");
    const groups = answer.code.split("-").map((group) => {
      const span = document.createElement("span");
      span.textContent = group;
      return span;
    });
    panel.querySelector("[data-code]").replaceChildren(...groups);
    for (const part of panel.parentElement.children) part.hidden = part !== panel;
    const box = panel.querySelector("input[type=checkbox]");
    const go = panel.querySelector("[data-go]");
    box.addEventListener("change", () => (go.disabled = !box.checked));
    const goOn = () => {
      panel.querySelector("[data-code]").replaceChildren();
      carnet.go(answer.to);
    };
    go.addEventListener("click", goOn);
    // A phone that was put down shows it to nobody else; under Me there is another.
    let resting = setTimeout(goOn, RESTS_MS);
    for (const kind of ["pointerdown", "keydown", "scroll"]) {
      addEventListener(kind, () => (clearTimeout(resting), (resting = setTimeout(goOn, RESTS_MS))), true);
    }
    panel.querySelector("h2").focus();
  };

  const show = (button, visible) => {
    const field = document.getElementById(button.dataset.show);
    if (!field) return;
    field.type = visible ? "text" : "password";
    button.setAttribute("aria-pressed", String(visible));
  };

  const draw = async (box) => {
    const answer = await fetch(`/session/words?language=${box.dataset.language}`);
    box.querySelector("[data-offered]").textContent = (await answer.json()).words;
    box.hidden = false;
  };

  const drawInto = (box) => draw(box).catch(() => {}); // her own words do as well

  const take = (name) => {
    const box = document.querySelector(`[data-offer="${name}"]`);
    const field = document.getElementById(name);
    field.value = box.querySelector("[data-offered]").textContent;
    show(document.querySelector(`[data-show="${name}"]`), true);
    field.focus();
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches?.("form[data-post]")) return;
    event.preventDefault();
    submit(form);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-show],[data-take],[data-draw]");
    if (!button) return;
    const { show: shown, take: taken, draw: drawn } = button.dataset;
    if (shown) show(button, button.getAttribute("aria-pressed") !== "true");
    if (taken) take(taken);
    if (drawn) drawInto(button.closest("[data-offer]"));
  });

  // Six words are offered as soon as the field is reached, so that nothing is asked for in vain. On a slow
  // phone she may be in it already.
  const offer = ({ target }) => {
    const box = target?.id && document.querySelector(`[data-offer="${target.id}"]`);
    if (box?.hidden) drawInto(box);
  };
  document.addEventListener("focusin", offer);
  offer({ target: document.activeElement });
})();
