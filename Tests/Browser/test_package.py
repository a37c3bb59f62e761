"""The Debian package and the tarball, where nothing of Greenroom has ever been."""

import hashlib
import os
import re
import shlex
import shutil
import signal
import subprocess
import urllib.request
from pathlib import Path

import pytest

from server import PROGRAM, ROOT, Client, free_port

CODENAME = dict(
    line.split("=", 1) for line in Path("/etc/os-release").read_text().splitlines() if "=" in line
).get("VERSION_CODENAME") if Path("/etc/os-release").exists() else None
ANSWER = "Recall matters when misses cost more than false alarms."
DATA = "/var/lib/greenroom"


def run(*command, **options):
    done = subprocess.run(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900, **options)
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """The Debian package and the tarball of the program under test."""
    for tool in ("dpkg-buildpackage", "dh", "chrpath"):
        if not shutil.which(tool):
            pytest.skip(f"{tool} is not installed (deploy/setup package)")
    if "libswiftCore" in run("objdump", "-p", PROGRAM):
        pytest.skip("a package needs a release with Swift's libraries inside")
    out = tmp_path_factory.mktemp("packages")
    # Small is for those who fetch it.
    quick = {"DPKG_DEB_COMPRESSOR_TYPE": "gzip", "DPKG_DEB_COMPRESSOR_LEVEL": "1"}
    said = run(ROOT / "deploy/package", "--build", PROGRAM.parent, "--out", out, env={**os.environ, **quick})
    package, tarball = map(Path, said.splitlines()[-2:])
    assert [*sorted(out.iterdir())] == [package, tarball]
    return package, tarball


class System:
    """A Debian of its own in a folder, without a service manager."""

    def __init__(self, root):
        self.root = root

    def command(self, *command, user="root"):
        """It sees processes and devices as long as it runs; on this system nothing is mounted."""
        root = shlex.quote(str(self.root))
        script = f'mount --rbind /dev {root}/dev && mount -t proc proc {root}/proc && exec "$@"'
        return [str(part) for part in (
            "unshare", "--mount", "sh", "-c", script, "sh", "chroot", f"--userspec={user}", self.root, *command)]

    @staticmethod
    def environment(**more):
        proxies = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/tmp",
                "DEBIAN_FRONTEND": "noninteractive", **proxies, **more}

    def run(self, *command, user="root", input=None, **environment):
        return run(*self.command(*command, user=user), input=input, env=self.environment(**environment))

    def install(self, package, *options):
        shutil.copy(package, self.root / "tmp")
        return self.run("apt-get", "install", "-q", "-y", "--no-install-recommends", *options, f"/tmp/{package.name}")

    def unit(self, name):
        text = (self.root / "lib/systemd/system/greenroom.service").read_text()
        return re.search(rf"^{name}=-?(.+)$", text, re.MULTILINE).group(1)


@pytest.fixture
def system(packages, tmp_path):
    """A fresh one, which can fetch what the package depends on; what was fetched is kept from run to run."""
    if os.geteuid() != 0:
        pytest.skip("only root makes a system of its own")
    if not shutil.which("debootstrap"):
        pytest.skip("debootstrap is not installed (deploy/setup test)")
    package, _ = packages
    needs = run("dpkg-deb", "-f", package, "Depends")
    kept = ROOT / ".build" / f"fresh-{CODENAME}-{hashlib.sha256(needs.encode()).hexdigest()[:12]}"
    if not kept.exists():
        made = kept.with_suffix(".partial")
        shutil.rmtree(made, ignore_errors=True)
        components = "main" if "ID=debian" in Path("/etc/os-release").read_text().splitlines() else "main,universe"
        maker = System(made)
        try:
            run("debootstrap", "--variant=minbase", f"--components={components}", CODENAME, made)
            maker.run("apt-get", "update", "-q")
        except (AssertionError, subprocess.TimeoutExpired) as problem:
            # A line to the packages that is too slow, or a machine that lets nobody make devices, is not our fault.
            pytest.skip(f"no fresh system can be made here: {str(problem)[-200:]}")
        maker.install(package, "--download-only")
        (made / "tmp" / package.name).unlink()
        made.rename(kept)
    root = tmp_path / "root"
    run("cp", "-a", "--reflink=auto", kept, root)
    # What an installer writes and debootstrap does not.
    (root / "etc/hosts").write_text("127.0.0.1 localhost\n::1 localhost\n")
    yield System(root)
    shutil.rmtree(root)


