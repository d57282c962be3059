// Sends chosen files piece by piece, so that a dropped line costs one piece; the form then carries their tokens.
// Without this file the form sends the files itself. No words here: they come from the field's data attributes.
(() => {
  "use strict";
  const PATIENCE_MS = [1000, 2000, 4000, 8000, 15000];
  const OK = 200, GONE = 404, CONFLICT = 409, REFUSED = 422;
  class Told extends Error {}
  const say = (text) => { const place = document.getElementById("announcer"); if (place) place.textContent = text; };
  const percentOf = (job) => Math.floor((100 * job.received) / job.file.size);
  const filled = (words, job) => words.replace("{percent}", `${percentOf(job)}%`);
  const keyOf = (file) => `motcua-upload/${file.name}/${file.size}/${file.lastModified}`;
  const remember = (job) => { try { sessionStorage.setItem(keyOf(job.file), job.token); } catch { /* a full or closed store */ } };
  const forget = (job) => { try { sessionStorage.removeItem(keyOf(job.file)); } catch { /* the same */ } };
  const remembered = (file) => { try { return sessionStorage.getItem(keyOf(file)) || ""; } catch { return ""; } };

  const show = (job, words) => {
    job.row.querySelector("[data-status]").textContent = words;
    job.row.querySelector("progress")?.setAttribute("value", percentOf(job));
  };
  // Until the line is back, or the waiting is over, or nobody wants the file any more.
  const pause = (job, milliseconds) => new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    const now = () => { clearTimeout(timer); done(); };
    window.addEventListener("online", now, { once: true });
    job.stop.signal.addEventListener("abort", now, { once: true });
  });
  const once = async (job, method, address, body, headers = {}) => {
    const csrf = job.box.closest("form").querySelector("[name=csrfmiddlewaretoken]").value;
    const answer = await fetch(address, {
      method, body, credentials: "same-origin", redirect: "manual", signal: job.stop.signal,
      headers: { "X-CSRFToken": csrf, "Accept": "application/json", ...headers },
    });
    if (answer.type === "opaqueredirect") throw new Told(job.box.dataset.signedOut);
    return answer;
  };
  // One question, asked until it is answered: a dropped line and a server that restarts are waited for.
  const ask = async (job, ...question) => {
    for (let turn = 0; ; turn += 1) {
      try {
        const answer = await once(job, ...question);
        if (answer.status < 500 && answer.status !== 408) return answer;
      } catch (fault) {
        if (fault instanceof Told || fault.name === "AbortError") throw fault;
      }
      show(job, filled(job.box.dataset.dropped, job));
      await pause(job, PATIENCE_MS[Math.min(turn, PATIENCE_MS.length - 1)]);
      job.stop.signal.throwIfAborted();
    }
  };
  const read = async (job, answer) => {
    const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    const told = isJson ? await answer.json() : {};
    if (answer.ok || (answer.status === CONFLICT && "received" in told)) return told;
    if (answer.status === REFUSED) job.token = ""; // the server has forgotten it
    throw new Told(told.text || job.box.dataset.fault);
  };

  const addressOf = (job) => `${job.box.dataset.uploadUrl}${job.token}/`;
  const begin = async (job) => {
    job.token = remembered(job.file);
    if (job.token) {
      const answer = await ask(job, "GET", addressOf(job));
      const told = answer.status === OK ? await answer.json() : {};
      if (told.size === job.file.size) { Object.assign(job, { received: told.received, chunk: told.chunk }); return; }
    }
    const announced = new URLSearchParams({ name: job.file.name, size: job.file.size });
    const told = await read(job, await ask(job, "POST", job.box.dataset.uploadUrl, announced));
    Object.assign(job, { token: told.token, received: told.received, chunk: told.chunk });
    remember(job);
  };
  const sendPieces = async (job) => {
    while (job.received < job.file.size) {
      show(job, filled(job.box.dataset.sending, job));
      const piece = job.file.slice(job.received, job.received + job.chunk);
      const headers = { "Upload-Offset": String(job.received), "Content-Type": "application/octet-stream" };
      const answer = await ask(job, "PATCH", addressOf(job), piece, headers);
      if (answer.status === GONE) { forget(job); throw new Told(job.box.dataset.fault); }
      job.received = (await read(job, answer)).received;
    }
  };
  const arrive = (job, told) => {
    job.row.querySelector("progress").remove();
    for (const place of job.row.querySelectorAll("[data-name]")) place.textContent = told.name;
    const box = job.row.querySelector("input");
    Object.assign(box, { hidden: false, disabled: false, checked: true, value: told.token });
    show(job, `${told.size_words} · ${job.box.dataset.done}`);
    say(`${told.name}: ${job.box.dataset.done}`);
  };
  const send = async (job) => {
    try {
      await begin(job);
      await sendPieces(job);
      show(job, job.box.dataset.checking);
      const told = await read(job, await ask(job, "POST", `${addressOf(job)}finish/`));
      forget(job);
      arrive(job, told);
    } catch (fault) {
      if (fault.name === "AbortError") return;
      forget(job);
      job.row.classList.add("upload-wrong");
      job.row.querySelector("progress")?.remove();
      const words = fault instanceof Told ? fault.message : job.box.dataset.fault;
      show(job, words);
      say(words);
    } finally {
      job.isOver = true;
      sendWhenDone(job.box.closest("form"));
    }
  };
  // Where the form asks for it: all that was chosen has arrived, so the form goes by itself.
  const sendWhenDone = (form) => {
    if (!form || !("sendWhenDone" in form.dataset)) return;
    const mine = jobs.filter((job) => form.contains(job.row));
    const isGood = mine.length && mine.every((job) => job.isOver && !job.row.classList.contains("upload-wrong"));
    if (isGood) form.requestSubmit();
  };

  // One file at a time: on a thin line two would both be slow.
  const jobs = [];
  let turn = Promise.resolve();
  const drop = (job) => {
    const rows = job.row.parentElement;
    job.stop.abort();
    job.isOver = true;
    forget(job);
    if (job.token) once({ ...job, stop: new AbortController() }, "DELETE", addressOf(job)).catch(() => {});
    job.row.remove();
    rows.hidden = !rows.children.length;
    say(job.box.dataset.removed);
    job.box.querySelector("[data-resumable]").focus();
  };
  const add = (box, file) => {
    const rows = box.querySelector("[data-upload-rows]");
    const row = box.querySelector("[data-upload-template]").content.firstElementChild.cloneNode(true);
    const job = { box, file, row, token: "", received: 0, chunk: 0, stop: new AbortController(), isOver: false };
    for (const place of row.querySelectorAll("[data-name]")) place.textContent = file.name;
    row.querySelector("progress").setAttribute("aria-label", file.name);
    row.querySelector("[data-remove]").addEventListener("click", () => drop(job));
    rows.append(row);
    rows.hidden = false;
    show(job, box.dataset.queued);
    jobs.push(job);
    turn = turn.then(() => (job.stop.signal.aborted ? null : send(job)));
  };
  const onChange = (event) => {
    const input = event.target;
    const box = input.closest("[data-upload]");
    if (!input.multiple && input.files.length) {
      for (const job of jobs.filter((other) => other.box === box && other.row.isConnected)) drop(job);
      box.querySelector("[data-upload-rows]").replaceChildren();
    }
    for (const file of input.files) add(box, file);
    input.value = "";
  };
  const onSubmit = (event) => {
    const waiting = jobs.find((job) => !job.isOver && event.target.contains(job.row));
    if (!waiting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(waiting.box.dataset.wait);
    waiting.row.querySelector("[data-status]").textContent = waiting.box.dataset.wait;
    waiting.row.querySelector("[data-remove]").focus();
  };
  const prepare = (input) => {
    if (!input.name) return;
    input.removeAttribute("name");
    input.addEventListener("change", onChange);
    input.closest("form").addEventListener("submit", onSubmit, true);
  };
  const prepareAll = (within) => { for (const input of within.querySelectorAll("input[data-resumable]")) prepare(input); };
  prepareAll(document);
  document.addEventListener("htmx:afterSwap", (event) => prepareAll(event.detail.target));
})();
