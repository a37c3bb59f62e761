"""A line between browser and server that behaves badly, and in the same way for the same seed.

It knows of WebSockets what a bad line needs: where a message begins and ends. TCP neither loses nor reorders, so
whatever is lost, the connection is cut soon after. Most often what follows a lost message is lost with it; that it
still arrives takes a broken program in between, and happens here too.
"""

import asyncio
import socket
import struct
import threading
from collections import Counter

from weather import DOWN, UP

CLOSE = bytes([0x88, 0x82, 0, 0, 0, 0]) + struct.pack(">H", 1000)  # masked with zeros


class Cut(Exception):
    """The connection ends here, and not because either side wished it."""


class Line:
    """One WebSocket connection through the proxy."""

    def __init__(self, proxy, number, doom, browser, server):
        self.proxy, self.number, self.doom = proxy, number, doom
        self.browser, self.server = browser, server  # (reader, writer)
        self.mute, self.is_dying = set(), asyncio.Event()
        self.late, self.overtaken = b"", 0
        self.is_over = asyncio.Event()

    async def carry(self):
        tasks = [
            asyncio.create_task(self._pump(UP, self.browser[0], self.server[1])),
            asyncio.create_task(self._pump(DOWN, self.server[0], self.browser[1])),
            asyncio.create_task(self._die()),
        ]
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        is_cut = any(isinstance(task.exception(), Cut) for task in done)
        hang_up(self.browser[1], is_cut and self.doom.is_abrupt)
        try:
            if is_cut and (self.late or not self.doom.is_told):
                self.proxy.ghosts.append(self)
                while await self.server[0].read(65536):
                    pass
        finally:
            hang_up(self.server[1], is_cut and self.doom.is_abrupt)
            self.is_over.set()

    async def _pump(self, direction, reader, writer):
        index = 0
        while True:
            message, is_control = await read_message(reader)
            if direction in self.mute:
                continue
            if is_control:
                writer.write(message)
                continue
            weather = self.proxy.weather
            if weather and self.doom and (self.doom.direction, self.doom.at) == (direction, index):
                await self._meet_doom(direction, message, writer)
                index += 1
                continue
            delay, times = weather.stutter(self.number, direction, index) if weather else (0, 1)
            self.proxy.counts.update({"delay": delay > 0, "duplicate": times - 1})
            await asyncio.sleep(delay)
            writer.write(message * times)
            await writer.drain()
            if direction == UP:
                self.proxy.overtake()
            index += 1

    async def _meet_doom(self, direction, message, writer):
        kind = self.doom.kind
        self.proxy.counts[kind] += 1
        if kind == "cut after":
            writer.write(message)
        elif kind == "truncate":
            writer.write(message[:int(len(message) * self.doom.share)])
        elif kind == "late":
            self.late = message
        else:
            self.mute = {"drop": set(), "lose": {direction}, "blackhole": {UP, DOWN}}[kind]
            return self.is_dying.set()
        await writer.drain()
        raise Cut

    async def _die(self):
        """Something was lost: the connection goes on for a moment."""
        await self.is_dying.wait()
        await asyncio.sleep(self.doom.pause)
        raise Cut

    def deliver_late(self):
        self.server[1].write(self.late)
        self.late = b""


class Proxy:
    """Listens on a port of its own, in a thread of its own, and passes everything on to the server."""

    def __init__(self):
        self.target = None  # the server's port
        self.weather = None
        self.counts = Counter()
        self.asides = {}  # what is answered here instead of by the server: functions by path
        self.connections, self.lines, self.ghosts, self.tasks = 0, set(), [], set()
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.listener = self._run(asyncio.start_server(self._accept, "127.0.0.1", 0))
        self.port = self.listener.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def _run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(10)

    def storm(self, weather):
        """From the next connection on the line is what the weather makes of it."""
        async def begin():
            self.weather, self.connections = weather, 0
        self._run(begin())

    def silence(self):
        """The connections that there are take everything and deliver nothing, and nobody is told."""
        async def begin():
            for line in self.lines:
                line.mute = {UP, DOWN}
        self._run(begin())

    def heal(self):
        """The line is good again. What was under way on dead connections has arrived, and the server knows it."""
        async def end():
            self.weather = None
            for ghost in self.ghosts:
                ghost.deliver_late()
                if ghost.doom.kind == "truncate":
                    hang_up(ghost.server[1])  # in the middle of a message no other can be told
                else:
                    ghost.server[1].write(CLOSE)
                await ghost.is_over.wait()
            self.ghosts = []
        self._run(end())

    def close(self):
        async def end():
            self.listener.close()
            for task in self.tasks:
                task.cancel()
            await asyncio.gather(*self.tasks, return_exceptions=True)
        self._run(end())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    def overtake(self):
        """One more message went up: one that is late may be due."""
        for ghost in self.ghosts:
            ghost.overtaken += 1
            if ghost.overtaken == ghost.doom.after:
                ghost.deliver_late()

    async def _accept(self, reader, writer):
        self._track(asyncio.current_task())
        try:
            await self._converse(reader, writer)
        except (asyncio.IncompleteReadError, OSError):
            pass  # one side has left, as sides do
        finally:
            hang_up(writer)

    def _track(self, task):
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _converse(self, reader, writer):
        """Requests one after another, none with a body; an upgrade is the last."""
        server = None
        while not writer.is_closing():
            head = await reader.readuntil(b"\r\n\r\n")
            path, _, query = head.split(b" ", 2)[1].decode().partition("?")
            if b"upgrade: websocket" in head.lower():
                return await self._upgrade(head, reader, writer)
            if path in self.asides:
                body = self.asides[path](query).encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
                continue
            if server is None:
                server = await asyncio.open_connection("127.0.0.1", self.target)
                self._track(asyncio.create_task(copy(server[0], writer)))
            server[1].write(head)

    async def _upgrade(self, head, reader, writer):
        number, self.connections = self.connections, self.connections + 1
        doom = self.weather and self.weather.doom(number)
        if doom and doom.kind in ("refuse", "bad gateway"):
            self.counts[doom.kind] += 1
            if doom.kind == "bad gateway":
                writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
            return hang_up(writer, doom.kind == "refuse" and doom.is_abrupt)
        server = await asyncio.open_connection("127.0.0.1", self.target)
        server[1].write(head)
        writer.write(await server[0].readuntil(b"\r\n\r\n"))
        line = Line(self, number, doom, (reader, writer), server)
        self.lines.add(line)
        try:
            await line.carry()
        finally:
            self.lines.discard(line)


async def read_message(reader):
    """The frames of one message as they came, or of one control frame; and whether it is that."""
    message = b""
    while True:
        head = await reader.readexactly(2)
        length = head[1] & 0x7F
        if length > 125:
            head += await reader.readexactly(2 if length == 126 else 8)
            length = int.from_bytes(head[2:], "big")
        masked = 4 if head[1] & 0x80 else 0
        frame = head + await reader.readexactly(masked + length)
        if head[0] & 0x08:
            return frame, True
        message += frame
        if head[0] & 0x80:
            return message, False


async def copy(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    hang_up(writer)


def hang_up(writer, is_abrupt=False):
    if is_abrupt and not writer.is_closing():
        # A reset: the other side loses even what has arrived and is not read yet.
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
    else:
        writer.close()
