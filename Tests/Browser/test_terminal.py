"""Interviews in a terminal: the program as a person or a script runs it."""

import io
import json
import os
import re
import sqlite3
import stat
import subprocess
from pathlib import Path

import pexpect
import pytest

import packed
from server import PROGRAM, ROOT, free_port
from waiting import wait_for

# Questions whose points have a share, whatever the bank has beside them.
DEMO = ("--seed", "demo", "--topics", "evaluation")
SCRIPT = "It depends on the data.\n\n/next\n"


@pytest.fixture
def home(tmp_path):
    """An environment in which nothing was kept before."""
    (tmp_path / "home").mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GREENROOM", "XDG_", "NO_COLOR"))}
    kept.pop("COLUMNS", None)
    return {**kept, "HOME": str(tmp_path / "home"), "TERM": "xterm-256color"}


def practise(home, *options, input="", status=0):
    ended = subprocess.run(
        [str(PROGRAM), "practise", *map(str, options)], capture_output=True, text=True, input=input, env=home,
        timeout=60)
    assert ended.returncode == status, ended.stdout + ended.stderr
    return ended


def start(home, *options, columns=72):
    child = pexpect.spawn(
        str(PROGRAM), ["practise", *map(str, options)], env=home, dimensions=(30, columns), encoding="utf-8", timeout=20)
    child.delaybeforesend = None
    return child


def seats(home):
    return sorted(Path(home["HOME"], ".local/state/greenroom/seats").glob("*.json"))


def kept_answers(data):
    with sqlite3.connect(data / "greenroom.sqlite") as database:
        rows = database.execute("SELECT payload FROM event WHERE kind = 'answered' ORDER BY interview, seq")
        return [packed.event(payload)["text"] for payload, in rows]


def make_certificates(folder, names="DNS:localhost,IP:127.0.0.1"):
    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-x509", *key, "-days", "2", "-subj", "/CN=Authority", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", *key, "-subj", "/CN=server", "-addext", f"subjectAltName={names}", "-keyout", "server.key",
            "-out", "server.csr")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-copy_extensions", "copy",
            "-days", "2", "-out", "server.pem")
    return folder


def test_a_script_gets_a_plain_interview_that_is_always_the_same(home):
    first = practise(home, "--count", 1, *DEMO, input=SCRIPT)
    assert first.stderr == ""
    assert "\x1b" not in first.stdout and "\r" not in first.stdout
    for words in ["Question 1 of 1", "> It depends on the data.", "Coverage", "Your report", "1 question answered"]:
        assert words in first.stdout
    assert practise(home, "--count", 1, *DEMO, input=SCRIPT).stdout == first.stdout
    assert seats(home) == []


def test_the_end_of_the_input_ends_the_interview_in_order(home):
    said = practise(home, "--count", 2, *DEMO, input="It depends").stdout
    assert "> It depends" in said and "You ended the interview before its last question" in said
    assert "You ended the interview" in practise(home, "--count", 2, input="").stdout


def test_a_running_server_is_practised_on(home, start_server):
    server = start_server()
    said = practise(home, "--server", server.url, "--count", 1, *DEMO, input=SCRIPT).stdout
    assert said == practise(home, "--count", 1, *DEMO, input=SCRIPT).stdout
    assert kept_answers(server.data) == ["It depends on the data."]
    socket = practise(home, "--server", server.socket_url, "--count", 1, *DEMO, input=SCRIPT).stdout
    assert socket == said


def test_the_environments_proxy_is_left_alone(home, start_server):
    proxied = {**home, "http_proxy": "http://127.0.0.1:9"}
    practise(proxied, "--server", start_server().url, "--count", 1, input=SCRIPT)


def test_a_data_folder_in_use_says_what_to_do(home, start_server):
    server = start_server()
    said = practise(home, "--data", server.data, input=SCRIPT, status=78).stderr
    assert "used by another process" in said and "--server" in said


def test_whoever_cannot_be_reached_is_said_to_be(home, start_server):
    assert "nobody listens there" in practise(
        home, "--server", f"http://localhost:{free_port()}", input=SCRIPT, status=69).stderr
    assert "not known" in practise(home, "--server", "http://nobody.invalid", input=SCRIPT, status=69).stderr
    practise(home, "--server", "localhost:8080", input=SCRIPT, status=64)
    assert "does not speak TLS" in practise(
        home, "--server", start_server().url.replace("http", "https"), input=SCRIPT, status=69).stderr
    assert "There are: " in practise(home, "--topics", "cooking", input=SCRIPT, status=65).stderr


