// A key kept on the machine: make one, or answer with one. The form carries what the browser answered.
(() => {
  const form = document.querySelector("form[data-passkey]");
  if (!form) return;
  const usable = window.PublicKeyCredential && navigator.credentials;
  document.querySelectorAll("[data-passkey-missing]").forEach((one) => { one.hidden = Boolean(usable); });
  form.hidden = !usable;
  if (!usable) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));
  const asked = JSON.parse(form.dataset.options).publicKey;
  const isMaking = form.dataset.passkey === "make";

  const options = { ...asked, challenge: bytes(asked.challenge) };
  if (isMaking) {
    options.user = { ...asked.user, id: bytes(asked.user.id) };
    options.excludeCredentials = named(asked.excludeCredentials);
  } else {
    options.allowCredentials = named(asked.allowCredentials);
  }

  const told = (made) => {
    const response = { clientDataJSON: text(made.response.clientDataJSON) };
    if (isMaking) {
      response.attestationObject = text(made.response.attestationObject);
    } else {
      response.authenticatorData = text(made.response.authenticatorData);
      response.signature = text(made.response.signature);
      response.userHandle = made.response.userHandle ? text(made.response.userHandle) : "";
    }
    return { id: made.id, rawId: text(made.rawId), type: made.type, response, clientExtensionResults: {} };
  };

  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    try {
      const made = await navigator.credentials[isMaking ? "create" : "get"]({ publicKey: options });
      form.elements.credential.value = JSON.stringify(told(made));
      form.submit();
    } catch {
      const words = document.querySelector("[data-passkey-failed]");
      words.hidden = false;
      words.focus();
    }
  });
})();
