// Reads the page aloud, where the browser can speak its language. Without this file, or such a voice, there is no button.
(() => {
  "use strict";
  const buttons = [...document.querySelectorAll("[data-read]")]; // in the head, and in the folded head
  const speech = window.speechSynthesis;
  if (!buttons.length || !speech || !window.SpeechSynthesisUtterance) return;
  const language = document.documentElement.lang || "vi";
  const PARTS = "h1, h2, h3, h4, p, li, dt, dd, legend, label, caption, th, td, summary";
  const LETTERS_MAX = 180; // some browsers fall silent in the middle of longer ones
  let waiting = [];
  let turn = 0;

  const voice = () => speech.getVoices().find((one) => one.lang.toLowerCase().replace("_", "-").startsWith(language));
  const offer = () => { for (const button of buttons) button.hidden = !voice(); };

  const isSeen = (part) => part.checkVisibility ? part.checkVisibility({ visibilityProperty: true }) : part.offsetParent !== null;
  const pieces = (text) => text.match(new RegExp(`[^.!?;:…]{1,${LETTERS_MAX}}(?:[.!?;:…]+|\\s|$)`, "gu")) || [];
  const collect = () => {
    const found = [];
    for (const part of document.querySelectorAll(`main :is(${PARTS})`)) {
      // The innermost ones only: nothing is read twice.
      if (part.querySelector(PARTS) || !isSeen(part) || part.closest("[aria-hidden=true], .screen-only")) continue;
      for (const piece of pieces(part.textContent.replace(/\s+/g, " ").trim())) if (piece.trim()) found.push([part, piece.trim()]);
    }
    return found;
  };

  const mark = (part) => {
    document.querySelector(".being-read")?.classList.remove("being-read");
    if (!part) return;
    part.classList.add("being-read");
    part.scrollIntoView({ block: "nearest" });
  };
  const show = (isOn) => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(isOn));
      button.querySelector(".read-word").textContent = isOn ? button.dataset.stop : button.dataset.read;
    }
  };
  const stop = () => {
    turn += 1; // what still ends belongs to an earlier turn
    waiting = [];
    speech.cancel();
    mark(null);
    show(false);
  };
  const next = (mine) => {
    if (mine !== turn) return;
    const [part, text] = waiting.shift() || [];
    if (!part) { stop(); return; }
    const said = new SpeechSynthesisUtterance(text);
    said.lang = language;
    said.voice = voice() || null;
    said.rate = 0.9;
    said.onend = () => next(mine);
    said.onerror = () => { if (mine === turn) stop(); };
    mark(part);
    speech.speak(said);
  };

  const isReading = () => buttons[0].getAttribute("aria-pressed") === "true";
  for (const button of buttons) {
    button.addEventListener("click", () => {
      if (isReading()) { stop(); return; }
      stop();
      waiting = collect();
      show(true);
      next(turn);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isReading()) stop();
  });
  window.addEventListener("pagehide", stop);
  speech.addEventListener?.("voiceschanged", offer);
  offer();
})();
