"""The picture in BENCHMARKS.md: geometric means of its tables, as bars.

    python3 benches/picture.py
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTH, ROW, LEFT, SCALE = 640, 26, 210, 62
STYLE = (
    ".page{fill:#fff}text{font:13px system-ui,sans-serif;fill:#111}.ours{fill:#1c5fb0}.theirs{fill:#9aa4b0}"
    "@media(prefers-color-scheme:dark){.page{fill:#0d1117}text{fill:#e6edf3}.ours{fill:#4c8fdf}.theirs{fill:#656c76}}"
)


def table_with(text, column):
    """The rows of the first table that has this column, each as a dictionary."""
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line.startswith("|")]
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        if rows and column in rows[0]:
            return [dict(zip(rows[0], row)) for row in rows[2:]]
    raise SystemExit(f"BENCHMARKS.md has no table with the column {column}")


def mean(rows):
    return next(row for row in rows if row["problem"] == "geometric mean")


text = (ROOT / "BENCHMARKS.md").read_text()
here, codi = mean(table_with(text, "compiled")), mean(table_with(text, "CoDiPack"))
bars = [("f64, no derivative", here["f64"], "theirs"), ("by hand", here["by hand"], "theirs")]
bars += [("#[differentiable]", here["compiled"], "ours"), ("grad!", "1.00", "ours")]
bars += [("CoDiPack (C++)", codi["CoDiPack"], "theirs"), ("operators on values", here["operators"], "ours")]
bars += [(name, here[name], "theirs") for name in ("RustQuant_autodiff", "aad", "echidna", "tpt-math")]
bars.sort(key=lambda bar: float(bar[1]))

height = ROW * len(bars) + 20
svg = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">']
svg += [f"<style>{STYLE}</style>", '<rect class="page" width="100%" height="100%"/>']
for index, (name, ratio, whose) in enumerate(bars):
    y = 10 + ROW * index
    length = SCALE * float(ratio)
    svg.append(f'<text x="{LEFT - 8}" y="{y + 17}" text-anchor="end">{name}</text>')
    svg.append(f'<rect class="{whose}" x="{LEFT}" y="{y + 4}" width="{length:.1f}" height="{ROW - 8}"/>')
    svg.append(f'<text x="{LEFT + length + 6:.1f}" y="{y + 17}">{ratio}</text>')
svg.append("</svg>\n")
(ROOT / "guide/src/pictures/speed.svg").write_text("\n".join(svg))
