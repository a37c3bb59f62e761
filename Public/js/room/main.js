// Wires the room's page: the address says which room or which way in, the app says what is in it.

import { announce } from "../announce.js";
import { button, focusOn, h, setText } from "../dom.js";
import { icon } from "../icons.js";
import { showLanguage } from "../language.js";
import { navigation } from "../navigation.js";
import { Store, browserStorage } from "../store.js";
import { RoomApp } from "./app.js";
import { roomLine } from "./room-line.js";
import { keepFor } from "./seats.js";
import { isHost } from "./state.js";
import { texts } from "./texts.js";
import { goneView, loadingView } from "./views/gone.js";
import { hostView } from "./views/host.js";
import { joinView } from "./views/join.js";
import { lobbyView } from "./views/lobby.js";
import { overView } from "./views/over.js";
import { runView } from "./views/run.js";
import { screenView } from "./views/screen.js";

const main = document.getElementById("main");
const line = document.getElementById("connection");
const notices = document.getElementById("notices");
const ways = navigation(document.getElementById("ways"));

const url = new URL("ws", document.baseURI);
url.protocol = url.protocol.replace("http", "ws");
url.search = url.hash = "";

let shown = { name: null, view: null };
let way = { view: "join" };
let isScreen = false;

const app = new RoomApp({
  url,
  changed: render,
  practising: (interview, token) => {
    new Store(browserStorage()).saveInterview(interview, { token });
    location.assign(`./#interview=${interview}`);
  },
  entered: (interview) => history.replaceState(null, "", `#room=${interview}${isScreen ? "&screen" : ""}`),
});

/** `#host`, `#room=ID`, `#screen=CODE`, `#CODE` or nothing. */
function readAddress() {
  const text = decodeURIComponent(location.hash.replace(/^#/, ""));
  const fields = new URLSearchParams(text);
  isScreen = fields.has("screen");
  keepFor(isScreen ? "screen" : "person");
  if (fields.get("room")) return { view: "room", interview: fields.get("room") };
  if (fields.get("screen")) return { view: "screen", code: fields.get("screen") };
  if (text === "host") return { view: "host" };
  return { view: "join", code: text };
}

function viewOf() {
  const { room } = app;
  if (!room) return way.view === "host" ? ["host", hostView] : ["join", joinView];
  if (room.phase === "gone") return ["gone", goneView];
  // What there is to see depends on the role, which the list of seats tells.
  if (!app.isLoaded || room.role === null) return ["loading", loadingView];
  if (isScreen) return ["screen", screenView];
  if (room.phase === "ended") return [isHost(room) ? "over host" : "over", overView];
  if (room.phase === "lobby") return [isHost(room) ? "lobby host" : "lobby", lobbyView];
  return [isHost(room) ? "run host" : "run", runView];
}

function render() {
  showConnection();
  showNotice();
  const isInside = app.isLoaded && app.room?.role && (app.room?.phase === "lobby" || app.room?.phase === "asking");
  ways.show(app.room ? null : way.view === "host" ? "host" : "join", !isInside && app.welcome !== null);
  inRoom.update(Boolean(isInside));
  const [name, make] = viewOf();
  document.body.dataset.view = name.split(" ")[0];
  const full = `${name} ${app.room?.interview ?? way.code ?? ""}`;
  if (full !== shown.name) {
    const isFirst = shown.name === null;
    shown.view?.leave?.();
    shown = { name: full, view: make(app, way) };
    main.replaceChildren(shown.view.element);
    shown.view.update();
    if (!isFirst) {
      window.scrollTo({ top: 0 });
      const heading = shown.view.element.querySelector("h1");
      // A view that waits for words has put the focus where they go.
      if (heading && !main.contains(document.activeElement)) focusOn(heading);
    }
  } else {
    shown.view.update();
  }
  const title = `${shown.view.title()} · ${texts.common.name}`;
  if (document.title !== title) document.title = title;
}

const inRoom = roomLine(app, document.getElementById("room-line"));

let wasOnline = null;
let wasRefused = null;

/** The connection speaks only when something is wrong with it. */
function showConnection() {
  const { isOnline, hasFailed, refusal } = app.connection;
  if (isOnline === wasOnline && refusal === wasRefused) return;
  const words = texts.common.connection;
  if (refusal && refusal !== wasRefused) announce(words.refused(refusal));
  wasRefused = refusal;
  line.dataset.state = isOnline ? "online" : refusal ? "refused" : "reconnecting";
  if (!isOnline && wasOnline) {
    line.dataset.lost = "true";
    announce(words.lost);
  }
  if (isOnline && wasOnline === false && line.dataset.lost) announce(words.backSaid);
  setText(line, refusal ? words.refused(refusal) : isOnline ? words.online : hasFailed || line.dataset.lost ? words.reconnecting : words.connecting);
  wasOnline = isOnline;
}

let lastNotice = null;

function showNotice() {
  if (app.notice === lastNotice) return;
  lastNotice = app.notice;
  if (!lastNotice) return notices.replaceChildren();
  notices.replaceChildren(h("div", { class: "notice", data: { testid: "notice" } }, h("p", {}, lastNotice.text),
    button(icon("close"), { class: "plain small", "aria-label": texts.common.dismiss, press: () => app.dismiss() })));
  announce(lastNotice.text);
}

function route() {
  way = readAddress();
  if (way.view === "room" && app.room?.interview === way.interview) return;
  app.leave();
  if (way.view === "room" && !app.comeBack(way.interview)) way = { view: "join", code: "", isLost: true };
  if (way.view === "screen") app.join(way.code, { role: "spectator" });
  render();
}

window.addEventListener("popstate", route);
window.addEventListener("hashchange", route);
document.getElementById("skip-link").addEventListener("click", (event) => {
  event.preventDefault();
  focusOn(main.querySelector("h1") ?? main);
});
showLanguage(async () => true);
route();
app.connection.start();