class Service:
    """What the unit would start, as the user and with the settings that it says."""

    def __init__(self, system):
        self.system = system
        self.process = None

    def start(self):
        settings = (self.system.root / self.system.unit("EnvironmentFile").lstrip("/")).read_text()
        environment = dict(re.findall(r"^(\w+)=(.*)$", settings, re.MULTILINE))
        self.port = int(environment["GREENROOM_PORT"])
        user = self.system.unit("User")
        self.process = subprocess.Popen(
            self.system.command(*self.system.unit("ExecStart").split(), user=f"{user}:{self.system.unit('Group')}"),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env=self.system.environment(STATE_DIRECTORY=f"/var/lib/{self.system.unit('StateDirectory')}", **environment))
        said = []
        for line in self.process.stdout:
            said.append(line)
            if line.strip().startswith("data"):
                return
        raise AssertionError("".join(said))

    @property
    def socket_url(self):
        return f"ws://localhost:{self.port}/ws"

    def get(self, path):
        return urllib.request.urlopen(f"http://localhost:{self.port}{path}", timeout=10)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=20)
        self.process.stdout.close()
        return status


@pytest.fixture
def service(system):
    service = Service(system)
    yield service
    if service.process and service.process.poll() is None:
        service.process.kill()
        service.process.wait()


def next_version(package, folder):
    """The same as a later version."""
    run("dpkg-deb", "--raw-extract", package, folder / "next")
    control = folder / "next/DEBIAN/control"
    control.write_text(re.sub(r"^(Version: .*)$", r"\1+next", control.read_text(), flags=re.MULTILINE))
    later = folder / "greenroom-next.deb"
    run("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", folder / "next", later)
    return later


def test_a_system_with_the_package(packages, system, service, schema, tmp_path):
    package, _ = packages
    system.install(package)
    assert (system.root / "etc/systemd/system/multi-user.target.wants/greenroom.service").is_symlink()

    # From the path, for anybody.
    version = system.run("greenroom", "--version", user="nobody").strip()
    assert version == run("dpkg-deb", "-f", package, "Version").strip()
    checked = system.run("greenroom", "serve", "--check", user="nobody")
    assert re.search(r"--host +127\.0\.0\.1 .*\n--port +8080\n", checked), checked
    practised = system.run(
        "greenroom", "practise", "--count", "1", "--seed", "demo", user="nobody", input=f"{ANSWER}\n\n/next\n")
    assert "Question 1 of 1" in practised and "not found" in practised

    # Serves by the unit's words, and the settings are the operator's.
    settings = system.root / "etc/default/greenroom"
    settings.write_text(f"{settings.read_text()}GREENROOM_PORT={free_port()}\n")
    service.start()
    assert "<title>Greenroom" in service.get("/").read().decode()
    assert service.get("/js/main.js").status == 200
    with Client(service, schema) as client:
        opened = client.open(count=2)
        seat = {"interview": opened["interview"], "token": opened["token"], "seq": opened["seq"]}
        asked = client.hear_until("asked")[-1]
        answered = client.ask("answer", interview=seat["interview"], question=asked["question"]["index"], text=ANSWER,
                              until=["answered"])
        assert answered["type"] == "answered", answered

    def is_kept():
        with Client(service, schema) as client:
            resumed = client.ask("resume", **seat, until=["resumed"])
            return "answered" in [message["type"] for message in resumed["missed"]]

    # A copy beside the running server, by its user.
    system.run("greenroom", "backup", "--data", DATA, "/tmp/copy.sqlite", user="greenroom:greenroom")

    # A later version goes on with settings and data.
    later = next_version(package, tmp_path)
    system.install(later)
    assert system.run("dpkg-query", "-W", "-f", "${Version}", "greenroom") == f"{version}+next"
    assert "GREENROOM_PORT" in settings.read_text()
    assert service.stop() == 0
    service.start()
    assert is_kept()
    assert service.stop() == 0

    log = system.root / DATA.lstrip("/") / "greenroom.sqlite"
    system.run("dpkg", "--remove", "greenroom")
    assert not (system.root / "usr/bin/greenroom").is_symlink()
    assert log.exists() and settings.exists()

    # Nobody there to be asked: everything is kept, and it says so.
    assert f"stay in {DATA}" in system.run("dpkg", "--purge", "greenroom")
    assert log.exists() and not settings.exists()

    # A later installation goes on with it.
    system.install(package)
    settings.write_text(f"GREENROOM_PORT={free_port()}\n")
    service.start()
    assert is_kept()
    assert service.stop() == 0

    # Asked, and the answer counts.
    said = system.run("dpkg", "--purge", "greenroom", input="no\n", DEBIAN_FRONTEND="teletype")
    assert f"Delete all transcripts in {DATA}?" in said and log.exists()
    system.install(package)
    said = system.run("dpkg", "--purge", "greenroom", input="yes\n", DEBIAN_FRONTEND="teletype")
    assert f"Delete all transcripts in {DATA}?" in said and not log.parent.exists()


