"""`greenroom move`: from a data folder to a PostgreSQL server and back."""

import sqlite3
import subprocess

import pytest

from postgres import PROGRAMS, Cluster
from server import PROGRAM, Client
from test_postgresql import command, stored_answers
from waiting import wait_for

pytestmark = pytest.mark.skipif(PROGRAMS is None, reason="PostgreSQL's programs are not installed")
COPIES = 600


@pytest.fixture
def cluster():
    cluster = Cluster()
    yield cluster
    cluster.remove()


def answer(server):
    with Client(server) as candidate:
        interview = candidate.open()["interview"]
        done = candidate.ask("answer", interview=interview, question=0, text="An average of models.", until=["answered"])
        assert done["type"] == "answered"
    return interview


def multiply(data, interview):
    """The same interview under many names."""
    with sqlite3.connect(data / "greenroom.sqlite") as database:
        for number in range(COPIES):
            name = f"copy{number:016}"
            database.execute("INSERT INTO interview (id) VALUES (?)", (name,))
            database.execute(
                "INSERT INTO event (interview, seq, at, kind, lane, payload)"
                " SELECT ?, seq, at, kind, lane, payload FROM event WHERE interview = ? ORDER BY seq", (name, interview))


def test_a_move_that_is_killed_goes_on_and_comes_back_whole(cluster, start_server, tmp_path):
    server = start_server()
    interview = answer(server)
    # While a server is at work.
    refused = command("move", "--from", server.data, "--to", cluster.url)
    assert refused.returncode == 75 and "used by another process" in refused.stderr
    assert server.stop() == 0
    multiply(server.data, interview)

    def count():
        there = cluster.ask("SELECT to_regclass('interview')") == [["interview"]]
        return int(cluster.ask("SELECT count(*) FROM interview")[0][0]) if there else 0

    move = subprocess.Popen(
        [PROGRAM, "move", "--from", server.data, "--to", cluster.url], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with move:
        wait_for(lambda: count() > 5)
        move.kill()
    assert 5 < count() < COPIES + 1
    again = command("move", "--from", server.data, "--to", cluster.url)
    assert again.returncode == 0, again.stderr
    assert f"{COPIES + 1} of {COPIES + 1} interviews copied" in again.stderr
    assert f"{COPIES + 1} of {COPIES + 1} interviews read back" in again.stderr
    assert sum(stored_answers(cluster).values()) == COPIES + 1

    # It is served from there, and nothing is moved meanwhile.
    served = start_server("--store", cluster.url, data=tmp_path / "served")
    refused = command("move", "--from", cluster.url, "--to", tmp_path / "back")
    assert refused.returncode == 75 and "servers are at work" in refused.stderr
    assert served.stop() == 0
    back = command("move", "--from", cluster.url, "--to", tmp_path / "back")
    assert back.returncode == 0, back.stderr
    assert back.stdout.split()[-1] == again.stdout.split()[-1]
    shown = [command("transcript", "export", interview, "--data", data) for data in (server.data, tmp_path / "back")]
    assert shown[0].returncode == 0 and shown[0].stdout == shown[1].stdout


def test_a_difference_in_the_target_is_found(cluster, start_server):
    server = start_server()
    interview = answer(server)
    assert server.stop() == 0
    assert command("move", "--from", server.data, "--to", cluster.url).returncode == 0
    cluster.ask("UPDATE event SET payload = replace(payload, ':\"1:', ':\"1:0') WHERE kind = 'answered'")
    refused = command("move", "--from", server.data, "--to", cluster.url)
    assert refused.returncode == 1 and interview in refused.stderr and "something else" in refused.stderr


def test_what_is_no_folder_with_transcripts_is_not_moved(cluster, tmp_path):
    said = command("move", "--from", tmp_path, "--to", cluster.url)
    assert said.returncode == 66 and "no transcripts" in said.stderr
    said = command("move", "--from", tmp_path, "--to", "postgresql://ann:secret@localhost/greenroom")
    assert said.returncode == 64 and "PGPASSWORD" in said.stderr
