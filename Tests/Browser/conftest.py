import json
import os
import shutil
from pathlib import Path

import jsonschema
import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from interviews import Interview, write_bank
from server import ROOT, Client, Server


class Schema:
    def __init__(self, document):
        self.validators = {
            name: jsonschema.Draft202012Validator({**document, "oneOf": [{"$ref": f"#/$defs/{name}"}]})
            for name in ("clientMessage", "serverMessage")
        }

    def check(self, name, message):
        # The kind first: of a choice of eleven, validation can only say that none fits.
        errors = list(self.validators[name].iter_errors(message))
        assert not errors, f"{message.get('type')}: {errors[0].message[:2000]}"


@pytest.fixture(scope="session")
def schema():
    document = json.loads((ROOT / "Public/greenroom.v1.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(document)
    return Schema(document)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One server for all tests that do not disturb it."""
    server = Server(tmp_path_factory.mktemp("data"))
    yield server
    assert server.stop() == 0


@pytest.fixture(scope="session")
def small_server(tmp_path_factory):
    """One server on the small bank of `interviews`, for all tests that do not disturb it."""
    folder = tmp_path_factory.mktemp("small")
    server = Server(folder / "data", "--bank", write_bank(folder / "bank"))
    yield server
    assert server.stop() == 0


@pytest.fixture
def room(browser, small_server):
    """A page on the small bank."""
    return Interview(browser, small_server)


@pytest.fixture
def start_server(tmp_path):
    """Starts servers of a test's own, all on one data folder."""
    started = []

    def start(*options, data=None, **named):
        started.append(Server(data or tmp_path / "data", *options, **named))
        return started[-1]

    yield start
    for server in started:
        if server.process.poll() is None:
            server.kill()


@pytest.fixture
def client(server, schema):
    with Client(server, schema) as client:
        yield client


@pytest.fixture(scope="session")
def samples():
    """A folder of other people's documents, where somebody has them."""
    folder = os.environ.get("GREENROOM_SAMPLES")
    if not folder:
        pytest.skip("GREENROOM_SAMPLES names no folder of sample documents")
    return Path(folder)


def make_browser(width=1280, height=900, *arguments):
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("chromium-browser")
    for argument in [
        "--headless=new", "--lang=en", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
        f"--window-size={width},{height}", *arguments,
    ]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for the session; tests get it empty."""
    browser = make_browser()
    yield browser
    browser.quit()


@pytest.fixture
def browser(chromium):
    chromium.execute_cdp_cmd("Network.clearBrowserCookies", {})
    chromium.get_log("browser")
    yield chromium
    # What a page complains about is a failure, but not that a server that was killed cannot be reached.
    complaints = [
        entry for entry in chromium.get_log("browser")
        if entry["level"] == "SEVERE" and "WebSocket connection" not in entry["message"]
        and "ERR_CONNECTION_REFUSED" not in entry["message"]
        # It asks why it is refused, whoever answers.
        and "/ws?origin=" not in entry["message"]
    ]
    for origin in {chromium.execute_script("return location.origin")}:
        if origin.startswith("http"):
            chromium.execute_cdp_cmd(
                "Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    chromium.get("about:blank")
    assert not complaints, complaints