def test_the_tarball_serves_wherever_it_lies(packages, tmp_path, schema):
    _, tarball = packages
    run("tar", "-xzf", tarball, "-C", tmp_path)
    [folder] = [path for path in tmp_path.iterdir() if path.name.startswith("greenroom-")]
    assert "libwebsockets-evlib-ev" in (folder / "INSTALL").read_text()
    process = subprocess.Popen(
        ["./greenroom", "serve", "--port", "0", "--data", tmp_path / "data"], cwd=folder, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        lines = []
        for line in process.stdout:
            lines.append(line)
            if line.strip().startswith("data"):
                break
        url = re.search(r"http://\S+", "".join(lines)).group(0)
        assert "<title>Greenroom" in urllib.request.urlopen(url, timeout=10).read().decode()
    finally:
        process.terminate()
        assert process.wait(timeout=20) == 0


def test_the_package_is_as_debian_wants_it(packages):
    if not shutil.which("lintian"):
        pytest.skip("lintian is not installed (deploy/setup test)")
    package, _ = packages
    run("lintian", "--allow-root", "--fail-on", "error", package)


@pytest.mark.parametrize("unit", ["greenroom.service", "greenroom@.service"])
def test_the_unit_is_shut_in(unit):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed")
    said = run("systemd-analyze", "security", "--offline=yes", "--no-pager", ROOT / "deploy" / unit)
    assert float(re.search(r"exposure level for \S+: ([\d.]+)", said).group(1)) <= 1.4


@pytest.mark.parametrize("unit", ["greenroom.service", "greenroom@.service"])
def test_a_database_that_is_away_is_asked_every_two_seconds(unit, tmp_path):
    said = re.search(r"^ExecStopPost=(.+)$", (ROOT / "deploy" / unit).read_text(), re.MULTILINE).group(1)
    # As systemd reads it, and with a clock that is not waited for.
    command = shlex.split(said.replace("$$", "$"))
    (tmp_path / "sleep").write_text(f"#!/bin/sh\necho $1 >{tmp_path}/slept\n")
    (tmp_path / "sleep").chmod(0o755)
    for status in ("0", "1", "64", "78", "KILL"):
        run(*command, env={"PATH": str(tmp_path), "EXIT_STATUS": status})
        assert not (tmp_path / "slept").exists()
    run(*command, env={"PATH": str(tmp_path), "EXIT_STATUS": "75"})
    assert (tmp_path / "slept").read_text() == "2\n"


def test_the_package_knows_of_all_servers_of_the_machine(tmp_path):
    if os.geteuid() != 0:
        pytest.skip("only root makes it look as if systemd ran")
    for tool in ("deb-systemd-invoke", "systemctl"):
        (tmp_path / tool).write_text(
            f'#!/bin/sh\necho {tool} "$@" >>{tmp_path}/asked\n'
            '[ "$1" != list-units ] || printf "greenroom@%s.service loaded active running\\n" 1 2\n')
        (tmp_path / tool).chmod(0o755)
    # The user and the folder of the data are there.
    for tool in ("getent", "install"):
        (tmp_path / tool).symlink_to("/bin/true")

    def script(name, *arguments):
        """What a script of the package asks of systemd."""
        (tmp_path / "asked").write_text("")
        run("unshare", "--mount", "sh", "-c",
            'mount -t tmpfs tmpfs /run && mkdir -p /run/systemd/system && exec sh "$@"', "sh",
            ROOT / "deploy/debian" / f"greenroom.{name}", *arguments,
            env={"PATH": f"{tmp_path}:/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_HAS_FRONTEND": "1"})
        return (tmp_path / "asked").read_text().splitlines()

    assert script("prerm", "remove") == ["deb-systemd-invoke stop greenroom@*.service"]
    assert script("prerm", "upgrade", "1") == []
    # A later version replaces one after the other, a first one has none to replace.
    again = [f"deb-systemd-invoke try-restart greenroom@{number}.service" for number in (1, 2)]
    assert script("postinst", "configure", "1")[1:] == again
    assert script("postinst", "configure", "") == []


def test_one_of_several_is_the_same_but_for_what_is_its_own():
    one, several = (
        [line for line in (ROOT / "deploy" / name).read_text().partition("[Unit]")[2].splitlines() if line[:1] != "#"]
        for name in ("greenroom.service", "greenroom@.service"))
    own = {line.partition("=")[0] for line in set(one) ^ set(several)}
    assert own == {"Description", "EnvironmentFile", "ExecCondition", "ExecStart", "StateDirectory"}
