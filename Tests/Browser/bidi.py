"""A browser by WebDriver BiDi alone (https://w3c.github.io/webdriver-bidi/): Firefox speaks it without a driver."""

import itertools
import json
import subprocess
import threading

from websockets.sync.client import connect

KEYS = {"enter": "\ue007", "control": "\ue009"}


class Firefox:
    def __init__(self, program, profile):
        self.process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0", "about:blank"],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        said = []
        for line in self.process.stderr:
            said.append(line)
            if "WebDriver BiDi listening on " in line:
                address = line.split(" on ")[1].strip()
                break
        else:
            raise AssertionError("Firefox did not start: " + "".join(said))
        # Whatever else it has to say must not fill the pipe.
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        self.connection = connect(address + "/session", max_size=None)
        self.socket = self.connection.__enter__()
        self.numbers = itertools.count(1)
        self.ask("session.new", capabilities={})
        self.context = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def ask(self, method, **params):
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv(timeout=30))
            if answer.get("id") == number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def get(self, url):
        self.ask("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def refresh(self):
        self.ask("browsingContext.reload", context=self.context, wait="complete")

    def run(self, script):
        """What an expression comes to: text, number, truth or nothing."""
        said = self.ask(
            "script.evaluate", expression=script, target={"context": self.context}, awaitPromise=True)
        assert said["type"] == "success", said
        return said["result"].get("value")

    def click(self, selector):
        [node] = self.ask(
            "browsingContext.locateNodes", context=self.context,
            locator={"type": "css", "value": selector}, maxNodeCount=1)["nodes"]
        self.ask("script.callFunction", functionDeclaration="(one) => one.scrollIntoView({block: 'center'})",
                 arguments=[{"sharedId": node["sharedId"]}], target={"context": self.context}, awaitPromise=False)
        origin = {"type": "element", "element": {"sharedId": node["sharedId"]}}
        self.ask("input.performActions", context=self.context, actions=[{
            "type": "pointer", "id": "mouse", "actions": [
                {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
                {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]}])

    def write(self, text):
        self.press(*text)

    def press(self, *keys):
        self.ask("input.performActions", context=self.context, actions=[{
            "type": "key", "id": "keys", "actions": [
                {"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]}])

    def quit(self):
        try:
            self.ask("browser.close")
            self.process.wait(timeout=10)
        except Exception:
            self.process.kill()
        self.process.wait()
