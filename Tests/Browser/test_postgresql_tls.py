"""The way to a PostgreSQL server on another machine: what it shows is looked at, or nobody goes there."""

import os
import shutil
import subprocess

import pytest

from postgres import PROGRAMS, Cluster
from server import Client
from test_serve import run

pytestmark = pytest.mark.skipif(PROGRAMS is None, reason="PostgreSQL's programs are not installed")
NAME = "db.greenroom.test"
# This machine, but no name of it that counts as one: what is asked of a server elsewhere is asked here.
ELSEWHERE = "127.0.0.2"


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


def make_authority(folder, name):
    key, certificate = folder / f"{name}.key", folder / f"{name}.pem"
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", 2, "-subj",
            f"/CN={name}", "-keyout", key, "-out", certificate, "-addext", "keyUsage=critical,keyCertSign")
    return key, certificate


@pytest.fixture(scope="module")
def authorities(tmp_path_factory):
    """Of one the server's certificate is, the other is somebody else's."""
    folder = tmp_path_factory.mktemp("authorities")
    return {name: make_authority(folder, name) for name in ("own", "other")}


@pytest.fixture(scope="module")
def cluster(authorities):
    """A server with a certificate for `NAME` that lets nobody in without TLS."""
    cluster = Cluster(listen=ELSEWHERE)
    try:
        data, (key, certificate) = cluster.folder / "data", authorities["own"]
        request, extensions = cluster.folder / "request", cluster.folder / "extensions"
        openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={NAME}",
                "-keyout", data / "server.key", "-out", request)
        extensions.write_text(f"subjectAltName=DNS:{NAME}\n")
        openssl("x509", "-req", "-in", request, "-CA", certificate, "-CAkey", key, "-CAcreateserial", "-days", 2,
                "-extfile", extensions, "-out", data / "server.crt")
        for file in ("server.key", "server.crt"):
            (data / file).chmod(0o600)
            if os.geteuid() == 0:
                shutil.chown(data / file, "postgres", "postgres")
        (data / "pg_hba.conf").write_text("local all all trust\nhostssl all all all scram-sha-256\n")
        cluster.ask("ALTER ROLE greenroom PASSWORD 'only here'")
        cluster.ask("ALTER SYSTEM SET ssl = on")
        cluster.control("restart")
        yield cluster
    finally:
        cluster.remove()


def address(cluster, host=NAME, **options):
    """As somebody would write it, and where the name leads: nobody has told a name server of it."""
    options = "".join(f"&{name}={value}" for name, value in options.items())
    return f"postgresql://greenroom@{host}:{cluster.port}/postgres?hostaddr={ELSEWHERE}{options}"


# No certificates of whoever runs the tests.
ENVIRONMENT = {"PGPASSWORD": "only here", "HOME": "/nonexistent"}


def start(url, folder, **environment):
    return run("--port", "0", "--data", folder / "data", "--store", url, environment={**ENVIRONMENT, **environment})


def test_a_server_that_shows_whose_it_is_is_talked_to_in_secret(cluster, authorities, start_server):
    url = address(cluster, sslrootcert=authorities["own"][1])
    server = start_server("--store", url, environment=ENVIRONMENT)
    with Client(server) as candidate:
        interview = candidate.open()["interview"]
        done = candidate.ask("answer", interview=interview, question=0, text="An average.", until=["answered"])
        assert done["type"] == "answered"
    lines = cluster.ask(
        "SELECT ssl, version FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE client_addr IS NOT NULL")
    assert lines and {tuple(line) for line in lines} == {("t", "TLSv1.3")}
    assert cluster.ask(f"SELECT count(*) FROM event WHERE interview = '{interview}' AND kind = 'answered'") == [["1"]]


def test_a_server_by_another_name_is_refused(cluster, authorities, tmp_path):
    url = address(cluster, host="other.greenroom.test", sslrootcert=authorities["own"][1])
    status, said = start(url, tmp_path)
    assert status == 75 and NAME in said and "other.greenroom.test" in said and "does not match" in said, said


def test_a_server_of_an_unknown_authority_is_refused(cluster, authorities, tmp_path):
    # The machine's own authorities do not know it, and neither does another one.
    for url in (address(cluster), address(cluster, sslrootcert=authorities["other"][1])):
        status, said = start(url, tmp_path)
        assert status == 75 and "certificate verify failed" in said, said
    status, said = start(address(cluster, sslrootcert=tmp_path / "missing.pem"), tmp_path)
    assert status == 75 and "missing.pem" in said and "does not exist" in said, said


def test_a_server_elsewhere_without_tls_is_refused(cluster, authorities, tmp_path):
    cluster.ask("ALTER SYSTEM SET ssl = off")
    cluster.control("restart")
    try:
        status, said = start(address(cluster, sslrootcert=authorities["own"][1]), tmp_path)
        assert status == 75 and "does not support SSL" in said, said
    finally:
        cluster.ask("ALTER SYSTEM SET ssl = on")
        cluster.control("restart")


def test_what_is_said_of_tls_holds_before_what_is_assumed(cluster, authorities, tmp_path):
    """Whoever asks for less gets it, by the address or by libpq's own variable, and is refused by this server."""
    for url, environment in ((address(cluster, sslmode="disable"), {}), (address(cluster), {"PGSSLMODE": "disable"})):
        status, said = start(url, tmp_path, **environment)
        assert status == 75 and "no pg_hba.conf entry" in said and "no encryption" in said, said
