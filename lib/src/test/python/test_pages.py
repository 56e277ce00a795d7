"""Tests of the pages: complete in themselves, nothing loaded from elsewhere. Run by .ci/run."""

import tempfile
import unittest
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import pages

FORMULAS = """# How far?

Inline $\\eta < 1$ and $1 - \\eta$.

$$\\eta = 10^{-\\alpha L / 10}$$

\\begin{align}a &= b\\end{align}

Then [on](10-next.ipynb), [there](./10-next.ipynb#part), [paper](https://doi.org/10.1000/1).
"""


class Pages(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.site = Path(directory.name)

    def page(self, *cells):
        return pages.write(new_notebook(cells=list(cells)), "00-start", self.site)

    def test_nothing_is_loaded_from_elsewhere(self):
        data = {"text/html": "<table><tr><td>1</td></tr></table>", "text/plain": "1"}
        chart = {"image/png": "iVBORw0KGgo=", "text/plain": "chart"}
        page = self.page(
            new_markdown_cell(FORMULAS),
            new_code_cell("var x = 1;", outputs=[new_output("display_data", data=data)]),
            new_code_cell("x", outputs=[new_output("display_data", data=chart)]),
        )
        self.assertEqual([], pages.external_loads(page))
        self.assertNotIn("<script", page)
        self.assertIn("data:image/png;base64,iVBORw0KGgo=", page)
        self.assertIn("<td>1</td>", page)

    def test_what_is_loaded_from_elsewhere_is_found(self):
        for bad in (
            '<img src="https://example.org/a.png">',
            '<script src="https://example.org/a.js"></script>',
            "<script>alert(1)</script>",
            '<link rel="stylesheet" href="https://example.org/a.css">',
            '<iframe src="//example.org"></iframe>',
            '<p style="background: url(https://example.org/a.png)">x</p>',
            '<style>@import "https://example.org/a.css";</style>',
        ):
            self.assertTrue(pages.external_loads(bad), bad)
        self.assertEqual([], pages.external_loads('<a href="https://example.org">x</a>'))

    def test_formulas_need_no_script(self):
        page = self.page(new_markdown_cell(FORMULAS))
        self.assertEqual(4, page.count("<math"))
        self.assertNotIn("$", page)
        self.assertNotIn("\\eta", page)

    def test_links_lead_to_pages(self):
        page = self.page(new_markdown_cell(FORMULAS))
        self.assertIn('href="10-next.html"', page)
        self.assertIn('href="./10-next.html#part"', page)
        self.assertIn('href="https://doi.org/10.1000/1"', page)

    def test_folded_source_is_folded(self):
        cell = new_code_cell("var answer = 42;")
        cell.metadata["jupyter"] = {"source_hidden": True}
        page = self.page(new_code_cell("var open = 1;"), cell)
        before, after = page.split("<details>")
        self.assertIn("open", before)
        self.assertIn("answer", after)

    def test_index_lists_questions_by_theme(self):
        notebooks = self.site / "notebooks"
        notebooks.mkdir()
        for stem, question in (("31-b", "Where & how?"), ("10-a", "What?"), ("20-c", "Who?")):
            book = new_notebook(cells=[new_markdown_cell(f"# {question}\n\nText")])
            nbformat.write(book, notebooks / f"{stem}.ipynb")
            if stem != "20-c":
                pages.write(book, stem, self.site)
        pages.write_index(self.site, [notebooks / "10-a.ipynb"])
        index = (self.site / "index.html").read_text(encoding="utf-8")
        self.assertLess(index.index("Entanglement"), index.index("Distance limits"))
        self.assertIn('<a href="31-b.html">31-b</a></td><td>Where &amp; how?', index)
        self.assertNotIn("20-c", index)
        self.assertEqual([], pages.external_loads(index))


if __name__ == "__main__":
    unittest.main()
