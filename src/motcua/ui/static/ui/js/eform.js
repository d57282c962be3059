// Interactive forms: what an answer makes appear is put in at once, and nothing typed is touched. Without it the page is posted.
(() => {
  "use strict";
  const asked = (form) => form.querySelector("input[data-asked]");
  const aside = new WeakMap(); // by form: what disappeared, with what was typed in it, in case it is asked again
  const keptOf = (form) => { if (!aside.has(form)) aside.set(form, new Map()); return aside.get(form); };
  const placesIn = (holder) => [...holder.children].filter((child) => child.dataset.place);
  const holderOf = (place) => place.querySelector("[data-holds]");
  const tell = (place) => place.dispatchEvent(new CustomEvent("eform:drawn", { bubbles: true, detail: { target: place } }));

  // Walks both trees side by side; `anew` is the place to take over whole.
  const merge = (form, old, fresh, anew, news) => {
    const kept = keptOf(form);
    const here = new Map(placesIn(old).map((place) => [place.dataset.place, place]));
    let before = null;
    for (const place of placesIn(fresh)) {
      const name = place.dataset.place;
      let mine = here.get(name);
      here.delete(name);
      if (!mine) {
        mine = kept.get(name) || place;
        kept.delete(name);
        news.push(mine);
      } else if (name === anew || "live" in place.dataset) {
        mine.replaceWith(place);
        mine = place;
        tell(mine);
      } else if (holderOf(mine) && holderOf(place)) {
        merge(form, holderOf(mine), holderOf(place), anew, news);
      }
      const next = before ? before.nextElementSibling : old.firstElementChild;
      if (mine !== next) old.insertBefore(mine, next);
      before = mine;
    }
    for (const [name, place] of here) { kept.set(name, place); place.remove(); }
  };

  const fetchTurn = async (form, turn) => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    body.set("turn", turn);
    const headers = { "X-Requested-With": "fetch" };
    const answer = await fetch(form.action, { method: "POST", body, headers, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const name = form.dataset.eform;
    return page.querySelector(`form[data-eform="${CSS.escape(name)}"]`);
  };
  const redraw = async (form, turn, anew) => {
    const mine = (form.eformTurn = (form.eformTurn || 0) + 1);
    let fresh = null;
    try { fresh = await fetchTurn(form, turn); } catch { /* told below */ }
    if (mine !== form.eformTurn) return null; // a later answer has asked again
    const holder = fresh?.querySelector("[data-holds]");
    if (!holder) {
      const announcer = document.getElementById("announcer");
      if (announcer) announcer.textContent = document.body.dataset.offline;
      return null;
    }
    const news = [];
    asked(form).value = asked(fresh).value;
    const [seen, now] = [form, fresh].map((one) => one.querySelector("[data-draft-seen]"));
    if (seen && now) seen.value = String(Math.max(Number(seen.value), Number(now.value))); // the turn was saved too
    merge(form, form.querySelector("[data-holds]"), holder, anew, news);
    news.forEach(tell);
    return news;
  };

  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-eform]");
    if (form && "redraws" in event.target.dataset) redraw(form, "redraw", "");
  });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("form[data-eform] button[data-turn]");
    if (!button) return;
    event.preventDefault();
    const { form } = button;
    const place = button.dataset.turn;
    form.dataset.dirty = "yes";
    if (!(await redraw(form, button.value, place))) return;
    const drawn = form.querySelector(`[data-place="${CSS.escape(place)}"]`);
    const holder = holderOf(drawn);
    const rows = holder ? placesIn(holder) : [];
    const last = button.value.startsWith("add:") ? rows[rows.length - 1] : null;
    (last?.querySelector("input:not([type=hidden]), select, textarea") || drawn.querySelector("fieldset"))?.focus();
  });
})();
