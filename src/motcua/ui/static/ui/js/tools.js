// Comfort for tables with ticks, counts with − and +, and work that is being followed. No words here.
(() => {
  "use strict";
  const say = (text) => { const place = document.getElementById("announcer"); if (place && text) place.textContent = text; };

  // -- ticks: all, none, a span with Shift, and how many
  const ticksOf = (list) => [...list.querySelectorAll("tbody input[type=checkbox]")];
  const tell = (list) => {
    const ticks = ticksOf(list);
    const count = ticks.filter((tick) => tick.checked).length;
    const place = list.querySelector("[data-count]");
    if (place) place.textContent = place.dataset.words.replace("{count}", count).replace("{all}", ticks.length);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-checklist] [data-select]");
    if (!button) return;
    event.preventDefault();
    const list = button.closest("[data-checklist]");
    for (const tick of ticksOf(list)) tick.checked = button.dataset.select === "all";
    tell(list);
  });
  let last = null;
  document.addEventListener("click", (event) => {
    const tick = event.target;
    if (!tick.matches("[data-checklist] tbody input[type=checkbox]")) return;
    const list = tick.closest("[data-checklist]");
    const ticks = ticksOf(list);
    if (event.shiftKey && last && ticks.includes(last)) {
      const [from, to] = [ticks.indexOf(last), ticks.indexOf(tick)].sort((a, b) => a - b);
      for (const one of ticks.slice(from, to + 1)) one.checked = tick.checked;
    }
    last = tick;
    tell(list);
  });

  // -- counts
  const bounded = (number, box) => Math.min(Math.max(number, Number(box.dataset.least)), Number(box.dataset.most));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-stepper] [data-step]");
    if (!button) return;
    const box = button.closest("[data-stepper]");
    const field = box.querySelector("input");
    field.value = bounded((Number.parseInt(field.value, 10) || 0) + Number(button.dataset.step), box);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    say(field.value);
  });
  document.addEventListener("keydown", (event) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by && event.target.matches("[data-stepper] input")) {
      event.preventDefault();
      event.target.closest("[data-stepper]").querySelector(`[data-step="${by}"]`).click();
    }
  });

  // -- work that goes on elsewhere: its part of the page is fetched again until it is over
  const follow = async (part) => {
    if (document.hidden) { document.addEventListener("visibilitychange", () => follow(part), { once: true }); return; }
    let fresh = null;
    try {
      const answer = await fetch(part.dataset.watch, { credentials: "same-origin" });
      if (answer.ok) fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    } catch { /* the net is away: ask again later */ }
    if (fresh) {
      part.replaceWith(fresh);
      say(fresh.querySelector("[data-announce]")?.textContent);
    }
    watch(fresh || part, fresh ? 1 : 5);
  };
  const watch = (part, times) => {
    if (part.dataset.watch) setTimeout(() => follow(part), 1000 * Number(part.dataset.every) * times);
  };
  for (const part of document.querySelectorAll("[data-watch]")) watch(part, 1);
})();
