// Only comfort: every page works without this file. No words here: they come from the page's data attributes.
(() => {
  "use strict";
  const root = document.documentElement;
  const announcer = () => document.getElementById("announcer");
  const say = (text) => { const place = announcer(); if (place && text) place.textContent = text; };

  // -- look: change it here at once, and let the server keep it
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const pressed = event.submitter;
    if (!form.matches("[data-look]") || !pressed || pressed.name === "language") return;
    event.preventDefault();
    if (pressed.name === "theme") root.dataset.theme = pressed.value;
    if (pressed.name === "text") root.toggleAttribute("data-text", false);
    if (pressed.name === "text" && pressed.value !== "normal") root.dataset.text = pressed.value;
    if (pressed.name === "keys") root.dataset.keys = pressed.value;
    for (const other of document.querySelectorAll(`[data-look] button[name="${pressed.name}"]`)) {
      other.setAttribute("aria-pressed", String(other.value === pressed.value));
    }
    const body = new URLSearchParams(new FormData(form));
    body.set(pressed.name, pressed.value);
    const headers = { "X-Requested-With": "fetch" };
    await fetch(form.action, { method: "POST", body, headers, credentials: "same-origin" }).catch(() => {});
  });

  // -- menus close on Escape and on a click elsewhere
  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== except) menu.open = false;
  };
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenus(null); });

  // -- a form is sent once; the button says so
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.matches("[data-look]")) return;
    // Shown in a tab of its own: this one stays as it is, with what is typed.
    if (event.submitter?.formTarget === "_blank") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    form.removeAttribute("data-dirty");
    const pressed = event.submitter;
    if (!pressed || !pressed.matches(".button")) return;
    // After this turn: a disabled button would not send its own name and value.
    setTimeout(() => {
      pressed.setAttribute("aria-disabled", "true");
      const words = pressed.querySelector(".button-text");
      if (words && pressed.dataset.busy) words.textContent = pressed.dataset.busy;
      say(pressed.dataset.busy);
    });
  });
  // Coming back by the browser's button: the form may be sent again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll("form[data-sent]")) form.removeAttribute("data-sent");
    for (const pressed of document.querySelectorAll(".button[aria-disabled]")) pressed.removeAttribute("aria-disabled");
  });

  // -- on a phone the menu is a strip: the page one is on stands in sight
  document.querySelector(".side-nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

  // -- leaving a form with typed words asks first
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[method=post]");
    if (form && !form.matches("[data-no-leave-check]")) form.dataset.dirty = "yes";
  });
  // What a refused form shows again is typed too.
  const refused = document.querySelector("main [data-error-summary]");
  for (const form of refused ? document.querySelectorAll("main form[method=post]:not([data-no-leave-check])") : []) {
    form.dataset.dirty = "yes";
  }
  window.addEventListener("beforeunload", (event) => {
    if (!document.querySelector("form[data-dirty]")) return;
    event.preventDefault();
    event.returnValue = "yes"; // older browsers ask for this
  });

  // -- after a refused form: the reader starts at the summary of what to mend
  const focusSummary = (within) => {
    const summary = within.querySelector("[data-error-summary]");
    if (summary) summary.focus();
    return Boolean(summary);
  };
  if (!focusSummary(document)) {
    const done = document.querySelector("[data-focus]");
    if (done) done.focus();
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-error-summary] a[href^='#']");
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    (field.matches("input, select, textarea, button") ? field : field.querySelector("input, select, textarea"))?.focus();
  });

  // -- what htmx puts in is said aloud where it asks for it
  document.addEventListener("htmx:afterSwap", (event) => {
    const place = event.detail.target;
    if (focusSummary(place)) return;
    say(place.querySelector("[data-announce]")?.textContent);
  });
  for (const name of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(name, () => say(document.body.dataset.offline));
  }

  // -- on paper every reason is open
  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details.explain:not([open]), details.disclosure:not([open])")) {
      fold.open = true;
      fold.dataset.printed = "";
    }
  });
  window.addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("[data-printed]")) { fold.open = false; delete fold.dataset.printed; }
  });
  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) window.print(); });

  // -- what is to be kept or typed elsewhere is copied, where the browser lets it
  if (navigator.clipboard) root.dataset.copies = "";
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    try { await navigator.clipboard.writeText(button.dataset.copy); } catch { return; }
    const words = button.querySelector(".button-text");
    if (words) words.textContent = button.dataset.copied;
    say(button.dataset.copied);
  });
})();
