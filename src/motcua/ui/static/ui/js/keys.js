// Keys: "?" lists them, those of data-shortcut jump or press, G and a letter go to a page. F-keys and Alt+letter work
// while typing, single letters never do. The reader may turn all of them off; what the list says comes from the page.
(() => {
  "use strict";
  const GO_WAIT_MS = 1500;
  const root = document.documentElement;
  const isOff = () => root.dataset.keys === "off";
  const typing = (target) => target.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  const seen = (field) => field.getClientRects().length > 0;
  const nameOf = (field) => {
    const words = field.labels?.[0] || field.querySelector(".button-text") || field;
    const said = field.getAttribute("aria-label") || words.innerText || words.textContent;
    return said.trim().replace(/\s+/g, " ");
  };
  const byKey = (key) => [...document.querySelectorAll("[data-shortcut]")]
    .find((field) => field.dataset.shortcut.toLowerCase() === key.toLowerCase() && (seen(field) || field.closest(".top-search")));

  const row = (words, key) => {
    const [line, dt, dd, kbd] = ["div", "dt", "dd", "kbd"].map((name) => document.createElement(name));
    dt.textContent = words;
    kbd.textContent = key;
    dd.append(kbd);
    line.append(dt, dd);
    return line;
  };
  const openKeys = () => {
    const overlay = document.getElementById("shortcuts");
    const own = [...document.querySelectorAll(".main [data-shortcut]")].filter(seen);
    const told = new Map(own.map((field) => [field.dataset.shortcut, nameOf(field)]));
    overlay.querySelector("[data-own-list]").replaceChildren(...[...told].map(([key, words]) => row(words, key)));
    for (const part of overlay.querySelectorAll("[data-own-keys]")) part.hidden = told.size === 0;
    overlay.showModal();
  };
  document.addEventListener("click", (event) => { if (event.target.closest("[data-show-keys]")) openKeys(); });

  // A key switched off is not announced either.
  const announce = () => {
    for (const field of document.querySelectorAll("[data-shortcut]")) {
      if (isOff()) field.removeAttribute("aria-keyshortcuts");
      else field.setAttribute("aria-keyshortcuts", field.dataset.shortcut);
    }
  };
  new MutationObserver(announce).observe(root, { attributeFilter: ["data-keys"] });
  if (isOff()) announce();

  let goUntil = 0;
  const go = (key, now) => {
    const wanted = goUntil > now ? document.querySelector(`[data-go="${CSS.escape(key.toUpperCase())}"]`) : null;
    goUntil = !wanted && key.toLowerCase() === "g" ? now + GO_WAIT_MS : 0;
    wanted?.click();
    return Boolean(wanted || goUntil);
  };
  const press = (field) => {
    if (field.matches("button, a, summary")) { field.click(); return; }
    field.focus();
    field.select?.();
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing || isOff()) return;
    if (document.querySelector("dialog:modal")) return;
    const key = event.altKey ? `Alt+${event.code.replace(/^(Key|Digit)/, "")}` : event.key;
    const isFree = event.altKey || /^F\d+$/.test(key);
    if (typing(event.target) && !isFree) return;
    if (key === "?") { event.preventDefault(); openKeys(); return; }
    if (!isFree && go(key, event.timeStamp)) { event.preventDefault(); return; }
    const field = byKey(key);
    if (!field) return;
    event.preventDefault();
    press(field);
  });
})();
