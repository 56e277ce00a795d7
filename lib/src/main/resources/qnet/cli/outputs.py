"""The outputs of a notebook: brought into one form, compared, written."""

import base64
import difflib
import hashlib
import os
import struct

import nbformat

KERNELSPEC = {"display_name": "Java", "language": "java", "name": "java"}
LANGUAGE = {
    "codemirror_mode": "java",
    "file_extension": ".jshell",
    "mimetype": "text/x-java-source",
    "name": "Java",
    "pygments_lexer": "java",
}
# what front ends write into a cell while they run or fold it
VOLATILE_CELL_METADATA = ["execution", "ExecuteTime", "trusted", "scrolled", "vscode"]
# a live widget is nothing without its kernel, and has another name in each run
VOLATILE_TYPES = ["application/vnd.jupyter.widget-view+json"]
TEXT_TYPES = ["text/plain", "text/html", "text/markdown", "text/latex"]
SHOWN_LINES = 8


def clear(notebook):
    """Takes all outputs away."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None


def normalise(notebook):
    """Brings a notebook into the form that depends on nothing but what its cells computed."""
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata.pop("widgets", None)
    notebook.metadata["kernelspec"] = dict(KERNELSPEC)
    notebook.metadata["language_info"] = dict(LANGUAGE)
    seen = set()
    count = 0
    for cell in notebook.cells:
        cell["id"] = stable_id(cell, seen)
        for name in VOLATILE_CELL_METADATA:
            cell.metadata.pop(name, None)
        if cell.cell_type == "code":
            cell.outputs = normal_outputs(cell.outputs)
            if cell.execution_count is not None:
                count += 1
                cell.execution_count = count
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = cell.execution_count
    return notebook


def stable_id(cell, seen):
    """The cell's own id, or one made from its text if it has none, or another cell has it too."""
    candidate = cell.get("id") or ""
    copies = 0
    while not candidate or candidate in seen:
        candidate = hashlib.sha256(f"{copies} {cell.source}".encode()).hexdigest()[:8]
        copies += 1
    seen.add(candidate)
    return candidate


def normal_outputs(cell_outputs):
    """Joins the fragments of each stream, and drops what only lives as long as the kernel."""
    kept = []
    for output in cell_outputs:
        if output.output_type == "stream":
            if kept and kept[-1].output_type == "stream" and kept[-1].name == output.name:
                kept[-1].text += output.text
                continue
        elif "data" in output:
            output.pop("transient", None)
            for mime in VOLATILE_TYPES:
                output.data.pop(mime, None)
            if not output.data:
                continue
        kept.append(output)
    return kept


def differences(committed, executed):
    """What differs, cell by cell, in words; cells tagged volatile do not count."""
    normalise(committed)
    found = []
    for number, (old, new) in enumerate(zip(committed.cells, executed.cells), start=1):
        if new.cell_type != "code" or "volatile" in new.metadata.get("tags", []):
            continue
        difference = cell_difference(old.outputs, new.outputs)
        if difference:
            found.append(f"cell {number}: {difference}")
    return found


def cell_difference(old, new):
    if len(old) != len(new):
        return f"{len(old)} outputs are committed, {len(new)} came"
    for before, after in zip(old, new):
        difference = output_difference(before, after)
        if difference:
            return difference
    return None


def output_difference(old, new):
    if old.output_type != new.output_type:
        return f"{old.output_type} is committed, {new.output_type} came"
    if old.output_type == "stream":
        if old.name != new.name:
            return f"{old.name} is committed, {new.name} came"
        return text_difference(old.name, old.text, new.text)
    if old.output_type == "error":
        before, after = f"{old.ename}: {old.evalue}", f"{new.ename}: {new.evalue}"
        return text_difference("error", before, after)
    if set(old.data) != set(new.data):
        return f"{sorted(old.data)} is committed, {sorted(new.data)} came"
    for mime in sorted(old.data):
        difference = data_difference(mime, old.data[mime], new.data[mime])
        if difference:
            return difference
    return None


def data_difference(mime, old, new):
    if mime in TEXT_TYPES:
        return text_difference(mime, old, new)
    if mime == "image/png" and png_size(old) != png_size(new):
        return f"picture of {png_size(old)} pixels is committed, {png_size(new)} came"
    return None


def text_difference(what, old, new):
    if old == new:
        return None
    lines = list(difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0))[2:]
    shown = [line for line in lines if not line.startswith("@@")][:SHOWN_LINES]
    return f"{what} differs (- committed, + now)" + "".join(f"\n    {line}" for line in shown)


def png_size(text):
    """Width and height from a PNG's header, or what is there instead."""
    head = base64.b64decode(text)[:24]
    if head[:8] != b"\x89PNG\r\n\x1a\n" or len(head) < 24:
        return "no"
    return "%d × %d" % struct.unpack(">II", head[16:24])


def update(path, notebook):
    """Writes a normalised notebook over its file, whole or not at all; whether it changed."""
    text = nbformat.writes(notebook).rstrip("\n") + "\n"
    if path.read_text(encoding="utf-8") == text:
        return False
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, encoding="utf-8", newline="\n")
    os.replace(fresh, path)
    return True
