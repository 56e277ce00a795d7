"""Opens the first notebook as a reader does, runs it, and looks at what is on the screen.

Starts "./kit lab" and a headless Chromium, and steers it through the DevTools protocol. To be run
with the Python of .venv, from anywhere:  .venv/bin/python .ci/browser-test.py
"""

import base64
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

import websocket

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = ROOT / "notebooks" / "00-start-here.ipynb"
USABLE_WITHIN_S = float(os.environ.get("KIT_USABLE_WITHIN_S", "10"))
VISITS = 4  # the first start after a set-up is slower, and a busy machine is too
OUTPUT = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output"
CHROMIUM = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--remote-debugging-port=0", "--window-size=1400,3000",
]  # fmt: skip
# the server's word; the page calls a kernel idle before there is one
KERNEL_IDLE = """fetch('/api/kernels').then(r => r.json())
  .then(list => list.some(kernel => kernel.execution_state === 'idle'))
  .then(idle => idle && document.querySelector('.jp-NotebookPanel-toolbar .jp-Toolbar-kernelName')
    .textContent.includes('Java'))"""
PICTURE_SHOWN = f"(i => i && i.complete && i.naturalWidth)(document.querySelector('{OUTPUT} img'))"
ERRORS = """document.querySelectorAll('[data-mime-type="application/vnd.jupyter.error"],' +
  '[data-mime-type="application/vnd.jupyter.stderr"]').length"""
# how many colours the picture has, and which part of it is not white
PIXELS = """(img => {
  const canvas = document.createElement('canvas');
  canvas.width = img.naturalWidth; canvas.height = img.naturalHeight;
  const context = canvas.getContext('2d');
  context.drawImage(img, 0, 0);
  const words = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  let marked = 0;
  const colours = new Set();
  for (const word of words) { colours.add(word); if (word !== 0xffffffff) marked++; }
  return {colours: colours.size, marked: marked / words.length, width: canvas.width};
})(document.querySelector('%s img'))""" % OUTPUT


