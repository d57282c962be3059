// Comfort for the counter: some card readers send no Enter; act once the text has stopped coming.
(() => {
  "use strict";
  const CARD = /\d{9,12}[|｜][^|｜]*[|｜][^|｜]+[|｜]\d{4,8}[|｜]/;
  const SETTLED_MS = 250;
  const form = document.querySelector("[data-certify]");
  if (!form) return;
  let timer = 0;
  form.addEventListener("input", (event) => {
    if (!CARD.test(event.target.value || "")) return;
    event.stopPropagation();
    clearTimeout(timer);
    timer = setTimeout(() => form.requestSubmit(), SETTLED_MS);
  }, true);
  form.addEventListener("submit", () => clearTimeout(timer));
})();
