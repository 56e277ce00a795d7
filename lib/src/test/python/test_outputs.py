"""Tests of how outputs are brought into one form, compared and written. Run by .ci/run."""

import base64
import struct
import tempfile
import unittest
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import outputs


def png(width, height, rest=b""):
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)
    return base64.b64encode(head + rest).decode()


def stream(text, name="stdout"):
    return new_output("stream", name=name, text=text)


def result(**data):
    return new_output("execute_result", data={k.replace("_", "/"): v for k, v in data.items()})


def picture(width, height, rest=b""):
    data = {"image/png": png(width, height, rest), "text/plain": "chart"}
    return new_output("display_data", data=data)


def notebook(*cell_outputs, tags=()):
    cell = new_code_cell("x", outputs=list(cell_outputs), execution_count=1)
    cell.metadata["tags"] = list(tags)
    return new_notebook(cells=[new_markdown_cell("# Why?"), cell])


class Comparison(unittest.TestCase):
    def differs(self, old, new, *words):
        found = outputs.differences(old, outputs.normalise(new))
        self.assertEqual(1, len(found), found)
        self.assertTrue(found[0].startswith("cell 2: "), found)
        for word in words:
            self.assertIn(word, found[0])

    def agrees(self, old, new):
        self.assertEqual([], outputs.differences(old, outputs.normalise(new)))

    def test_same(self):
        both = [stream("a\n"), result(text_plain="1", text_html="<b>1</b>"), picture(4, 3)]
        self.agrees(notebook(*both), notebook(*both))

    def test_text(self):
        self.differs(
            notebook(result(text_plain="same\n0.5")),
            notebook(result(text_plain="same\n0.6")),
            "text/plain", "-0.5", "+0.6",
        )  # fmt: skip

    def test_html(self):
        old = result(text_plain="t", text_html="<td>1</td>")
        new = result(text_plain="t", text_html="<td>2</td>")
        self.differs(notebook(old), notebook(new), "text/html", "-<td>1</td>", "+<td>2</td>")

    def test_stream(self):
        self.differs(notebook(stream("a")), notebook(stream("b")), "stdout")
        self.differs(notebook(stream("a")), notebook(stream("a", "stderr")), "stderr came")

    def test_stream_fragments_do_not_count(self):
        self.agrees(notebook(stream("a\nb\n")), notebook(stream("a\n"), stream("b\n")))

    def test_missing_output(self):
        self.differs(notebook(), notebook(stream("a")), "0 outputs are committed, 1 came")

    def test_missing_type(self):
        new = result(text_plain="1", text_html="1")
        self.differs(notebook(result(text_plain="1")), notebook(new), "text/html")

    def test_other_kind_of_output(self):
        self.differs(notebook(stream("1")), notebook(result(text_plain="1")), "stream is committed")

    def test_picture_only_by_size(self):
        self.agrees(notebook(picture(4, 3, b"a")), notebook(picture(4, 3, b"b")))
        self.differs(notebook(picture(4, 3)), notebook(picture(4, 5)), "4 × 3", "4 × 5")
        self.differs(notebook(picture(4, 3)), notebook(result(text_plain="chart")), "display_data")

    def test_volatile_cells_do_not_count(self):
        self.agrees(notebook(stream("a")), notebook(stream("b"), tags=["volatile"]))

    def test_expected_error(self):
        def error(value):
            return new_output("error", ename="E", evalue=value, traceback=["at random"])

        self.agrees(notebook(error("no")), notebook(error("no")))
        self.differs(notebook(error("no")), notebook(error("yes")), "-E: no", "+E: yes")


class Form(unittest.TestCase):
    def test_nothing_of_the_machine_stays(self):
        book = notebook(stream("a"))
        book.metadata["kernelspec"] = {"name": "mine"}
        book.metadata["language_info"] = {"version": "17.0.15+6"}
        book.metadata["widgets"] = {"state": 1}
        book.cells[1].metadata["execution"] = {"iopub.status.busy": "2026-11-23T00:00:00Z"}
        book.cells[1].metadata["jupyter"] = {"source_hidden": True}
        book.cells[1].execution_count = 17
        outputs.normalise(book)
        self.assertEqual("java", book.metadata.kernelspec.name)
        self.assertNotIn("version", book.metadata.language_info)
        self.assertNotIn("widgets", book.metadata)
        self.assertEqual({"tags", "jupyter"}, set(book.cells[1].metadata))
        self.assertEqual(1, book.cells[1].execution_count)

    def test_live_widget_is_not_kept(self):
        view = {"application/vnd.jupyter.widget-view+json": {"model_id": "a1"}}
        beside = new_output("display_data", data={**view, "text/plain": "slider"})
        book = outputs.normalise(notebook(new_output("display_data", data=view), beside))
        self.assertEqual([{"text/plain": "slider"}], [o.data for o in book.cells[1].outputs])

    def test_ids_stay_and_missing_ones_are_stable(self):
        def ids():
            book = new_notebook(cells=[new_code_cell(s) for s in "aabb"])
            book.cells[0]["id"], book.cells[1]["id"] = "mine", "mine"
            del book.cells[2]["id"], book.cells[3]["id"]
            return [cell["id"] for cell in outputs.normalise(book).cells]

        self.assertEqual("mine", ids()[0])
        self.assertEqual(4, len(set(ids())))
        self.assertEqual(ids(), ids())

    def test_update_writes_only_what_changed(self):
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "a.ipynb"
            path.write_text("{}", encoding="utf-8")
            book = outputs.normalise(notebook(stream("é\n")))
            self.assertTrue(outputs.update(path, book))
            self.assertFalse(outputs.update(path, book))
            text = path.read_text(encoding="utf-8")
            self.assertTrue(text.endswith("}\n") and not text.endswith("\n\n"))
            self.assertIn("é", text)
            self.assertEqual([path], list(path.parent.iterdir()))
            nbformat.validate(nbformat.read(path, as_version=4))


if __name__ == "__main__":
    unittest.main()
