// The help of this page in a panel beside the work: nothing typed is left. Without this file it opens as a page.
(() => {
  "use strict";
  const panel = document.getElementById("help-panel");
  const link = document.querySelector("[data-help]");
  if (!panel || !link) return;
  const body = panel.querySelector("[data-help-body]");
  let before = null;
  const close = () => { panel.close(); before?.focus(); };
  const open = async () => {
    before = document.activeElement === document.body ? link : document.activeElement;
    if (!body.hasChildNodes()) {
      const answer = await fetch(link.href, { headers: { "HX-Request": "true" }, credentials: "same-origin" }).catch(() => null);
      if (!answer?.ok || answer.redirected) { window.open(link.href, "_blank", "noopener"); return; }
      body.innerHTML = await answer.text();
    }
    panel.show();
    body.querySelector("[data-help-title]")?.focus();
  };
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (panel.open) close(); else open();
  });
  panel.querySelector("[data-help-close]").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open && !document.querySelector("dialog:modal")) close();
  });
})();
