"""A PostgreSQL server of one's own, in a temporary folder and reached by a socket there."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from server import free_port

# Debian keeps the programs of each version apart.
PROGRAMS = max(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]), default=None)


class Cluster:
    """
    listen: the address on which it is reached by TCP as well.
    init: further options of initdb.
    environment: of its processes, beside the test's own.
    """

    def __init__(self, listen="", init=(), environment=None):
        self.listen, self.environment = listen, {**os.environ, **(environment or {})}
        self.port = free_port() if listen else 5432
        # The path of a socket has 107 bytes at most.
        self.folder = Path(tempfile.mkdtemp(prefix="greenroom-", dir="/tmp"))
        # postgres refuses to run as root.
        self.user = []
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
            self.user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        self.run("initdb", "-D", self.folder / "data", "-U", "greenroom", "-A", "trust", "-E", "UTF8", "--locale=C",
                 *init)
        self.control("start")

    @property
    def url(self):
        return f"postgresql:///postgres?host={self.folder}&port={self.port}&user=greenroom"

    def run(self, program, *arguments):
        command = [*self.user, PROGRAMS.parent / program, *arguments]
        done = subprocess.run([str(part) for part in command], cwd="/", text=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def control(self, what, *further):
        # What pg_ctl starts would keep a pipe of ours open.
        command = [*self.user, PROGRAMS.parent / "pg_ctl", "-s", "-w", "-D", self.folder / "data",
                   "-l", self.folder / "log",
                   "-o", f"-k {self.folder} -h '{self.listen}' -p {self.port} -c max_connections=100", what, *further]
        subprocess.run([str(part) for part in command], cwd="/", check=True, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment)

    def kill(self):
        """Ends the server as a power cut of its machine would."""
        self.control("stop", "-m", "immediate")

    def start(self):
        self.control("start")

    def ask(self, sql):
        """Rows of texts."""
        text = self.run("psql", "-X", "-q", "-A", "-t", "-F", "\t", "-d", self.url, "-c", sql)
        return [line.split("\t") for line in text.splitlines()]

    def begin(self, *statements):
        """A session of its own, which goes on."""
        command = [*self.user, PROGRAMS.parent / "psql", "-X", "-q", "-d", self.url]
        for statement in statements:
            command += ["-c", statement]
        return subprocess.Popen([str(part) for part in command], cwd="/", stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def remove(self):
        subprocess.run([*self.user, str(PROGRAMS.parent / "pg_ctl"), "-D", str(self.folder / "data"), "stop", "-m",
                        "immediate"], cwd="/", check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.rmtree(self.folder, ignore_errors=True)
