"""Executes notebooks in the kernel "java", some at a time; then compares, updates, publishes.

Progress goes to standard output as lines "@progress<TAB>done<TAB>total<TAB>label"; all other lines
are for the reader. When standard input ends, or a signal comes, all kernels are ended.
"""

import argparse
import asyncio
import copy
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

import outputs
import pages

CELL_TIMEOUT_S = 300
KERNEL_START_TIMEOUT_S = 120
LINES_SHOWN = 12
# a line of the stack trace that is inside of the kernel or the JDK, not of the notebook
FRAME = re.compile(r"\s*(at )?(org\.dflib\.jjava|io\.github\.spencerpark|java\.base|jdk\.)\S*\(")
ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


class Progress:
    """Counts the executed cells of all notebooks."""

    def __init__(self):
        self.done = 0
        self.total = 0

    def expect(self, cells):
        self.total += cells

    def cell(self, label):
        self.done += 1
        print(f"@progress\t{self.done}\t{self.total}\t{label}", flush=True)


def failure_text(path, notebook, number, failure):
    """Notebook and cell, by number and first line, and what the kernel said."""
    if number is None:
        return f"{path.name}, before the first cell:\n    {failure}"
    cell = notebook.cells[number]
    place = f"{path.name}, cell {number + 1} ({cell.source.strip().splitlines()[0]})"
    said = [str(failure).strip() or type(failure).__name__]
    for output in cell.outputs:
        if output.output_type == "error":
            said = [f"{output.ename}: {output.evalue}", *output.traceback]
    lines = ANSI.sub("", "\n".join(said)).splitlines()
    lines = [line.rstrip() for line in lines if line.strip() and not FRAME.match(line)]
    return "\n    ".join([f"{place}:", *lines[:LINES_SHOWN]])


async def execute(path, committed, progress):
    """Runs one notebook; gives it with its outputs, and what went wrong, if anything did."""
    notebook = copy.deepcopy(committed)
    outputs.clear(notebook)
    current = None

    def note(cell, cell_index):
        nonlocal current
        current = cell_index

    def count(cell, cell_index, execute_reply):
        progress.cell(path.stem)

    client = NotebookClient(
        notebook,
        kernel_name="java",
        timeout=CELL_TIMEOUT_S,
        startup_timeout=KERNEL_START_TIMEOUT_S,
        shutdown_kernel="immediate",
        store_widget_state=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_execute=note,
        on_cell_executed=count,
    )
    try:
        # what a kernel says outside of its cells would garble the lines of this script
        await client.async_execute(stdout=subprocess.DEVNULL)
    except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as failure:
        return notebook, failure_text(path, notebook, current, failure)
    return notebook, None


async def treat(path, arguments, progress, slots):
    """Runs one notebook and does with it what the mode asks; gives the list of its problems."""
    try:
        committed = nbformat.read(path, as_version=4)
    except Exception as failure:  # whatever is wrong with the file, the name of the file matters
        return [f"{path.name} is not a notebook: {failure}"]
    progress.expect(sum(c.cell_type == "code" and bool(c.source.strip()) for c in committed.cells))
    async with slots:
        start = time.monotonic()
        notebook, failure = await execute(path, committed, progress)
        seconds = time.monotonic() - start
        outputs.normalise(notebook)
        page = await asyncio.to_thread(pages.write, notebook, path.stem, Path(arguments.site))
    problems = [f"{path.name}: the page loads {url}" for url in pages.external_loads(page)]
    if failure:
        return [failure, *problems]
    note = ""
    if arguments.mode == "check":
        found = outputs.differences(committed, notebook)
        problems += [f"{path.name}, {difference}" for difference in found]
        note = f"  {len(found)} differences" if found else "  same outputs"
    elif arguments.mode == "update":
        changed = outputs.update(path, notebook)
        note = "  updated" if changed else "  unchanged"
    print(f"{path.stem:<32} {seconds:5.1f} s{note}", flush=True)
    return problems


async def run(arguments):
    start = time.monotonic()
    progress = Progress()
    slots = asyncio.Semaphore(arguments.workers)
    paths = [Path(path) for path in arguments.notebooks]
    results = await asyncio.gather(*(treat(path, arguments, progress, slots) for path in paths))
    site = Path(arguments.site)
    pages.write_index(site, paths)
    problems = [problem for result in results for problem in result]
    for problem in problems:
        print(f"\n{problem}", flush=True)
    seconds = time.monotonic() - start
    print(f"{len(paths)} notebooks in {seconds:.1f} s; pages: {site / 'index.html'}", flush=True)
    if problems:
        print(f"FAILED: {len(problems)} problems", flush=True)
    return 1 if problems else 0


def parse(command_line):
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", choices=["run", "check", "update"], required=True)
    parser.add_argument("--workers", type=int, required=True)
    parser.add_argument("--site", required=True)
    parser.add_argument("notebooks", nargs="+")
    return parser.parse_args(command_line)


def main():
    """Runs the event loop beside the main thread, which listens for the end."""
    arguments = parse(sys.argv[1:])
    loop = asyncio.SelectorEventLoop()
    task = loop.create_task(run(arguments))
    finished = threading.Event()
    result = []

    def work():
        try:
            result.append(loop.run_until_complete(task))
        except asyncio.CancelledError:
            result.append(130)
        finally:
            finished.set()

    def stop(*_):
        loop.call_soon_threadsafe(task.cancel)

    def stop_at_end_of_input():
        # the unbuffered read holds no lock that would be in the way of the interpreter's end
        while os.read(0, 1024):
            pass
        if not finished.is_set():
            stop()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    threading.Thread(target=stop_at_end_of_input, daemon=True).start()
    thread = threading.Thread(target=work)
    thread.start()
    while not finished.wait(0.2):
        pass
    thread.join()
    return result[0] if result else 1


if __name__ == "__main__":
    sys.exit(main())
