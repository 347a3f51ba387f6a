// Shows a button where the device has a voice of its own for this page; lesen.js, fetched at its first press, reads.
(() => {
  const synth = window.speechSynthesis;
  const bar = document.querySelector(".who .in");
  const { readAloud } = document.currentScript.dataset;
  if (!synth || !bar) return;
  const lang = document.documentElement.lang.slice(0, 2);
  const box = document.createElement("div");
  const button = document.createElement("button");
  box.className = "read-aloud";
  box.lang = "de";
  button.type = "button";
  button.textContent = "Vorlesen";
  box.append(button);
  let voice;
  let reading;
  button.addEventListener("click", () => {
    reading ||= import(readAloud).then((file) => file.reader(box, button, () => voice));
    reading.then((press) => press(), () => { reading = null; });
  });
  const find = () => {
    const own = synth.getVoices().filter((v) => v.localService && v.lang.slice(0, 2).toLowerCase() === lang);
    voice = own.find((v) => v.default) || own[0] || voice;
    if (voice) bar.append(box);
  };
  synth.addEventListener?.("voiceschanged", find);
  find();
})();
