// Deutsch.

import { texts as doors } from "./de/doors.js";
import { texts as feedback } from "./de/feedback.js";
import { texts as interview } from "./de/interview.js";
import { texts as report } from "./de/report.js";
import { texts as site } from "./de/site.js";
import { texts as start } from "./de/start.js";

export const texts = { ...site, ...doors, ...start, ...interview, ...feedback, ...report };
