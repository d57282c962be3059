// A text field with a list of suggestions (WAI-ARIA combobox with a listbox). Without it the field is sent by its button.
(() => {
  "use strict";
  const WAIT_MS = 150;
  const partsOf = (input) => {
    const box = input.closest("[data-combobox]");
    return { box, list: box.querySelector("[data-list]"), value: box.querySelector("input[data-value]") };
  };
  const optionsOf = (list) => [...list.querySelectorAll("[role=option]")];
  const states = new WeakMap();
  // Of one field: the `timer` before asking, `stop` for the request under way, and the keys that wait for its answer.
  const stateOf = (input) => {
    if (!states.has(input)) states.set(input, { timer: 0, stop: null, steps: 0, enter: false });
    return states.get(input);
  };
  const forgetKeys = (input) => Object.assign(stateOf(input), { steps: 0, enter: false });
  // Do the suggestions shown, or closed again, answer what stands in the field now?
  const isAnswered = (input) => partsOf(input).list.dataset.asked === input.value;

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
  // No more suggestions for these letters: Enter sends the form, as it does without a script.
  const leaveOff = (input) => {
    const mine = forgetKeys(input);
    clearTimeout(mine.timer);
    mine.stop?.abort();
    partsOf(input).list.dataset.asked = input.value;
    close(input);
  };
  const choose = (input, option) => {
    const { value } = partsOf(input);
    if (option.dataset.url) { window.location.assign(option.dataset.url); return; }
    leaveOff(input); // what was asked for the last letters must not open the list again
    input.value = option.dataset.text;
    if (value) {
      value.value = option.dataset.value;
      value.dispatchEvent(new Event("change", { bubbles: true }));
    }
    input.dispatchEvent(new CustomEvent("combobox:chosen", { bubbles: true, detail: { value: option.dataset.value } }));
  };
  const ask = async (input) => {
    const mine = stateOf(input);
    if (!input.value.trim()) { leaveOff(input); return; }
    clearTimeout(mine.timer);
    mine.stop?.abort();
    mine.stop = new AbortController();
    const address = new URL(input.dataset.suggest, window.location.href);
    address.searchParams.set("q", input.value);
    const beside = document.getElementById(input.dataset.suggestWith || "");
    if (beside) address.searchParams.set("with", beside.value);
    try {
      const answer = await fetch(address, { signal: mine.stop.signal, headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (!answer.ok || document.activeElement !== input) { leaveOff(input); return; }
      show(input, await answer.text(), address.searchParams.get("q"));
      doWhatWaited(input);
    } catch (fault) {
      if (fault.name !== "AbortError") leaveOff(input);
    }
  };
  const step = (input, by) => {
    const options = optionsOf(partsOf(input).list);
    if (!options.length) return;
    const now = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    mark(input, options[(now + by + options.length + (now < 0 && by < 0 ? 1 : 0)) % options.length]);
  };
  const marked = (input) => {
    const { list } = partsOf(input);
    return list.hidden ? null : list.querySelector("[aria-selected=true]");
  };
  // Enter without a mark means the first suggestion, where one is to be chosen.
  const foremost = (input) => {
    const { list, value } = partsOf(input);
    return value && !value.value && !list.hidden ? optionsOf(list)[0] : null;
  };
  // Who types faster than the line must get what the same keys give after waiting.
  const doWhatWaited = (input) => {
    const { steps, enter } = stateOf(input);
    forgetKeys(input);
    for (let done = 0; done < Math.abs(steps); done += 1) step(input, Math.sign(steps));
    const option = enter && (marked(input) || foremost(input));
    if (option) choose(input, option);
  };
  const onArrow = (input, by) => {
    if (!isAnswered(input)) {
      stateOf(input).steps += by;
      ask(input);
    } else if (partsOf(input).list.hidden) ask(input); else step(input, by);
  };
  const onEnter = (event, input) => {
    const { value } = partsOf(input);
    if (isAnswered(input)) {
      const option = marked(input) || foremost(input);
      if (!option) return;
      event.preventDefault();
      choose(input, option);
    } else if (input.value.trim() && (stateOf(input).steps || (value && !value.value))) {
      event.preventDefault();
      stateOf(input).enter = true;
      ask(input);
    }
  };
  const onKey = (event) => {
    const input = event.target;
    const { list } = partsOf(input);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      onArrow(input, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") onEnter(event, input);
    else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      leaveOff(input);
    } else if (event.key === "Tab" && marked(input) && !marked(input).dataset.url) choose(input, marked(input));
  };
  const onInput = (event) => {
    const input = event.target;
    const { value } = partsOf(input);
    if (value) value.value = "";
    const mine = forgetKeys(input);
    mark(input, null); // the list still answers the letters before
    clearTimeout(mine.timer);
    mine.timer = setTimeout(() => ask(input), WAIT_MS);
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
