// Reads a page aloud: sentence by sentence where the page has them (`.s`), else block by block, and marks what it reads.
// Fetched by vorlesen.js at the first press of its button. Never uses a voice from the network: what people read is nobody's
// business. Stores nothing.
const BLOCK = ".s,h1,h2,h3,h4,h5,h6,p,li,dt,dd,th,td,caption,figcaption,summary,blockquote";
const SILENT = "nav,pre,svg,[aria-hidden=true],[role=doc-noteref],[role=doc-backlink],.perma,.credit";

/** What a press of `button` does; `box` holds it and gets the button that stops, `voice()` gives a voice of the device. */
export function reader(box, button, voice) {
  const synth = window.speechSynthesis;
  const main = document.querySelector("main");
  const start = button.textContent;
  const stop = document.createElement("button");
  stop.type = "button";
  stop.textContent = "Stopp";
  stop.hidden = true;
  box.append(stop);
  let parts = [];
  let at = 0;
  let current = null;

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
    for (const part of found) part.text = part.text.replace(/[\u00ad\u200b]/g, "").replace(/\s+/g, " ").trim();
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
    button.textContent = current ? "Pause" : open ? "Weiter vorlesen" : start;
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
    words.voice = voice();
    words.lang = words.voice.lang;
    if (document.documentElement.dataset.easy) words.rate = 0.9;
    words.onend = () => { if (words === current) { at += 1; speak(); } };
    words.onerror = () => { if (words === current) end(); };
    mark(part.block);
    synth.speak(words);
  };

  stop.addEventListener("click", end);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && parts.length) end(); });
  addEventListener("pagehide", quiet);
  return () => {
    if (current) {
      // A pause ends the sentence, and going on begins it again: some voices cannot go on in the middle.
      quiet();
    } else {
      if (!parts.length) { parts = collect(); at = 0; }
      speak();
    }
    show();
  };
}
