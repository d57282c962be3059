// Keeps what is typed into a draft: on this machine at once, on the server a moment later; and brings it back
// after a lost line or an ended session. Without this file the page is saved when it is sent on. No words here.
(() => {
  "use strict";
  const LATER_MS = 1500, AGAIN_MS = 4000, PREFIX = "motcua-draft/";
  const draft = document.querySelector("[data-draft]");
  if (!draft) return;
  const versions = JSON.parse(draft.dataset.versions || "{}");
  const keyOf = (page) => `${PREFIX}${draft.dataset.draft}/${page}`;
  const store = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* a full or closed store */ } };
  const read = (key) => { try { return JSON.parse(localStorage.getItem(key) || "null"); } catch { return null; } };
  const drop = (key) => { try { localStorage.removeItem(key); } catch { /* the same */ } };
  // What was sent with a page that the server has by now is kept here no longer.
  for (const [page, version] of Object.entries(versions)) {
    const kept = read(keyOf(page));
    if (kept && kept.sent && version > kept.seen) drop(keyOf(page));
  }
  const form = draft.querySelector("form[data-draft-page]");
  if (!form) return;
  const key = keyOf(form.dataset.draftPage);
  const state = draft.querySelector("[data-draft-state]");
  const seen = form.querySelector("[data-draft-seen]");
  const SILENT = new Set(["csrfmiddlewaretoken", "seen", "asked", "turn"]);
  const fields = () => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !SILENT.has(name));
  // The words come up over the foot of the page: the field one types in stays in sight.
  const uncover = () => {
    const typing = document.activeElement;
    if (!form.contains(typing) || state.contains(typing)) return;
    const [field, words] = [typing.getBoundingClientRect(), state.getBoundingClientRect()];
    if (field.top < words.bottom && field.bottom > words.top) typing.scrollIntoView({ block: "nearest" });
  };
  const say = (text) => { if (state && state.textContent !== text) { state.textContent = text; uncover(); } };
  const keep = (sent = false) => store(key, { fields: fields(), seen: Number(seen.value), sent, at: Date.now() });

  const put = (element, wanted) => {
    if (element.type === "radio" || element.type === "checkbox") element.checked = wanted.includes(element.value);
    else if (element.type !== "hidden" && wanted.length) element.value = wanted[0];
  };
  const restore = () => {
    const kept = read(key);
    if (!kept) return false;
    const before = JSON.stringify(fields());
    if (JSON.stringify(kept.fields) === before) { drop(key); return false; }
    const wanted = Map.groupBy ? Map.groupBy(kept.fields, ([name]) => name) : kept.fields.reduce(
      (found, pair) => found.set(pair[0], [...(found.get(pair[0]) || []), pair]), new Map());
    for (const element of form.elements) {
      if (!element.name || SILENT.has(element.name)) continue;
      const there = (wanted.get(element.name) || []).map(([, value]) => value);
      if (there.length || element.type === "checkbox") put(element, there);
    }
    seen.value = String(Math.min(kept.seen, Number(seen.value)));
    return JSON.stringify(fields()) !== before;
  };

  // `isLost`: the line was down when last tried. `waiting`: what was pressed meanwhile, sent when it is back.
  let timer = 0, running = false, again = false, isLost = false, waiting = null;
  const signIn = () => {
    say(state.dataset.signedOut + " ");
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = state.dataset.signIn;
    state.append(link);
  };
  const differs = (found) => {
    say(`${state.dataset.differs} ${found.map((one) => `${one.label}: ${one.text}`).join("; ")}`);
  };
  const save = async () => {
    if (running) { again = true; return; }
    running = true;
    again = false;
    const sending = JSON.stringify(fields());
    if (!waiting) say(state.dataset.saving);
    try {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
      const answer = await fetch(form.dataset.saveUrl, { method: "POST", body, credentials: "same-origin", redirect: "manual", headers: { Accept: "application/json" } }).catch((lost) => { isLost = true; throw lost; });
      isLost = false;
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) { waiting = null; signIn(); return; }
      if (!answer.ok) throw new Error(String(answer.status));
      const told = await answer.json();
      seen.value = String(told.version);
      if (JSON.stringify(fields()) === sending) drop(key); else { keep(); again = true; }
      if (told.differences.length) { waiting = null; differs(told.differences); } else say(state.dataset.saved);
      if (waiting && !again) { const pressed = waiting.button; waiting = null; form.requestSubmit(pressed); }
    } catch {
      say(waiting ? state.dataset.held : navigator.onLine ? state.dataset.fault : state.dataset.offline);
      clearTimeout(timer);
      timer = setTimeout(save, AGAIN_MS);
    } finally {
      running = false;
      if (again) { clearTimeout(timer); timer = setTimeout(save, LATER_MS); }
    }
  };
  const hold = (event) => {
    event.preventDefault();
    waiting = { button: event.submitter };
    keep();
    say(state.dataset.held);
    clearTimeout(timer);
    timer = setTimeout(save, AGAIN_MS);
  };
  const later = () => { waiting = null; keep(); clearTimeout(timer); timer = setTimeout(save, LATER_MS); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", (event) => {
    if (isLost || !navigator.onLine) { hold(event); return; }
    clearTimeout(timer);
    keep(true);
  });
  window.addEventListener("online", () => { if (read(key)) save(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && read(key)) save(); });
  if (restore()) { say(state.dataset.restored); clearTimeout(timer); timer = setTimeout(save, LATER_MS); }
})();