def test_over_tls_the_certificate_has_to_be_trusted(home, start_server, tmp_path):
    folder = make_certificates(tmp_path)
    server = start_server("--tls-cert", folder / "server.pem", "--tls-key", folder / "server.key")
    assert server.url.startswith("https://")
    said = practise(home, "--server", server.url, "--count", 1, input=SCRIPT, status=69).stderr
    assert "certificate is not trusted" in said
    said = practise(
        home, "--server", server.url, "--ca", folder / "ca.pem", "--count", 1, *DEMO, input=SCRIPT).stdout
    assert "1 question answered" in said
    assert kept_answers(server.data) == ["It depends on the data."]
    practise(home, "--server", server.url, "--ca", folder / "none.pem", input=SCRIPT, status=69)


def test_a_server_that_is_killed_and_started_again_loses_nothing(home, start_server):
    server = start_server()
    process = subprocess.Popen(
        [str(PROGRAM), "practise", "--server", server.url, "--count", "2", *DEMO], env=home, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=1)
    heard = []

    def hear_until(stream, words):
        for line in stream:
            heard.append(line)
            if words in line:
                return
        raise AssertionError(f"never heard {words!r}: {''.join(heard)}")

    process.stdin.write("The first answer.\n\n")
    process.stdin.flush()
    hear_until(process.stdout, "Coverage")
    server.kill()
    hear_until(process.stderr, "The connection is lost")
    process.stdin.write("/next\nThe second answer.\n\n/next\n")
    process.stdin.flush()
    server.start()
    hear_until(process.stderr, "Connected again")
    rest, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "2 questions answered" in rest
    assert kept_answers(server.data) == ["The first answer.", "The second answer."]


def test_on_a_terminal_the_interview_is_spoken_and_coloured(home):
    child = start(home, "--count", 1, *DEMO, "--pace", "fast")
    child.expect_exact("\x1b[1mQuestion 1 of 1")
    child.expect_exact("\r\n> ")
    child.sendline("It depends on the data,")
    child.sendline("and on what it is for.")
    child.sendline("")
    child.expect_exact("\x1b[1mCoverage")
    child.expect_exact("\r\n> ")
    child.sendline("/nonsense")
    child.expect_exact("/help lists what there is")
    child.sendline("/next")
    child.expect_exact("Your report")
    child.expect_exact("an empty line leaves")
    child.sendline("")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0


def screen(home, columns, *options, **environment):
    """All that a terminal of that width is sent during an interview."""
    child = start({**home, **environment}, "--count", 1, *DEMO, "--pace", "fast", *options, columns=columns)
    child.logfile_read = log = io.StringIO()
    child.expect_exact("Question 1 of 1")
    child.sendline("It depends.")
    child.sendline("")
    child.expect_exact("Coverage")
    child.sendline("/next")
    child.expect_exact("/again")
    child.sendline("")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0
    return log.getvalue()


def test_lines_fit_the_terminal(home):
    plain = re.sub(r"\x1b\[[0-9;]*[mK]", "", screen(home, 48))
    lines = [line.split("\r")[-1] for line in plain.replace("\r\n", "\n").split("\n")]
    too_long = [line for line in lines if len(line) > 48]
    assert not too_long, too_long


def test_colours_are_left_out_where_they_are_not_wanted(home):
    assert not re.search(r"\x1b\[[0-9;]*m", screen(home, 72, NO_COLOR="1"))
    assert "\x1b" not in screen(home, 72, TERM="dumb")


def test_ctrl_d_sends_the_answer_and_then_ends(home):
    child = start(home, "--count", 2, *DEMO, "--pace", "instant")
    child.expect_exact("\r\n> ")
    child.sendline("It depends.")
    child.sendeof()
    child.expect_exact("Coverage")
    child.expect_exact("\r\n> ")
    child.sendeof()
    child.expect_exact("again does it")
    child.sendeof()
    child.expect_exact("Your report")
    child.expect_exact("an empty line leaves")
    child.sendline("")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0


