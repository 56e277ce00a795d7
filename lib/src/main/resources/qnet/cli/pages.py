"""The notebooks as plain pages: no script, nothing loaded from anywhere, formulas as MathML."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import latex2mathml.converter
import nbformat
from jinja2 import DictLoader, pass_context
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments.formatters import HtmlFormatter

THEMES = {
    "0": "Start",
    "1": "Entanglement",
    "2": "Quantum key distribution",
    "3": "Distance limits",
    "4": "Networks",
    "5": "Outlook",
    "9": "Bench",
}
STYLE = """
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5;
  font-family: system-ui, sans-serif; color: #222; background: #fff; }
a { color: #0072b2; }
nav { display: flex; gap: 1.5rem; }
.prompt, .anchor-link { display: none; }
.code_cell { margin: 1rem 0; }
pre { overflow-x: auto; margin: 0; font-size: 0.9rem; }
.input_area { background: #f6f8fa; border-left: 3px solid #0072b2; padding: 0.5rem 0.8rem; }
.output { padding: 0.5rem 0.8rem; overflow-x: auto; }
.output_stderr, .output_error { background: #fdeeee; }
table { border-collapse: collapse; }
th, td { padding: 0.2rem 0.7rem; border-bottom: 1px solid #ddd; text-align: left; }
img { max-width: 100%; }
blockquote { border-left: 3px solid #ddd; margin-left: 0; padding-left: 1rem; }
"""
# a cell whose source a notebook folds is folded on the page too
TEMPLATE = """
{%- extends "basic/index.html.j2" -%}
{% block any_cell %}
{%- if cell.metadata.get("jupyter", {}).get("source_hidden") -%}
<details><summary>Show</summary>{{ super() }}</details>
{%- else -%}
{{ super() }}
{%- endif -%}
{% endblock any_cell %}
"""
LINK = re.compile(r'(href="(?:\./)?[\w-]+)\.ipynb(?=["#])')


class Renderer(IPythonRenderer):
    """Markdown with formulas that a browser draws by itself."""

    def inline_math(self, body):
        return mathml(body, "inline")

    def block_math(self, body):
        return mathml(body, "block")

    def multiline_math(self, text):
        return mathml(text, "block")

    def latex_environment(self, name, body):
        return mathml(rf"\begin{{{name}}}{body}\end{{{name}}}", "block")


def mathml(body, display):
    return latex2mathml.converter.convert(html.unescape(body).strip(), display=display)


class PageExporter(HTMLExporter):
    """The inside of a page."""

    def __init__(self):
        loader = DictLoader({"kit.html.j2": TEMPLATE})
        super().__init__(
            template_name="basic", template_file="kit.html.j2", extra_loaders=[loader]
        )

    @pass_context
    def markdown2html(self, context, source):
        cell = context.get("cell", {})
        path = context.get("resources", {}).get("metadata", {}).get("path", "")
        renderer = Renderer(
            escape=False,
            attachments=cell.get("attachments", {}),
            embed_images=True,
            path=path,
            anchor_link_text="",
        )
        return MarkdownWithMath(renderer=renderer).render(source)


def title(notebook, stem):
    """The question that a notebook answers: its first heading."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for line in cell.source.splitlines():
                if line.startswith("# "):
                    return line[2:].strip()
    return stem


def document(heading, body):
    colours = HtmlFormatter().get_style_defs(".highlight")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(heading)}</title>\n<style>{STYLE}{colours}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def write(notebook, stem, site):
    """Writes one notebook as a page, and gives the page's text."""
    body, _ = PageExporter().from_notebook_node(notebook)
    navigation = '<nav><a href="index.html">All notebooks</a></nav>'
    page = document(title(notebook, stem), navigation + LINK.sub(r"\1.html", body))
    (site / f"{stem}.html").write_text(page, encoding="utf-8", newline="\n")
    return page


def write_index(site, paths):
    """Writes the list of all notebooks beside the given ones that have a page, by theme."""
    sections = {}
    for path in sorted({p for given in paths for p in given.parent.glob("*.ipynb")}):
        if (site / f"{path.stem}.html").exists():
            theme = THEMES.get(path.stem[0], "More")
            question = title(nbformat.read(path, as_version=4), path.stem)
            sections.setdefault(theme, []).append((path.stem, question))
    body = "<h1>Quantum Internet Kit</h1>"
    for theme, entries in sections.items():
        body += f"<h2>{theme}</h2><table>"
        for stem, question in entries:
            link = f'<a href="{html.escape(stem)}.html">{html.escape(stem)}</a>'
            body += f"<tr><td>{link}</td><td>{html.escape(question)}</td></tr>"
        body += "</table>"
    text = document("Quantum Internet Kit", body)
    (Path(site) / "index.html").write_text(text, encoding="utf-8", newline="\n")


class _Loads(HTMLParser):
    """Collects what a browser would fetch from elsewhere on its own, and all scripts."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "script":
            self.found.append("a script " + (values.get("src") or ""))
        for name, value in attrs:
            loads = name in ("src", "srcset", "data", "poster", "background") or (
                tag == "link" and name == "href"
            )
            if loads and value and not value.startswith("data:"):
                self.found.append(value)
            if value and "url(" in value and "url(data:" not in value:
                self.found.append(value)

    def handle_data(self, data):
        if self.cdata_elem == "style" and ("@import" in data or "url(http" in data):
            self.found.append("a style from elsewhere")


def external_loads(page):
    """What a page would load from elsewhere; it must be nothing."""
    parser = _Loads()
    parser.feed(page)
    return parser.found
