// Has what this page shows changed since? Asked seldom, only while somebody looks, without the session's cookie.
// The answer is nearly always 304. The page itself never moves: a bar says it, and the reader reloads when ready.
(() => {
  "use strict";
  const bar = document.querySelector("[data-changes]");
  if (!bar) return;
  const EVERY_MS = 20000;
  const JITTER_MS = 10000;
  const FIRST_MS = 1500;
  const SLOWEST_MS = 5 * 60000;
  const IDLE_MS = 10 * 60000;
  let seen = bar.dataset.stamp;
  let faults = 0;
  let timer = 0;
  let lastSign = Date.now();
  let isOver = false;

  const wait = (ms) => { clearTimeout(timer); if (!isOver) timer = setTimeout(ask, ms); };
  const later = () => wait(Math.min(EVERY_MS * 2 ** faults, SLOWEST_MS) + Math.random() * JITTER_MS);
  const show = async (stamp) => {
    bar.replaceChildren(document.getElementById("changes-words").content.cloneNode(true));
    bar.querySelector("[data-changes-later]").addEventListener("click", () => { bar.replaceChildren(); seen = stamp; later(); });
    if (!bar.dataset.told) return;
    const answer = await fetch(bar.dataset.told, { headers: { "HX-Request": "true" }, credentials: "same-origin" }).catch(() => null);
    if (answer?.ok && !answer.redirected) bar.querySelector(".changes-words")?.insertAdjacentHTML("beforeend", await answer.text());
  };
  const ask = async () => {
    if (document.hidden || Date.now() - lastSign > IDLE_MS) { timer = 0; return; }
    try {
      const headers = seen ? { "If-None-Match": `"${seen}"` } : {};
      const answer = await fetch(bar.dataset.changes, { headers, credentials: "omit", cache: "no-store" });
      if (answer.status === 410) { isOver = true; return; }
      faults = answer.ok || answer.status === 304 ? 0 : faults + 1;
      if (answer.ok) {
        const stamp = String((await answer.json()).stamp);
        if (seen && stamp !== seen) { show(stamp); return; }
        seen = stamp;
      }
    } catch { faults += 1; }
    later();
  };
  const wake = () => { if (!document.hidden && timer === 0 && !isOver) wait(FIRST_MS); };
  document.addEventListener("visibilitychange", wake);
  for (const sign of ["keydown", "pointerdown", "pointermove"]) {
    document.addEventListener(sign, () => { lastSign = Date.now(); wake(); }, { passive: true });
  }
  wait(seen ? EVERY_MS : FIRST_MS);
})();
