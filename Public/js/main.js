// Wires the page: the address says which view, the app says what is in it.

import { announce } from "./announce.js";
import { App } from "./app.js";
import { ask } from "./dialog.js";
import { h, button, focusOn, setText } from "./dom.js";
import { icon } from "./icons.js";
import { listenForKeys, showKeys } from "./keys.js";
import { showLanguage } from "./language.js";
import { navigation } from "./navigation.js";
import { passOverSecondPresses } from "./second-press.js";
import { interviewFragment, readFragment } from "./setup.js";
import { Store, browserStorage } from "./store.js";
import { texts } from "./texts.js";
import { goneView } from "./views/interview/gone.js";
import { interviewView } from "./views/interview/interview.js";
import { showHelp } from "./views/interview/options.js";
import { reportView } from "./views/report/report.js";
import { startView } from "./views/start/start.js";

const main = document.getElementById("main");
const line = document.getElementById("connection");
const notices = document.getElementById("notices");
const views = { start: startView, interview: interviewView, report: reportView, gone: goneView };

const url = new URL("ws", document.baseURI);
url.protocol = url.protocol.replace("http", "ws");
url.search = url.hash = "";

passOverSecondPresses();
const ways = navigation(document.getElementById("ways"));

let shown = { name: null, view: null };
let isReady = false;
const app = new App({
  url, store: new Store(browserStorage()),
  navigate: (interview) => history.pushState(null, "", interviewFragment(interview)),
  changed: render,
});

function viewName() {
  if (!app.interview) return "start";
  if (app.isGone) return "gone";
  return app.interview.ended && app.isLoaded ? "report" : "interview";
}

function render() {
  if (!isReady) return;
  showConnection();
  showNotice();
  ways.show(app.interview ? null : "practise", app.welcome !== null && viewName() !== "interview",
    app.welcome?.hosting !== undefined);
  const name = `${viewName()} ${app.interview?.id ?? ""}`;
  const isFirst = shown.name === null;
  if (name !== shown.name) {
    shown.view?.leave?.();
    const view = views[viewName()](app);
    shown = { name, view };
    main.replaceChildren(view.element);
    view.update();
    // The page's own first focus belongs to the browser; later views start at their heading.
    if (!isFirst) {
      window.scrollTo({ top: 0 });
      const heading = view.element.querySelector("h1");
      if (view.focus) view.focus();
      else if (heading) focusOn(heading);
    }
  } else {
    shown.view.update();
  }
  showKeys(app.store);
  const title = texts.newTitle(shown.view.title());
  if (document.title !== title) document.title = title;
}

let wasOnline = null;
let wasRefused = null;
let fading = null;

function showConnection() {
  const { isOnline, refusal } = app.connection;
  if (isOnline === wasOnline && refusal === wasRefused) return;
  if (refusal && refusal !== wasRefused) announce(texts.connection.refused(refusal));
  wasRefused = refusal;
  line.dataset.state = isOnline ? "online" : refusal ? "refused" : "reconnecting";
  const isBack = isOnline && wasOnline === false && line.dataset.lost === "true";
  clearTimeout(fading);
  if (!isOnline && wasOnline) {
    line.dataset.lost = "true";
    announce(texts.connection.lost);
  }
  if (isBack) announce(texts.connection.backSaid);
  const { connecting, online, reconnecting, back } = texts.connection;
  setText(line, refusal ? texts.connection.refused(refusal) : isBack ? back : isOnline ? online : line.dataset.lost ? reconnecting : connecting);
  if (isBack) fading = setTimeout(() => setText(line, online), 4000);
  wasOnline = isOnline;
}

let lastNotice = null;

function showNotice() {
  if (app.notice === lastNotice) return;
  lastNotice = app.notice;
  if (!lastNotice) return notices.replaceChildren();
  notices.replaceChildren(h("div", { class: "notice", data: { testid: "notice" } }, h("p", {}, lastNotice.text),
    button(icon("close"), { class: "plain small", "aria-label": texts.dismiss, press: () => app.dismiss() })));
  announce(lastNotice.text);
}

/** Follows the address; a changed set-up in it is a new start view. */
function route() {
  const target = readFragment(location.hash);
  if (target.view === "start" && !app.interview) shown = { name: shown.name === null ? null : "", view: shown.view };
  app.show(target.view === "interview" ? target.interview : null);
  render();
}

window.addEventListener("popstate", route);
window.addEventListener("storage", (event) => {
  if (event.key?.startsWith("greenroom.")) app.storeChanged();
});
document.getElementById("skip-link").addEventListener("click", (event) => {
  // The address belongs to the views, so the jump is made by hand.
  event.preventDefault();
  focusOn(main.querySelector("h1") ?? main);
});

listenForKeys(app.store, () => showHelp(app));
showLanguage(async () => {
  const { languageTitle: title, languageText: text, languageProceed: proceed } = texts.own;
  return !app.start.own.document || ask({ title, text, proceed, stay: texts.dialog.cancel });
});
isReady = true;
route();
app.connection.start();
