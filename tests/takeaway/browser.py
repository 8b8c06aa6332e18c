"""A browser without a window and without a network, driven as a hand does: Chromium's own protocol over two pipes."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyvista as pv

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
WORDS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--use-gl=angle", "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--remote-debugging-pipe",
    "--force-prefers-reduced-motion", "--hide-scrollbars",
)  # fmt: skip
WIDTH, HEIGHT = 860, 520
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"


class Browser:
    """One page in a browser. ``asked_for`` are all addresses that it wanted, ``complaints`` what it complained of."""

    def __init__(self, to: int, back: int, folder: Path) -> None:
        self._to, self._back, self._folder = os.fdopen(to, "wb", 0), os.fdopen(back, "rb", 0), folder
        self._number, self._heard, self._session = 0, b"", ""
        self._loaded = False
        self.asked_for: list[str] = []
        self.complaints: list[str] = []

    def open(self, address: str) -> None:
        """Open an address and wait until it was drawn."""
        target = self._say("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._say("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._say(f"{domain}.enable")
        screen = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
        self._say("Emulation.setDeviceMetricsOverride", **screen)
        self._say("Page.navigate", url=address)
        while not self._loaded:
            self._note(self._hear())
        self.settle()

    def evaluate(self, script: str) -> Any:
        """What a line of JavaScript comes to; the developer's hand, which the page's own rules do not bind."""
        found = self._say("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def settle(self) -> None:
        """Let it draw what changed."""
        self.evaluate(SETTLED)

    def text(self, name: str) -> str:
        """The text of an element by its id; nothing where it is not seen."""
        script = f"(one => one.closest('[hidden]') ? '' : one.textContent)(document.getElementById('{name}'))"
        return str(self.evaluate(script))

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """With the left button of a mouse."""
        steps = [("mousePressed", start), *(("mouseMoved", at) for at in _between(start, end)), ("mouseReleased", end)]
        for kind, (x, y) in steps:
            self._say("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)
        self.settle()

    def click(self, x: float, y: float) -> None:
        """With the left button, without moving."""
        for kind in ("mousePressed", "mouseReleased"):
            self._say("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)
        self.settle()

    def press(self, name: str) -> None:
        """Click the middle of an element by its id."""
        x, y = self.evaluate(
            f"(box => [box.x + box.width / 2, box.y + box.height / 2])"
            f"(document.getElementById('{name}').getBoundingClientRect())"
        )
        self.click(x, y)

    def swipe(self, *fingers: tuple[tuple[float, float], tuple[float, float]]) -> None:
        """Each finger from its start to its end, at once."""
        ways = [[start, *_between(start, end)] for start, end in fingers]
        for number, places in enumerate(zip(*ways, strict=True)):
            points = [{"x": x, "y": y, "id": one} for one, (x, y) in enumerate(places)]
            self._say("Input.dispatchTouchEvent", type="touchMove" if number else "touchStart", touchPoints=points)
        self._say("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        self.settle()

    def picture(self) -> npt.NDArray[np.int64]:
        """What is seen, (height, width, 3), first row uppermost."""
        file = self._folder / "seen.png"
        file.write_bytes(base64.b64decode(self._say("Page.captureScreenshot", format="png")["data"]))
        image = pv.read(file)
        width, height, _ = image.dimensions
        return np.asarray(image.active_scalars, int).reshape(height, width, -1)[::-1, :, :3]

    def leave(self) -> None:
        """Close the browser."""
        self._session = ""
        self._say("Browser.close")

    def _say(self, method: str, **words: Any) -> Any:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": words}
        if self._session:
            message["sessionId"] = self._session
        self._to.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._hear()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self._note(answer)

    def _note(self, event: dict[str, Any]) -> None:
        told = event.get("params", {})
        self._loaded = self._loaded or event.get("method") == "Page.loadEventFired"
        if event.get("method") == "Network.requestWillBeSent":
            self.asked_for.append(told["request"]["url"])
        if event.get("method") in {"Runtime.exceptionThrown", "Page.javascriptDialogOpening"}:
            self.complaints.append(json.dumps(told))
        if event.get("method") == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.complaints.append(told["entry"]["text"])

    def _hear(self) -> Any:
        while b"\0" not in self._heard:
            more = self._back.read(1 << 16)
            assert more, "the browser went away"
            self._heard += more
        message, _, self._heard = self._heard.partition(b"\0")
        return json.loads(message)


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """A browser whose files lie in a folder."""
    (hear, to), (back, say) = os.pipe(), os.pipe()
    command = [str(CHROMIUM), *WORDS, f"--user-data-dir={folder / 'browser'}", f"--window-size={WIDTH},{HEIGHT}"]
    quoted = ["bash", "-c", f'exec "$@" 3<&{hear} 4>&{say}', "bash", *command]
    process = subprocess.Popen(quoted, pass_fds=(hear, say), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(hear)
    os.close(say)
    driven = Browser(to, back, folder)
    try:
        yield driven
        driven.leave()
        process.wait(30)
    finally:
        process.kill()
        process.wait()
        driven._to.close()
        driven._back.close()


def _between(start: tuple[float, float], end: tuple[float, float], steps: int = 2) -> list[tuple[float, float]]:
    shares = [number / steps for number in range(1, steps + 1)]
    return [(start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])) for share in shares]
