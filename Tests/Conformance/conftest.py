import pytest

from wire import Echo, Greenroom


@pytest.fixture(scope="session")
def echo():
    server = Echo()
    yield server
    assert server.stop() == 0


@pytest.fixture(scope="session")
def greenroom(tmp_path_factory):
    server = Greenroom(tmp_path_factory.mktemp("data"))
    yield server
    assert server.stop() == 0


@pytest.fixture(params=["echo", "greenroom"])
def server(request):
    """Both, one after the other."""
    return request.getfixturevalue(request.param)
