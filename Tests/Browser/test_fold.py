"""An interview folded from what is told live is the interview folded from what is told to whoever comes back."""

from interviews import ANSWERS
from server import Client

FOLD = """
    const [live, resumed, done] = arguments;
    import("./js/interview.js").then(({emptyInterview, fold}) => {
        const name = live[0].interview;
        const all = (messages) => messages.reduce(fold, emptyInterview(name));
        // What only this moment knows: the clock's own time, how far was heard. Whether it runs is known to both.
        const bare = ({clock, heard, ...interview}) => JSON.stringify({...interview, isRunning: clock?.running});
        done({
            live: bare(all(live)), doubled: bare(all(live.flatMap((one) => [one, one]))),
            resumed: bare(all([resumed])), late: bare(all([...live, resumed, ...live])),
        });
    }, (error) => done({error: String(error)}));
"""


def run(client, **choices):
    """An interview with everything in it: the messages as they came, and the messages for whoever comes back."""
    opened = client.ask("open", topics=[], count=3, seed="fold", pace="instant", until=["opened"], **choices)
    assert opened["type"] == "opened", opened
    name, live = opened["interview"], [opened]

    def say(type, *until, **fields):
        client.say(type=type, ref=f"r{len(live)}", interview=name, **fields)
        live.extend(client.hear_until(*until, "refused"))
        assert live[-1]["type"] != "refused", live[-1]
        return live[-1]

    live.extend(client.hear_until("asked"))
    if choices.get("limit"):
        say("pause", "paused")
        say("extend", "extended", seconds=60)
        say("continue", "continued")
        say("pause", "paused")
    say("skip", "asked", question=0)
    say("unskip", "reopened", question=0)
    if choices.get("mode") == "realistic":
        for question in range(3):
            say("answer", "ended" if question == 2 else "asked" if question else "reopened", question=question, text=ANSWERS["recall"])
    else:
        say("hint", "hinted", question=0)
        text = "I would rather not say."
        mark = say("answer", "probed", question=0, text=text)
        say("answer", "probed", question=0, text="Nothing else comes to mind.", probe=True)
        words = [{"start": 0, "end": 7}]
        # The second attempt has the words of the first, so the ruling stands for both, and is taken back for both.
        assert say("dispute", "disputed", question=0, attempt=1, point=mark["point"], ranges=words)["also"] == [2]
        taken = say("dispute", "disputed", question=0, attempt=2, point=mark["point"], withdrawn=True)
        assert (taken["attempt"], taken.get("own")) == (1, None)
        say("dispute", "disputed", question=0, attempt=2, point=mark["point"], ranges=words)
        say("reveal", "revealed", question=0)
        say("next", "reopened", question=0)
        say("end", "ended")
    resumed = client.ask("resume", interview=name, token=opened["token"], seq=0, until=["resumed"])
    return live, resumed


def folded(browser, server, live, resumed):
    browser.get(server.url)
    result = browser.execute_async_script(FOLD, live, resumed)
    assert "error" not in result, result
    return result


def test_live_and_resumed_are_one(browser, small_server):
    for choices in [{}, {"limit": {"per": "question", "seconds": 900}}]:
        with Client(small_server) as client:
            result = folded(browser, small_server, *run(client, **choices))
        assert result["doubled"] == result["live"]
        assert result["late"] == result["live"]
        assert result["resumed"] == result["live"]


def test_marks_come_with_the_resumption_after_the_end(browser, small_server):
    with Client(small_server) as client:
        live, resumed = run(client, mode="realistic")
    assert not [one for one in live if "mark" in one]
    assert all("mark" in one for one in resumed["missed"] if one["type"] == "answered")
    result = folded(browser, small_server, live, resumed)
    assert result["doubled"] == result["live"]
    assert '"verdict"' in result["resumed"]


LANES = """
    const [messages, done] = arguments;
    import("./js/interview.js").then(async ({emptyInterview, fold, isGap}) => {
        const {heardOfBoth} = await import("./js/lanes.js");
        let interview = emptyInterview("room");
        done(messages.map((message) => {
            const isLoss = isGap(interview, message);
            if (!isLoss) interview = fold(interview, message);
            return [isLoss, interview.seq, heardOfBoth(interview.heard)];
        }));
    }, (error) => done({error: String(error)}));
"""


def lanes(browser, server, *messages):
    browser.get(server.url)
    return browser.execute_async_script(LANES, [{"interview": "room", **message} for message in messages])


def asked(seq, index, **fields):
    return {"type": "asked", "seq": seq, "question": {"index": index, "of": 3, "prompt": "?"}, **fields}


def test_a_loss_is_seen_in_its_own_lane(browser, server):
    told = lanes(
        browser, server,
        {"type": "opened", "seq": 1}, asked(4, 0, before=1),
        # Numbers in between are other seats'.
        {"type": "answered", "seq": 20, "before": 0, "lane": "own", "question": 0, "attempt": 1, "text": "One."},
        {"type": "paused", "seq": 25, "before": 4},
        # One of our own never came: 22.
        {"type": "answered", "seq": 30, "before": 22, "lane": "own", "question": 0, "attempt": 3, "text": "Three."},
        {"type": "continued", "seq": 31, "before": 25})
    # Asked again after 20, so that 22 is there, though 31 of the other lane was heard.
    assert told == [[False, 1, 1], [False, 4, 1], [False, 20, 4], [False, 25, 20], [True, 25, 20], [False, 31, 20]]


def test_what_comes_again_in_one_lane_is_new_in_the_other(browser, server):
    told = lanes(
        browser, server, {"type": "opened", "seq": 1}, asked(2, 0, before=1), {"type": "paused", "seq": 9, "before": 2},
        {"type": "resumed", "seq": 9, "missed": [
            {"type": "opened", "seq": 1}, asked(2, 0), {"type": "paused", "seq": 9},
            {"type": "answered", "seq": 5, "lane": "own", "question": 0, "attempt": 1, "text": "One."}]},
        {"type": "answered", "seq": 12, "before": 5, "lane": "own", "question": 0, "attempt": 2, "text": "Two."})
    assert told[-2:] == [[False, 9, 9], [False, 12, 9]]


def test_without_lanes_a_hole_is_a_loss(browser, server):
    told = lanes(browser, server, {"type": "opened", "seq": 1}, asked(3, 0), {"type": "paused", "seq": 5}, {"type": "paused", "seq": 4})
    assert [loss for loss, _, _ in told] == [False, False, True, False]
