"""Servers of this version and of the one after it on one log: what the later one writes is played here, by hand."""

import io
import json
import re
import zipfile

import pytest
from websockets.exceptions import ConnectionClosed

import packed
from postgres import PROGRAMS, Cluster
from rooms import Guest, new_secret
from server import Client, Server
from test_postgresql import command, readiness
from test_serve import run
from waiting import wait_for

pytestmark = pytest.mark.skipif(PROGRAMS is None, reason="PostgreSQL's programs are not installed")
NEWER = "written by a newer version"
UNREADABLE = "cannot be read by this version"


@pytest.fixture(scope="module")
def cluster():
    """For all of these tests, each of which changes its own interviews."""
    cluster = Cluster()
    yield cluster
    cluster.remove()


@pytest.fixture(scope="module")
def servers(cluster, tmp_path_factory):
    servers = [Server(tmp_path_factory.mktemp("data"), "--store", cluster.url) for _ in range(2)]
    yield servers
    for server in servers:
        server.kill()


def append(cluster, interview, kind, **fields):
    """As the later version would: behind all that is there."""
    payload = json.dumps({"kind": kind, **fields})
    cluster.ask(
        f"""
        WITH next AS (UPDATE interview SET latest = latest + 1 WHERE id = '{interview}' RETURNING latest)
        INSERT INTO event (interview, seq, at, kind, payload)
        SELECT '{interview}', latest, (SELECT max(at) FROM event WHERE interview = '{interview}'), '{kind}', '{payload}'
        FROM next
        """)


def payloads(cluster, interview):
    return cluster.ask(f"SELECT seq, payload FROM event WHERE interview = '{interview}' ORDER BY seq")


def seat(opened):
    return {"interview": opened["interview"], "token": opened["token"], "seq": 0}


def answer(client, interview, text="An average of models."):
    return client.ask("answer", interview=interview, question=0, text=text, until=["answered"])


def test_an_interview_in_a_newer_format_is_refused_in_words_and_the_others_go_on(cluster, servers):
    one, other = servers
    cookie = {"Cookie": f"greenroom_visitor={new_secret()}"}
    with Client(one, additional_headers=cookie) as ann, Client(other) as ben:
        hers, another, his = ann.open(), ann.open(), ben.open()
        for interview in (hers, another):
            assert answer(ann, interview["interview"])["type"] == "answered"
        shared = ann.ask("share", interview=hers["interview"], secret=new_secret(), until=["shared"])
        assert shared["type"] == "shared"
        changed = ("UPDATE event SET payload = regexp_replace(payload, '\"format\":\\d', '\"format\":99')"
                   f" WHERE interview = '{hers['interview']}' AND kind = 'opened' RETURNING 1")
        assert cluster.ask(changed) == [["1"]]
        kept = payloads(cluster, hers["interview"])
        refused = ben.ask("resume", until=["resumed"], **seat(hers))
        assert refused["type"] == "refused" and refused["code"] == "newer", refused
        assert NEWER in refused["message"]
        assert answer(ben, his["interview"])["type"] == "answered"

    # Each is named that cannot be read, and all others are there.
    said = command("transcript", "show", hers["interview"], "--store", cluster.url)
    assert said.returncode == 66 and UNREADABLE in said.stderr, said
    listed = command("transcript", "list", "--store", cluster.url)
    assert listed.returncode == 66 and f"left out: event 1 of interview {hers['interview']} {UNREADABLE}" in listed.stderr
    exported = command("transcript", "export", "--all", "--format", "json", "--store", cluster.url)
    assert exported.returncode == 66
    for said in (listed.stdout, exported.stdout):
        assert another["interview"] in said and his["interview"] in said and hers["interview"] not in said
    with other.get("/transcripts?as=zip", headers=cookie) as download:
        names = zipfile.ZipFile(io.BytesIO(download.read())).namelist()
    assert len([name for name in names if name.endswith(".json")]) == 1
    # A link to it can be taken back.
    with other.get("/shares", headers=cookie) as page:
        assert shared["share"] in page.read().decode()
    assert payloads(cluster, hers["interview"]) == kept


def test_what_is_opened_beside_a_server_of_the_version_before_is_kept_as_that_one_reads_it(cluster, servers):
    def opened(server):
        """The format of an interview, and whether the answer in it is packed."""
        with Client(server) as client:
            interview = client.open()["interview"]
            assert answer(client, interview)["type"] == "answered"
        [(_, opening), *_, (_, kept)] = [row for row in payloads(cluster, interview) if '"probed"' not in row[1]]
        assert packed.event(kept)["text"] == "An average of models."
        return json.loads(opening)["format"], "packed" in json.loads(kept)

    held = "FROM pg_locks WHERE locktype = 'advisory' AND classid = 1196576848 AND pid"
    assert [opened(server) for server in servers] == [(3, True)] * 2
    known = [pid for pid, in cluster.ask(f"SELECT pid {held} > 0")]
    assert len(known) == len(servers)
    # What such a server holds, and what it does not.
    earlier = cluster.begin("SELECT pg_advisory_lock_shared(1196576848, hashtext(current_schema()))", "SELECT pg_sleep(3600)")
    others = f"{held} NOT IN ({','.join(known)})"
    wait_for(lambda: cluster.ask(f"SELECT pid {others}"))
    assert [opened(server) for server in servers] == [(2, False)] * 2
    cluster.ask(f"SELECT pg_terminate_backend(pid) {others}")
    earlier.wait()
    wait_for(lambda: not cluster.ask(f"SELECT pid {others}"))
    assert [opened(server) for server in servers] == [(3, True)] * 2


