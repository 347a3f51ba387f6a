// Reads a page aloud with a voice of the device. Optional: without script, or without a German voice on the device
// itself, the button stays hidden. No voice from the network is ever used: what people read is nobody's business.
(() => {
  const synth = window.speechSynthesis;
  const button = document.querySelector("[data-read-aloud]");
  const main = document.querySelector("main");
  if (!synth || !button || !main) return;
  const stop = document.querySelector("[data-read-stop]");
  let voice = null;
  let parts = [];
  let at = 0;
  let state = "off";

  const find = () => {
    voice = synth.getVoices().find((v) => v.localService && v.lang.toLowerCase().startsWith("de")) || null;
    button.hidden = !voice;
  };
  // Sentences where the page has them, else blocks. What stands inside another part is read with it.
  const collect = () => {
    const all = [...main.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, caption, th, td, .s")];
    const own = all.filter((e) => e.matches(".s") || !e.querySelector(".s, p, li"));
    return own.filter((e) => e.matches(".s") || !e.closest(".s")).filter((e) => e.textContent.trim() && e.getClientRects().length);
  };
  const mark = (element) => {
    for (const old of main.querySelectorAll(".reading")) old.classList.remove("reading");
    if (!element) return;
    element.classList.add("reading");
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  };
  const show = () => {
    button.textContent = { off: "Vorlesen", on: "Pause", pause: "Weiter vorlesen" }[state];
    if (stop) stop.hidden = state === "off";
  };
  const end = () => {
    state = "off";
    at = 0;
    synth.cancel();
    mark(null);
    show();
  };
  const next = () => {
    if (state !== "on") return;
    const part = parts[at];
    if (!part) return end();
    const words = new SpeechSynthesisUtterance(part.textContent.replace(/\u00ad/g, "").trim());
    words.voice = voice;
    words.lang = voice.lang;
    words.onend = () => {
      if (state !== "on" || parts[at] !== part) return;
      at += 1;
      next();
    };
    words.onerror = (event) => {
      if (event.error !== "interrupted" && event.error !== "canceled") end();
    };
    mark(part);
    synth.speak(words);
  };
  button.addEventListener("click", () => {
    if (state === "on") {
      // A pause begins its sentence anew: some voices cannot go on in the middle.
      state = "pause";
      synth.cancel();
    } else {
      if (state === "off") parts = collect();
      state = "on";
      next();
    }
    show();
  });
  if (stop) stop.addEventListener("click", () => { end(); button.focus(); });
  window.addEventListener("pagehide", () => synth.cancel());
  synth.addEventListener?.("voiceschanged", find);
  find();
})();
