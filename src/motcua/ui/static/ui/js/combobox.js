// A text field with a list of suggestions (WAI-ARIA combobox with a listbox). Without it the field is sent by its button.
(() => {
  "use strict";
  const WAIT_MS = 150;
  const partsOf = (input) => {
    const box = input.closest("[data-combobox]");
    return { box, list: box.querySelector("[data-list]"), value: box.querySelector("input[data-value]") };
  };
  const optionsOf = (list) => [...list.querySelectorAll("[role=option]")];
  const state = new WeakMap();

  const close = (input) => {
    const { list } = partsOf(input);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (input, option) => {
    for (const other of optionsOf(partsOf(input).list)) other.setAttribute("aria-selected", String(other === option));
    if (!option) { input.removeAttribute("aria-activedescendant"); return; }
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const show = (input, html, asked) => {
    const { list } = partsOf(input);
    list.dataset.asked = asked;
    list.innerHTML = html;
    optionsOf(list).forEach((option, index) => { option.id = `${list.id}-${index}`; });
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    const announcer = document.getElementById("announcer");
    const words = list.querySelector("[data-announce]");
    if (announcer && words) announcer.textContent = words.textContent;
  };
  const choose = (input, option) => {
    const { value } = partsOf(input);
    if (option.dataset.url) { window.location.assign(option.dataset.url); return; }
    const mine = state.get(input) || {};
    clearTimeout(mine.timer); // what was asked for the last letters must not open the list again
    mine.stop?.abort();
    input.value = option.dataset.text;
    if (value) {
      value.value = option.dataset.value;
      value.dispatchEvent(new Event("change", { bubbles: true }));
    }
    close(input);
    input.dispatchEvent(new CustomEvent("combobox:chosen", { bubbles: true, detail: { value: option.dataset.value } }));
  };
  const ask = async (input) => {
    const mine = state.get(input) || {};
    mine.stop?.abort();
    if (!input.value.trim()) { close(input); return; }
    mine.stop = new AbortController();
    state.set(input, mine);
    const address = new URL(input.dataset.suggest, window.location.href);
    address.searchParams.set("q", input.value);
    const beside = document.getElementById(input.dataset.suggestWith || "");
    if (beside) address.searchParams.set("with", beside.value);
    try {
      const answer = await fetch(address, { signal: mine.stop.signal, headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (answer.ok && document.activeElement === input) show(input, await answer.text(), address.searchParams.get("q"));
    } catch (fault) {
      if (fault.name !== "AbortError") close(input);
    }
  };
  const step = (input, by) => {
    const options = optionsOf(partsOf(input).list);
    if (!options.length) return;
    const now = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    mark(input, options[(now + by + options.length + (now < 0 && by < 0 ? 1 : 0)) % options.length]);
  };
  // Enter without a mark means the first suggestion, if what is shown answers what stands in the field now.
  const foremost = (input) => {
    const { list, value } = partsOf(input);
    return value && !value.value && !list.hidden && list.dataset.asked === input.value ? optionsOf(list)[0] : null;
  };
  const onKey = (event) => {
    const input = event.target;
    const { list } = partsOf(input);
    const marked = list.hidden ? null : list.querySelector("[aria-selected=true]");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask(input); else step(input, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && (marked || foremost(input))) {
      event.preventDefault();
      choose(input, marked || foremost(input));
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close(input);
    } else if (event.key === "Tab" && marked && !marked.dataset.url) choose(input, marked);
  };
  const onInput = (event) => {
    const input = event.target;
    const { value } = partsOf(input);
    if (value) value.value = "";
    const mine = state.get(input) || {};
    clearTimeout(mine.timer);
    mine.timer = setTimeout(() => ask(input), WAIT_MS);
    state.set(input, mine);
  };
  const prepare = (input) => {
    if (input.getAttribute("role") === "combobox") return;
    // The browser's own list is for those without script; with both, two lists would open, and the role would not be allowed.
    input.removeAttribute("list");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("keydown", onKey);
    input.addEventListener("input", onInput);
    input.addEventListener("blur", () => setTimeout(() => close(input), 120));
    partsOf(input).list.addEventListener("mousedown", (event) => {
      const option = event.target.closest("[role=option]");
      event.preventDefault();
      if (option) choose(input, option);
    });
  };
  const prepareAll = (within) => { for (const input of within.querySelectorAll("[data-suggest]")) prepare(input); };
  prepareAll(document);
  for (const name of ["htmx:afterSwap", "eform:drawn"]) {
    document.addEventListener(name, (event) => prepareAll(event.detail.target));
  }
})();
