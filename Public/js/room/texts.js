// What the room's pages say, in the language of whoever reads it.

import { language, texts as common } from "../texts.js";

const { texts: own } = await (language === "de" ? import("../texts/room/de.js") : import("../texts/room/en.js"));

export const texts = { ...own, common };
