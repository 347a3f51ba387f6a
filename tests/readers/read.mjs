// Reads calendar files with ical.js and writes what it finds as JSON: { file: [event] }. The time zone is the file's own.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../browser/package.json", import.meta.url));
const module = await import(require.resolve("ical.js"));
const ICAL = module.default;

const [root, ...files] = process.argv.slice(2);
const utc = (time) =>
  time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString().replace(".000Z", "Z");

const out = {};
for (const file of files) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(`${root}/${file}`, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  out[file] = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    // endDate makes one up where there is none.
    const end = component.getFirstProperty("dtend");
    return {
      uid: event.uid,
      start: utc(event.startDate),
      end: end ? utc(event.endDate) : null,
      status: component.getFirstPropertyValue("status"),
      sequence: event.sequence,
      location: event.location,
    };
  });
}
process.stdout.write(JSON.stringify(out));
