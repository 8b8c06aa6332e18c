"""Serves one page, read-only, under an address that nobody guesses, until it is stopped.

A request is compared with that one address and nothing else is done with it: no path is looked up, no file is opened.
The page is in memory. Whoever asks for anything else is told that there is nothing.
"""

from __future__ import annotations

import gzip
import secrets
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from threading import BoundedSemaphore, Thread
from typing import Any, ClassVar

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Those of an address: none that is taken for another when it is read from a wall."""
LONG = 10
MOST_AT_ONCE = 48  # connections; a class of thirty, and some that ask twice
PATIENCE = 20.0  # seconds without a word until a connection is closed
PART = 65_536  # bytes that a slow device has that long for
LONGEST_REQUEST = 2_000  # letters of its first line
HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Vary": "Accept-Encoding",
}


class OnePage:
    """Serves a page from when it is made until ``stop``. ``address`` is what is to be typed, or read from a code."""

    def __init__(self, page: bytes, host: str) -> None:
        """``host`` is one of this computer's addresses; the system chooses the port. Raises OSError."""
        path = "/" + "".join(secrets.choice(LETTERS) for _ in range(LONG))
        self._server = _Server((host, 0), path, page)
        self.address = f"http://{host}:{self._server.server_address[1]}{path}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.2,), name="sharing a page", daemon=True)
        self._thread.start()

    @property
    def opened_by(self) -> int:
        """How many devices opened the page until now."""
        return len(self._server.devices)

    def stop(self) -> None:
        """Nothing listens any more when this comes back."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = MOST_AT_ONCE
    allow_reuse_address = False

    def __init__(self, place: tuple[str, int], path: str, page: bytes) -> None:
        self.path, self.page, self.packed = path, page, gzip.compress(page, 6, mtime=0)
        self.devices: set[str] = set()
        self._room = BoundedSemaphore(MOST_AT_ONCE)
        super().__init__(place, _Answer)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Each in a thread of its own, as long as there is room; the rest may ask again."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """What happens in that thread."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """Somebody went away, or said nonsense: that is theirs."""


class _Answer(BaseHTTPRequestHandler):
    server: _Server
    timeout = PATIENCE
    server_version, sys_version = "Iliopsoas", ""
    error_message_format = "There is nothing here.\n"
    error_content_type = "text/plain; charset=utf-8"
    _nothing: ClassVar[tuple[int, str]] = (404, "Not Found")

    def do_GET(self) -> None:
        """The page, to whoever knows its address."""
        self._answer(with_page=True)

    def do_HEAD(self) -> None:
        """What would come with the page."""
        self._answer(with_page=False)

    def _answer(self, with_page: bool) -> None:
        asked = self.path.encode("utf-8", "replace")
        if len(self.requestline) > LONGEST_REQUEST or not secrets.compare_digest(asked, self.server.path.encode()):
            self.send_error(*self._nothing)
            return
        packed = "gzip" in self.headers.get("Accept-Encoding", "")
        content = self.server.packed if packed else self.server.page
        self.send_response(200)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if with_page:
            self.server.devices.add(str(self.client_address[0]))
            for at in range(0, len(content), PART):
                self.wfile.write(content[at : at + PART])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Who opened the page is nobody's affair."""
