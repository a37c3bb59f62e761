"""RFC 6455 byte by byte: a client that says exactly what a test wants said."""

import os
import re
import shutil
import socket
import struct
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(os.environ.get("GREENROOM_BIN", ROOT / ".build/release"))
KEY = "dGhlIHNhbXBsZSBub25jZQ=="
ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
PATIENCE = 30
COMPILER = shutil.which("cc") or "clang"


class Running:
    """A server as a process of its own on a free port."""

    def __init__(self, *command, environment=None, errors=os.devnull):
        with open(errors, "w") as log:
            self.process = subprocess.Popen(
                [str(part) for part in command], stdout=subprocess.PIPE, stderr=log, text=True,
                env={**os.environ, **(environment or {})})
        for line in self.process.stdout:
            if found := re.search(r"://[^/\s]*:(\d+)", line):
                self.port = int(found.group(1))
                return
        raise AssertionError("the server did not start")

    def stop(self):
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def memory(self):
        """Resident bytes."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def own_memory(self):
        """Resident bytes that are no pages of the program's file or of libraries, which others share."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"RssAnon:\s+(\d+) kB", status).group(1)) * 1024

    def most_memory(self):
        """The most bytes that were ever resident."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1)) * 1024


class Echo(Running):
    path = "/"
    protocol = None
    limit = 16 * 1024 * 1024

    def __init__(self):
        super().__init__(PROGRAMS / "echo-server", "--port", 0)


class Greenroom(Running):
    path = "/ws"
    protocol = "greenroom.v1"
    limit = 256 * 1024

    def __init__(self, data, *options, under=(), **running):
        """`under`: a program that starts the server, with its arguments."""
        super().__init__(
            *under, PROGRAMS / "greenroom", "serve", "--port", 0, "--data", data, "--public", ROOT / "Public", *options,
            **running)


def frame(opcode, payload=b"", fin=True, rsv=0, masked=True, width=None, mask=b"\x37\xfa\x21\x3d"):
    """One frame (§5.2); `width` forces 7, 16 or 64 bits for the length."""
    first = (0x80 if fin else 0) | rsv << 4 | opcode
    length = len(payload)
    width = width or (7 if length < 126 else 16 if length < 65536 else 64)
    bit = 0x80 if masked else 0
    head = bytes([first]) + {
        7: lambda: bytes([bit | length]),
        16: lambda: bytes([bit | 126]) + struct.pack(">H", length),
        64: lambda: bytes([bit | 127]) + struct.pack(">Q", length),
    }[width]()
    if not masked:
        return head + payload
    repeated = (mask * (length // 4 + 1))[:length]
    body = (int.from_bytes(payload, "big") ^ int.from_bytes(repeated, "big")).to_bytes(length, "big")
    return head + mask + body


def closing(code=None, reason=b""):
    return frame(8, b"" if code is None else struct.pack(">H", code) + reason)


class Peer:
    def __init__(self, server, open=True, forwarded=None, **headers):
        """`forwarded`: for whom a proxy would say it speaks."""
        self.server, self.unread = server, b""
        if forwarded:
            headers["X-Forwarded-For"] = forwarded
        self.socket = socket.create_connection(("127.0.0.1", server.port), PATIENCE)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if open:
            status, headers = self.ask(self.handshake(**headers))
            assert status == 101, status
            assert headers["sec-websocket-accept"] == ACCEPT

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def handshake(self, line=None, without=(), **changed):
        """A sound request for an upgrade; a header is left out, changed or added by name (`_` for `-`)."""
        headers = {
            "Host": f"127.0.0.1:{self.server.port}", "Upgrade": "websocket", "Connection": "Upgrade",
            "Sec-WebSocket-Key": KEY, "Sec-WebSocket-Version": "13",
        }
        if self.server.protocol:
            headers["Sec-WebSocket-Protocol"] = self.server.protocol
        headers.update({name.replace("_", "-"): value for name, value in changed.items()})
        lines = [f"{name}: {value}" for name, value in headers.items() if name not in without]
        return "\r\n".join([line or f"GET {self.server.path} HTTP/1.1", *lines, "", ""]).encode("latin-1")

    def ask(self, request):
        self.send(request)
        return self.answer()

    def answer(self):
        """Status and headers; 0 where the connection ended without an answer."""
        while b"\r\n\r\n" not in self.unread:
            more = self.receive()
            if not more:
                return 0, {}
            self.unread += more
        head, _, self.unread = self.unread.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        headers = dict(line.lower().split(": ", 1) if ": " in line else (line, "") for line in lines[1:])
        exact = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
        headers |= {name.lower(): value for name, value in exact.items()}
        return int(lines[0].split()[1]), headers

    def send(self, *pieces):
        try:
            for piece in pieces:
                self.socket.sendall(piece)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def receive(self):
        try:
            return self.socket.recv(1 << 16)
        except ConnectionResetError:
            return b""

    def _bytes(self, count):
        while len(self.unread) < count:
            more = self.receive()
            if not more:
                return None
            self.unread += more
        taken, self.unread = self.unread[:count], self.unread[count:]
        return taken

    def frame(self):
        """(fin, rsv, opcode, payload) of the next frame; None at the end."""
        head = self._bytes(2)
        if head is None:
            return None
        assert not head[1] & 0x80, "a server's frame is not masked (§5.1)"
        length = head[1]
        if length > 125:
            size = {126: 2, 127: 8}[length]
            length = int.from_bytes(self._bytes(size), "big")
            assert length > {2: 125, 8: 65535}[size], "the shortest form of a length (§5.2)"
        return bool(head[0] & 0x80), head[0] >> 4 & 7, head[0] & 15, self._bytes(length)

    def message(self):
        """(opcode, payload) of the next message, fragments joined; control frames on their own."""
        opcode, payload = None, b""
        while (next := self.frame()) is not None:
            fin, rsv, kind, piece = next
            assert rsv == 0
            if kind >= 8:
                assert fin and len(piece) <= 125
                return kind, piece
            opcode, payload = opcode or kind, payload + piece
            if fin:
                return opcode, payload
        return None

    def end(self):
        """The code of the closing frame, 1005 if it has none, None if there was no closing frame; and that the
        connection ends."""
        code = None
        while (next := self.message()) is not None:
            if next[0] == 8:
                assert code is None, "one closing frame (§5.5.1)"
                code = int.from_bytes(next[1][:2], "big") if next[1] else 1005
                next[1][2:].decode()
                self.send(closing(code if code != 1005 else None))
                try:
                    # A server that has stopped in the middle of a frame sees the end sooner than the answer.
                    self.socket.shutdown(socket.SHUT_WR)
                except OSError:
                    pass
        return code