def test_a_room_that_a_newer_version_goes_on_with_is_let_go_of_and_the_others_go_on(cluster, servers):
    one, other = servers
    with Guest(one) as host, Guest(other) as ann, Guest(one) as second, Guest(other) as ben:
        assert ann.join(host.host()["code"], "Ann")["type"] == "joined"
        assert ben.join(second.host()["code"], "Ben")["type"] == "joined"
        append(cluster, host.interview, "invented", seat="h1", ref="i1")
        # Nobody has to ask: whoever comes back may find a server of the version that knows what stands there.
        for guest in (host, ann):
            with pytest.raises(ConnectionClosed) as end:
                while True:
                    guest.hear(timeout=20)
            assert end.value.rcvd.code == 1013, end.value
        for server in servers:
            with Guest(server) as again:
                refused = again.ask("resume", until=["resumed"], interview=host.interview, token=host.secret, seq=0)
                assert refused["type"] == "refused" and refused["code"] == "newer" and NEWER in refused["message"]
        kept = payloads(cluster, host.interview)
        assert second.do("start", "asked")["type"] == "asked"
        ben.hear_one("asked")
        assert ben.answer(0, "An average of many models.")["type"] == "answered"
        assert payloads(cluster, host.interview) == kept
    for server in servers:
        assert readiness(server) == 200
        # Every line is the server's own.
        assert all(re.match(r"\d{4}-\d\d-\d\dT", line) for line in server.log), server.log


def test_fields_that_a_newer_version_adds_are_passed_over_and_stay(cluster, servers):
    one, other = servers
    with Guest(one) as host, Guest(other) as ann:
        assert ann.join(host.host()["code"], "Ann")["type"] == "joined"
        host.do("start", "asked")
        ann.hear_one("asked")
        assert ann.answer(0, "An average of many models.")["type"] == "answered"
    for server in servers:
        assert server.stop() == 0
    cluster.ask("""UPDATE event SET payload = regexp_replace(payload, '}$', ',"invented":{"a":[1,null]}}')"""
                f" WHERE interview = '{host.interview}'")
    kept = payloads(cluster, host.interview)
    assert len(kept) > 4 and all(json.loads(payload)["invented"] == {"a": [1, None]} for _, payload in kept)
    for server in servers:
        server.start()
    # At the other one each.
    with Guest(other) as host_again, Guest(one) as ann_again:
        for again, before in ((host_again, host), (ann_again, ann)):
            again.interview, again.secret = before.interview, before.secret
            resumed = again.ask("resume", until=["resumed"], interview=host.interview, token=before.secret, seq=0)
            assert resumed["type"] == "resumed", resumed
        assert "answered" in [message["type"] for message in resumed["missed"]]
        assert ann_again.answer(0, "It lowers the variance.")["attempt"] == 2
        assert host_again.do("next", "asked", question=0)["question"]["index"] == 1
    assert payloads(cluster, host.interview)[:len(kept)] == kept


def test_a_log_that_a_newer_version_has_rebuilt_is_refused_at_the_start_and_served_on(cluster, servers, tmp_path):
    with Client(servers[0]) as ann:
        interview = ann.open()["interview"]
        cluster.ask("INSERT INTO migration (version) VALUES (99)")
        try:
            status, said = run("--port", "0", "--data", tmp_path / "later", "--store", cluster.url)
            assert status == 78 and "the log was " + NEWER in said, said
            said = command("transcript", "list", "--store", cluster.url)
            assert said.returncode == 66 and NEWER in said.stderr
            # What a later version changes, one that runs can go on with: it is replaced in its turn.
            assert answer(ann, interview)["type"] == "answered"
            assert readiness(servers[0]) == 200
        finally:
            cluster.ask("DELETE FROM migration WHERE version = 99")


def test_what_a_newer_version_wrote_keeps_nothing_else_from_being_deleted_in_time(cluster, servers, start_server):
    with Client(servers[0]) as ann:
        newer, old = (ann.open()["interview"] for _ in range(2))
        for interview in (newer, old):
            assert answer(ann, interview)["type"] == "answered"
    append(cluster, newer, "invented")
    which = f"IN ('{newer}', '{old}')"
    cluster.ask(f"UPDATE event SET at = at - 3 * 86400000 WHERE interview {which}")
    start_server("--store", cluster.url, "--keep", "1d")
    wait_for(lambda: cluster.ask(f"SELECT id FROM interview WHERE id {which}") == [[newer]])
