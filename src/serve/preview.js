// Reloads the page after each build; only the preview has it.
const source = new EventSource("/.klartext/events");
source.addEventListener("neu", () => location.reload());
// The preview was started again: look at what it shows now.
let lost = false;
source.onerror = () => { lost = true; };
source.onopen = () => { if (lost) location.reload(); };
