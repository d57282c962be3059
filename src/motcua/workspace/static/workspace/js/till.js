// The change while money is typed, the sum while notes are counted; the boxes of a card open with the choice.
// Without it the next page tells both, and the boxes are opened by hand.
(() => {
  "use strict";
  const amount = (text) => Number((text || "").replace(/(?:đồng|đ|vnđ|vnd)\.?\s*$/i, "").replace(/[.,\s]/g, "") || 0);
  const words = (sum) => new Intl.NumberFormat("vi-VN").format(sum);
  const told = document.querySelector(".change");
  const form = told?.closest("form");
  if (!form) return;

  const change = () => {
    const given = form.querySelector("[data-given]").value.trim();
    const asked = [...form.querySelectorAll("[data-amount]")].reduce((sum, field) => sum + amount(field.value), 0);
    const rest = amount(given) - asked;
    told.classList.toggle("change-short", rest < 0);
    told.textContent = given && asked && Number.isFinite(rest) && rest ? `${rest < 0 ? told.dataset.short : told.dataset.change}: ${words(Math.abs(rest))} ${told.dataset.unit}` : "";
  };
  const count = () => {
    const notes = [...form.querySelectorAll("[data-note]")];
    const typed = notes.some((field) => field.value.trim());
    const sum = typed
      ? notes.reduce((all, field) => all + Number(field.dataset.note) * amount(field.value), 0)
      : amount(form.elements.total_vnd.value);
    const difference = sum - Number(form.dataset.expected);
    told.classList.toggle("change-short", difference !== 0);
    const sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
    told.textContent = (typed || form.elements.total_vnd.value.trim()) && Number.isFinite(sum)
      ? `${told.dataset.counted}: ${words(sum)} ${told.dataset.unit} · ${told.dataset.difference}: ${sign}${words(Math.abs(difference))} ${told.dataset.unit}`
      : "";
  };
  const tell = "expected" in form.dataset ? count : change;
  form.addEventListener("input", tell);
  // Who pays by card: the boxes about the card stand open.
  const card = document.getElementById("card");
  form.addEventListener("change", (event) => {
    if (card && event.target.name === "method" && event.target.value === "CARD_SLIP") card.open = true;
  });
  tell();
})();
