// Reads a page aloud: sentence by sentence where the page has them (`.s`), else block by block, and marks what it reads.
// Optional: without script, or without a voice for the page's language on the device itself, nothing of it is seen. Never
// uses a voice from the network: what people read is nobody's business. Stores nothing.
(() => {
  const synth = window.speechSynthesis;
  const box = document.querySelector(".read-aloud");
  const main = document.querySelector("main");
  if (!synth || !box || !main) return;
  const button = box.querySelector("[data-read-aloud]");
  const stop = box.querySelector("[data-read-stop]");
  const start = button.textContent;
  const { lang, dataset } = document.documentElement;
  const BLOCK = ".s,h1,h2,h3,h4,h5,h6,p,li,dt,dd,th,td,caption,figcaption,summary,blockquote";
  const SILENT = "nav,pre,svg,[aria-hidden=true],[role=doc-noteref],[role=doc-backlink],.perma,.credit";
  let voice;
  let parts = [];
  let at = 0;
  let current = null;

  const find = () => {
    const own = synth.getVoices().filter((v) => v.localService && v.lang.slice(0, 2).toLowerCase() === lang.slice(0, 2));
    voice = own.find((v) => v.default) || own[0];
    box.hidden = !voice && !parts.length;
  };

  // Each text belongs to the nearest block around it, so that nothing is read twice and nothing is left out.
  const collect = () => {
    const found = [];
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const around = walk.currentNode.parentElement;
      if (around.closest(SILENT) || !around.getClientRects().length) continue;
      const block = around.closest(BLOCK) || around;
      const last = found[found.length - 1];
      if (last && last.block === block) last.text += walk.currentNode.data;
      else found.push({ block, text: walk.currentNode.data });
    }
    for (const part of found) part.text = part.text.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
    return found.filter((part) => /[\p{L}\p{N}]/u.test(part.text));
  };

  const mark = (block) => {
    for (const old of main.querySelectorAll(".reading")) old.classList.remove("reading");
    if (!block) return;
    block.classList.add("reading");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    block.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  };

  const show = () => {
    const open = parts.length > 0;
    button.textContent = current ? button.dataset.pause : open ? button.dataset.resume : start;
    if (!open && document.activeElement === stop) button.focus();
    stop.hidden = !open;
    box.classList.toggle("on", open);
  };

  // A new `current` first: what the old one still reports counts no more.
  const quiet = () => { current = null; synth.cancel(); };
  const end = () => { quiet(); parts = []; mark(null); show(); };

  const speak = () => {
    const part = parts[at];
    if (!part) return end();
    const words = new SpeechSynthesisUtterance(part.text);
    current = words;
    words.voice = voice;
    words.lang = voice.lang;
    if (dataset.easy) words.rate = 0.9;
    words.onend = () => { if (words === current) { at += 1; speak(); } };
    words.onerror = () => { if (words === current) end(); };
    mark(part.block);
    synth.speak(words);
  };

  button.addEventListener("click", () => {
    if (current) {
      // A pause ends the sentence, and going on begins it again: some voices cannot go on in the middle.
      quiet();
    } else {
      if (!parts.length) { parts = collect(); at = 0; }
      speak();
    }
    show();
  });
  stop.addEventListener("click", end);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && parts.length) end(); });
  addEventListener("pagehide", quiet);
  if (synth.addEventListener) synth.addEventListener("voiceschanged", find);
  find();
})();