def test_ctrl_c_leaves_and_resume_comes_back(home):
    child = start(home, "--count", 1, *DEMO, "--pace", "instant")
    child.expect_exact("\r\n> ")
    child.sendline("It depends on")
    child.expect_exact("\r\n> ")
    child.sendintr()
    child.expect_exact("greenroom practise --resume")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 130
    [seat] = seats(home)
    assert stat.S_IMODE(seat.stat().st_mode) == 0o600
    assert json.loads(seat.read_text())["note"]["draft"] == ["It depends on"]

    child = start(home, "--resume")
    child.expect_exact("Question 1 of 1")
    child.expect_exact("You had begun to write:")
    child.expect_exact("\r\n> ")
    child.sendline("the data.")
    child.sendline("")
    child.expect_exact("Coverage")
    child.sendline("/next")
    child.expect_exact("Your report")
    child.expect_exact("an empty line leaves")
    child.sendline("")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0
    assert seats(home) == []
    practise(home, "--resume", status=66)


def test_a_pasted_text_with_blank_lines_is_one_answer(home, start_server):
    server = start_server()
    child = start(home, "--server", server.url, "--count", 1, *DEMO, "--pace", "instant")
    child.expect_exact("\r\n> ")
    child.send("First part.\n\nSecond part.\n/next\n\nThe end.\n")
    child.expect_exact("The end.")
    # The last line stands there; what is typed now is no part of the paste.
    wait_for(lambda: seats(home))
    child.expect(pexpect.TIMEOUT, timeout=0.3)
    child.sendline("")
    child.expect_exact("Coverage")
    child.sendline("/next")
    child.expect_exact("/again")
    child.sendline("")
    child.expect(pexpect.EOF)
    child.wait()
    assert kept_answers(server.data) == ["First part.\n\nSecond part.\n/next\n\nThe end."]


def test_hints_and_follow_ups_are_part_of_a_script(home):
    script = "/hint\nNo idea.\n\nA reply to the follow-up question.\n\n/next\n"
    first = practise(home, "--count", 1, *DEMO, input=script).stdout
    assert "Hint: " in first and "Follow-up: " in first
    assert "> A reply to the follow-up question." in first and "2 attempts, 1 hint" in first
    assert practise(home, "--count", 1, *DEMO, input=script).stdout == first


def test_a_realistic_interview_keeps_its_feedback_for_the_end(home):
    said = practise(
        home, "--mode", "realistic", "--count", 2, "--seed", "demo", "--topics", "evaluation",
        input="The first.\n\nThe second.\n\n").stdout
    assert said.index("Question 2 of 2") < said.index("Coverage")
    assert said.count("Coverage") == 3 and "2 questions answered" in said


def test_without_a_score_there_is_no_number(home):
    share = re.compile(r"\d %$", re.MULTILINE)
    assert share.search(practise(home, "--count", 1, *DEMO, input=SCRIPT).stdout)
    said = practise(home, "--score", "points", "--count", 1, *DEMO, input=SCRIPT).stdout
    assert not share.search(said) and re.search(r"\d of \d+ key points", said)


def test_whoever_comes_back_is_known_again(home):
    assert "Nothing is known yet" in practise(home, "--count", 1, *DEMO, input="/progress\n").stdout
    practise(home, "--count", 1, *DEMO, input=SCRIPT)
    assert "Due today: " in practise(home, "--count", 1, *DEMO, input="/progress\n").stdout
    stranger = {**home, "XDG_STATE_HOME": home["HOME"] + "/other"}
    assert "Nothing is known yet" in practise(stranger, "--count", 1, input="/progress\n").stdout


def test_a_limit_is_said_beforehand(home):
    said = practise(home, "--per-question", 90, "--count", 1, *DEMO, input="/time\n" + SCRIPT).stdout
    assert "You have 1 minute 30 seconds for each question." in said and "left." in said
    practise(home, "--per-question", 5, status=64)


def test_the_example_of_the_readme_is_what_is_printed(home, tmp_path):
    readme = (ROOT / "README.md").read_text()
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank/example.md").write_text(readme.split("````markdown\n")[1].split("\n````")[0] + "\n")
    captured = readme.split("greenroom practise --bank my-bank --count 1 --seed demo\n")[1].split("\n```")[0]
    script = re.search(r"printf '(.*)' \|\n", readme).group(1).replace("\\n", "\n")
    printed = practise(home, "--bank", tmp_path / "bank", "--count", 1, "--seed", "demo", input=script).stdout
    place = 0
    for piece in captured.split("…\n"):
        # Part by part, in order.
        place = printed.index(piece.removesuffix("…").strip("\n"), place)
