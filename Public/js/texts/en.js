// English.

import { texts as doors } from "./en/doors.js";
import { texts as feedback } from "./en/feedback.js";
import { texts as interview } from "./en/interview.js";
import { texts as report } from "./en/report.js";
import { texts as site } from "./en/site.js";
import { texts as start } from "./en/start.js";

export const texts = { ...site, ...doors, ...start, ...interview, ...feedback, ...report };
