"""Faults on demand for a server that runs: calls that write to its data folder fail, its clock jumps. See faults.c."""

import errno
import mmap
import struct
import subprocess
from pathlib import Path

from wire import COMPILER, Greenroom


class Faults:
    """The control of faults.c, shared with the server."""

    FIELDS = ["until", "lasting", "reason", "failed", "wall"]

    def __init__(self, folder):
        self.library, self.file = Path(folder) / "faults.so", Path(folder) / "control"
        source = Path(__file__).with_name("faults.c")
        subprocess.run([COMPILER, "-std=gnu11", "-shared", "-fPIC", "-O2", "-o", self.library, source], check=True)
        self.file.write_bytes(struct.pack("5q", -1, 0, errno.EIO, 0, 0))
        with self.file.open("r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 40)

    def __getitem__(self, field):
        return struct.unpack_from("q", self.memory, self.FIELDS.index(field) * 8)[0]

    def __setitem__(self, field, value):
        struct.pack_into("q", self.memory, self.FIELDS.index(field) * 8, value)

    def fail(self, after, reason=errno.EIO, lasting=False):
        """The call after so many others fails; all that follow as well, where it lasts."""
        self["reason"], self["lasting"] = reason, int(lasting)
        self["until"] = after

    def mend(self):
        self["until"] = -1

    def server(self, data, *options):
        return Greenroom(data, "--rate-factor", 1000, *options, environment={
            "LD_PRELOAD": str(self.library), "FAULTS_CONTROL": str(self.file), "FAULTS_FOLDER": str(data)})
