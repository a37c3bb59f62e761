"""The real server as a process of its own, and clients that know only the protocol's description."""

import json
import os
import re
import signal
import socket
import subprocess
import threading
import urllib.request
import uuid
from pathlib import Path

from websockets.sync.client import connect

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("GREENROOM_BIN", ROOT / ".build/release")) / "greenroom"
SHAPES = ROOT / "Tests/Fixtures/SeedShapes"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`greenroom serve` on any free port; starts again on the same port and the same data."""

    def __init__(self, data, *options, port=None, environment=None):
        self.data, self.options = Path(data), options
        self.port = port or 0
        self.environment = environment or {}
        self.process = None
        self.lines, self.log = [], []
        self.start()

    def start(self):
        command = [PROGRAM, "serve", "--port", str(self.port), "--data", self.data, "--public", ROOT / "Public"]
        self.process = subprocess.Popen(
            [str(part) for part in [*command, *self.options]],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, **self.environment})
        self.lines, self.log = [], []
        reader = threading.Thread(target=self._read_log, args=(self.process.stderr, self.log), daemon=True)
        reader.start()
        # The start-up lines end with the data folder; then the port is open.
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            if line.strip().startswith("data"):
                self.port = int(self.url.rpartition(":")[2])
                return
        self.process.wait()
        reader.join()
        raise AssertionError(f"the server did not start: {''.join(self.log)}")

    @staticmethod
    def _read_log(stream, log):
        for line in stream:
            log.append(line)

    @property
    def url(self):
        address = next(re.search(r"https?://\S+", line) for line in self.lines if "open" in line)
        return address.group(0)

    @property
    def socket_url(self):
        return self.url.replace("http", "ws", 1) + "/ws"

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        """In order; the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self):
        """Until it has ended by itself; the exit status."""
        status = self.process.wait(timeout=20)
        self.process.stdout.close()
        return status

    def get(self, path, method="GET", headers=None):
        request = urllib.request.Request(self.url + path, method=method, headers=headers or {})
        try:
            return urllib.request.urlopen(request, timeout=10)
        except urllib.error.HTTPError as error:
            return error


def new_ref():
    return str(uuid.uuid4())


class Client:
    """A candidate who knows the schema and nothing else. Holds every message against it."""

    def __init__(self, server, schema=None, **options):
        self.schema = schema
        self.connection = connect(
            server.socket_url, subprotocols=["greenroom.v1"], max_size=None, open_timeout=10, **options)
        self.socket = self.connection.__enter__()
        self.welcome = self.hear()
        assert self.welcome["type"] == "welcome"

    def say(self, **message):
        if self.schema:
            self.schema.check("clientMessage", message)
        self.socket.send(json.dumps(message))

    def hear(self, timeout=10):
        message = json.loads(self.socket.recv(timeout=timeout))
        if self.schema:
            self.schema.check("serverMessage", message)
        return message

    def hear_until(self, *types):
        """Everything up to the first message of one of these types."""
        heard = [self.hear()]
        while heard[-1]["type"] not in types:
            heard.append(self.hear())
        return heard

    def ask(self, type, *, until=None, **fields):
        """Sends a request and returns the message that answers it."""
        self.say(type=type, ref=fields.pop("ref", None) or new_ref(), **fields)
        return self.hear_until(*(until or ()), "refused")[-1]

    def open(self, count=3, topics=(), seed="test", pace="instant"):
        opened = self.ask(
            "open", topics=list(topics), count=count, seed=seed, pace=pace, until=["opened"])
        assert opened["type"] == "opened", opened
        return opened

    def close(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
