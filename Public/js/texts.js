// Every word the page says, in the language of whoever reads it: chosen once, or else the browser's.
// Each language is a file of its own under texts/, all with the same keys.

export const languages = { en: "English", de: "Deutsch" };

const key = "greenroom.language";

export const language = chosen() ?? preferred() ?? "en";

export const { texts } = await (language === "de" ? import("./texts/de.js") : import("./texts/en.js"));

/** Keeps the choice on this device. It holds from the next load of the page on. */
export function chooseLanguage(name) {
  try { localStorage.setItem(key, name); } catch { return false; }
  tellServer(name);
  return true;
}

/** The pages that the server writes are in the same language. */
function tellServer(name) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `greenroom_language=${name}; Path=/; Max-Age=34560000; SameSite=Lax${secure}`;
}

function chosen() {
  try {
    const name = localStorage.getItem(key);
    return Object.hasOwn(languages, name) ? name : null;
  } catch {
    return null;
  }
}

function preferred() {
  return navigator.languages?.map((tag) => tag.toLowerCase().split("-")[0]).find((name) => Object.hasOwn(languages, name));
}
