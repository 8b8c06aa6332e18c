"""A page that is shared: who knows its address gets it, and nobody gets anything else."""

from __future__ import annotations

import gzip
import http.client
import re
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from viewer.sharing.addresses import ALONE, addresses
from viewer.sharing.one_page import LETTERS, LONG, MOST_AT_ONCE, OnePage

PAGE = "<!doctype html><title>Psoas, ä</title>".encode() * 4000


@pytest.fixture
def shared() -> Iterator[OnePage]:
    page = OnePage(PAGE, ALONE)
    yield page
    page.stop()


def place(page: OnePage) -> tuple[str, int, str]:
    found = re.fullmatch(r"http://([\d.]+):(\d+)(/.*)", page.address)
    assert found is not None
    return found[1], int(found[2]), found[3]


def ask(page: OnePage, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes, http.client.HTTPMessage]:
    host, port, _ = place(page)
    connection = http.client.HTTPConnection(host, port, timeout=30)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, answer.read(), answer.headers
    connection.close()
    return found


def test_who_knows_the_address_gets_the_page_and_is_counted_once(shared: OnePage) -> None:
    path = place(shared)[2]
    assert re.fullmatch(f"/[{LETTERS}]{{{LONG}}}", path)
    status, body, headers = ask(shared, path, "HEAD")
    assert (status, body, headers["Content-Length"], shared.opened_by) == (200, b"", str(len(PAGE)), 0)
    for _ in range(2):
        status, body, headers = ask(shared, path)
        assert (status, body) == (200, PAGE)
    assert shared.opened_by == 1
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Python" not in str(headers)
    _, packed, headers = ask(shared, path, **{"Accept-Encoding": "gzip, br"})
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed) == PAGE
    assert len(packed) < len(PAGE) / 10


@pytest.mark.parametrize(
    "path",
    ["/", "/index.html", "/../../etc/passwd", "//etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/favicon.ico", "{}/",
     "{}?x", "{}%00", "/" + "a" * 3000, "http://127.0.0.1{}"],
)  # fmt: skip
def test_anything_else_is_not_there(shared: OnePage, path: str) -> None:
    status, body, _ = ask(shared, path.format(place(shared)[2]))
    assert (status, body) == (404, b"There is nothing here.\n")
    assert shared.opened_by == 0


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "nonsense"])
def test_it_is_only_read(shared: OnePage, method: str) -> None:
    status, body, _ = ask(shared, place(shared)[2], method)
    assert status == 501
    assert PAGE not in body


def test_each_time_it_has_another_address() -> None:
    pages = [OnePage(PAGE, ALONE) for _ in range(3)]
    paths = {place(page)[2] for page in pages}
    status, _, _ = ask(pages[0], place(pages[1])[2])
    for page in pages:
        page.stop()
    assert (len(paths), status) == (3, 404)


def test_after_it_is_stopped_nothing_listens() -> None:
    page = OnePage(PAGE, ALONE)
    host, port, path = place(page)
    assert ask(page, path)[0] == 200
    page.stop()
    page.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, port), 5)


def test_a_class_that_comes_at_once_is_served_and_those_who_only_hold_the_line_are_too_many(shared: OnePage) -> None:
    host, port, path = place(shared)
    with ThreadPoolExecutor(16) as hands:
        answers = list(hands.map(lambda _: ask(shared, path)[:2], range(32)))
    assert answers == [(200, PAGE)] * 32
    idle = [socket.create_connection((host, port), 5) for _ in range(MOST_AT_ONCE)]
    one_more = socket.create_connection((host, port), 5)
    one_more.settimeout(10)
    assert one_more.recv(1) == b""
    for line in (*idle, one_more):
        line.close()


def test_this_computers_addresses_are_told_the_one_for_itself_last() -> None:
    found = addresses()
    assert found[-1] == ALONE
    assert len(found) == len(set(found))
    assert all(re.fullmatch(r"\d+(\.\d+){3}", one) for one in found)


def test_an_address_of_another_computer_is_refused() -> None:
    with pytest.raises(OSError, match="assign"):
        OnePage(PAGE, "192.0.2.77")