class Page:
    """One page of the browser."""

    def __init__(self, port, url):
        request = urllib.request.Request(f"http://127.0.0.1:{port}/json/new", method="PUT")
        with urllib.request.urlopen(request) as answer:
            address = json.load(answer)["webSocketDebuggerUrl"]
        self.socket = websocket.create_connection(address, timeout=30, suppress_origin=True)
        self.ids = itertools.count(1)
        self.requests = []
        self.call("Network.enable")
        self.call("Page.enable")
        self.call("Page.navigate", url=url)

    def call(self, method, **parameters):
        number = next(self.ids)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("method") == "Network.requestWillBeSent":
                self.requests.append(message["params"]["request"]["url"])
            if message.get("id") == number:
                return message.get("result", {})

    def value(self, script):
        answer = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        return answer.get("result", {}).get("value")

    def wait(self, what, script, seconds):
        """Waits until a script gives something, and gives that."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = self.value(script)
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(f"no {what} within {seconds:g} s")

    def click(self, selector, text):
        """Presses the mouse on the element with this text."""
        script = (
            f"(e => e && (r => [r.x + r.width / 2, r.y + r.height / 2])(e.getBoundingClientRect()))"
            f"([...document.querySelectorAll({json.dumps(selector)})]"
            f".find(e => e.textContent.trim().startsWith({json.dumps(text)})))"
        )
        x, y = self.wait(f"'{text}' to click", script, 10)
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.call(
                "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1
            )

    def menu(self, name, entry):
        self.click(".lm-MenuBar-itemLabel", name)
        self.click(".lm-Menu-itemLabel", entry)

    def screenshot(self):
        data = self.call("Page.captureScreenshot", format="png").get("data", "")
        path = ROOT / "target" / "browser-test.png"
        path.write_bytes(base64.b64decode(data))
        print(f"the screen: {path}")


def start_lab():
    """Starts the lab in a process group of its own, and waits for its address."""
    lab = subprocess.Popen(
        [str(ROOT / "kit"), "lab", "--no-browser"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
    )  # fmt: skip
    said = []
    for line in lab.stdout:
        said.append(line)
        if match := re.search(r"http://127\.0\.0\.1:\d+/\S*token=\w+", line):
            # what the server says later must not fill the pipe
            threading.Thread(target=lab.stdout.read, daemon=True).start()
            return lab, match.group()
    raise AssertionError("the lab did not start:\n" + "".join(said))


def start_browser(profile):
    binary = shutil.which("chromium") or shutil.which("chromium-browser")
    assert binary, "there is no Chromium: apt-get install chromium"
    browser = subprocess.Popen(
        [binary, *CHROMIUM, f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    port = Path(profile) / "DevToolsActivePort"
    end = time.monotonic() + 30
    while not (port.exists() and port.read_text().strip()):
        assert time.monotonic() < end, "Chromium did not start within 30 s"
        time.sleep(0.05)
    return browser, port.read_text().split()[0]


def end(process, how=signal.SIGINT):
    """Ends a process group, as Ctrl-C does unless told otherwise; insists after some seconds."""
    try:
        os.killpg(process.pid, how)
        process.wait(15)
    except (ProcessLookupError, subprocess.TimeoutExpired):
        process.kill()
        process.wait()


def kernels():
    pattern = f"{ROOT}/.venv/share/jupyter/kernels/java"
    found = subprocess.run(["pgrep", "-f", pattern], capture_output=True, text=True)
    return set(found.stdout.split())


def look(page, lab_start):
    """The reader's way: open, clear, run all, look. Gives the seconds until all was usable."""
    # a notebook of the repository has outputs already: only what comes after they are cleared counts
    page.wait("committed outputs", f"document.querySelectorAll('{OUTPUT}').length > 0", 60)
    page.wait("idle kernel", KERNEL_IDLE, 60)
    usable = time.monotonic() - lab_start
    print(f"notebook open and kernel ready {usable:.1f} s after ./kit lab")
    page.menu("Edit", "Clear Outputs of All Cells")
    page.wait("empty outputs", f"document.querySelectorAll('{OUTPUT}').length === 0", 10)

    start = time.monotonic()
    page.menu("Run", "Run All Cells")
    page.wait("chart", PICTURE_SHOWN, 60)
    print(f"first chart {time.monotonic() - start:.1f} s after Run All Cells")
    page.wait("table", f"document.querySelector('{OUTPUT} table td') !== null", 30)
    picture = page.value(PIXELS)
    print(f"the chart: {picture}")
    assert picture["colours"] >= 5 and picture["marked"] > 0.005, "the chart is blank"
    errors = page.value(ERRORS)
    assert errors == 0, f"{errors} outputs are errors"
    in_the_way = page.value(
        "[...document.querySelectorAll('.jp-Dialog, .Toastify__toast')].map(e => e.textContent).join()"
    )
    assert not in_the_way, f"a dialog or a notification is in the way: {in_the_way}"
    away = [u for u in page.requests if not re.match(r"(http|ws)://127\.0\.0\.1:|data:|blob:|about:", u)]
    assert not away, f"the page asked elsewhere: {away}"
    return usable


def visit():
    """One start of the lab, looked at in a new browser."""
    committed = NOTEBOOK.read_bytes()
    before = kernels()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser, port = start_browser(profile)
        lab_start = time.monotonic()
        lab, url = start_lab()
        try:
            page = Page(port, url)
            usable = look(page, lab_start)
        except AssertionError:
            page.screenshot()
            raise
        finally:
            end(lab)
            end(browser, signal.SIGTERM)
            if NOTEBOOK.read_bytes() != committed:  # JupyterLab saves by itself
                NOTEBOOK.write_bytes(committed)
    time.sleep(1)
    left = kernels() - before
    assert not left, f"kernels are left running: {left}"
    return usable


def main():
    """What is shown must be right each time; the time may be that of the best of some visits."""
    assert NOTEBOOK.exists(), f"there is no {NOTEBOOK}"
    times = []
    while not times or (min(times) > USABLE_WITHIN_S and len(times) < VISITS):
        times.append(visit())
    assert min(times) <= USABLE_WITHIN_S, f"usable after {times} s, not {USABLE_WITHIN_S:g} s"
    print("browser test passed")


if __name__ == "__main__":
    try:
        main()
    except AssertionError as failure:
        sys.exit(f"browser test FAILED: {failure}")
