// Comfort for the counter: a card reader fills the person at once, and date and fee follow what is chosen.
// Without this file Enter does the same, one page later.
(() => {
  "use strict";
  const CARD = /\d{9,12}[|｜][^|｜]*[|｜][^|｜]+[|｜]\d{4,8}[|｜]/;
  const SETTLED_MS = 250;
  const form = document.querySelector("[data-reception]");
  if (!form || !window.htmx) return;
  let timer = 0;
  const part = (id) => document.getElementById(id);
  let asked = null;
  const readCard = () => { clearTimeout(timer); asked = null; window.htmx.trigger(part("people"), "card"); };

  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input:not([type=checkbox]):not([type=radio])")) return;
    if (!CARD.test(event.target.value)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    readCard();
  }, true);
  // Some readers send no Enter: act once the text has stopped coming.
  form.addEventListener("input", (event) => {
    if (!event.target.value || !CARD.test(event.target.value)) return;
    event.stopImmediatePropagation();
    clearTimeout(timer);
    timer = setTimeout(readCard, SETTLED_MS);
  }, true);

  // A personal number or tax code typed by hand: who is that? Whoever goes on typing meanwhile loses nothing:
  // the answer is then dropped, and asked for again on leaving the next field.
  const NUMBER = /^[\d .]{9,20}(-\d{3})?$/;
  const peopleTyped = () => new URLSearchParams(new FormData(form)).toString();
  const askWho = () => {
    asked = peopleTyped();
    window.htmx.ajax("POST", form.action, {
      source: part("people"), target: part("people"), select: "#people", swap: "outerHTML", values: { do: "know" },
    });
  };
  let isWanted = false;
  form.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.closest("#people")) return;
    if (/-(personal_id|tax_code)$/.test(field.name)) isWanted = NUMBER.test(field.value.trim());
    if (isWanted) setTimeout(askWho, 0);
  });
  let stays = "";
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "people") return;
    stays = "";
    if (!asked) return;
    const isCurrent = peopleTyped() === asked;
    if (isCurrent) isWanted = false;
    if (isCurrent && event.detail.shouldSwap) stays = document.activeElement?.id || "people";
    else event.detail.shouldSwap = false;
    asked = null;
  });

  // What only date and fee depend on must not redraw the fields being typed in.
  form.addEventListener("change", (event) => {
    const redraws = event.target.matches("[data-value], [name=variant]");
    const which = redraws ? "details" : event.target.closest("[data-look]")?.dataset.look;
    if (which) window.htmx.trigger(part(which), "look");
  });

  // Nobody counts copies of a paper that is not there: its numbers wait outside the tab order until it is ticked.
  const settlePapers = () => {
    for (const paper of form.querySelectorAll(".paper")) {
      const isTicked = paper.querySelector("input[type=checkbox]").checked;
      for (const count of paper.querySelectorAll(".paper-count input")) count.tabIndex = isTicked ? 0 : -1;
    }
  };
  form.addEventListener("change", (event) => { if (event.target.closest(".paper")) settlePapers(); });
  settlePapers();

  document.addEventListener("htmx:afterSettle", (event) => {
    settlePapers();
    if (event.detail.target.id === "people") {
      if (stays) { part(stays)?.focus(); return; }
      // A card that could not be read stands where it was typed; the next reading replaces it.
      const unread = [...form.querySelectorAll("input")].find((field) => CARD.test(field.value));
      if (unread) { unread.focus(); unread.select(); return; }
      const next = form.querySelector("#procedure-empty, [data-focus-next]") || part("id_procedure");
      next?.focus();
    }
  });
  document.addEventListener("combobox:chosen", () => {
    document.addEventListener("htmx:afterSettle", () => form.querySelector("#papers input")?.focus(), { once: true });
  });
  form.querySelector("[data-focus-next]")?.focus();
})();
