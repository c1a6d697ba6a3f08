import type { Extractor } from "../extractor.ts";
import { textStart } from "../text/text-start.ts";
import { propertyRecords } from "./property-records.ts";

/** Calendars and invitations (RFC 5545). */
export const icalendarExtractor: Extractor = {
  format: "iCalendar",
  matches: (head) => /^\s*BEGIN:VCALENDAR\s/i.test(textStart(head) ?? ""),
  extract: propertyRecords,
};
