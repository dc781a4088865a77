"""Pages drawn by five readers, as the mean colors of small squares, and how far apart these are."""
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy
from PIL import Image

HERE = Path(__file__).resolve().parent
SCALE = 2    # pixels a point
SQUARE = 16  # pixels: 8 pt, about a line of type


def commands(readers):
    """{reader: command that draws FILE to PREFIX…N.ppm}, or the reason why it is not here. `readers` is a folder that
    scripts/readers filled."""
    dots, pdfium, pdfjs = str(72 * SCALE), readers / "pdfium", readers / "pdfjs/node_modules"
    found = {
        "poppler": ["pdftoppm", "-r", dots, "FILE", "PREFIX"],
        "mupdf": ["mutool", "draw", "-q", "-r", dots, "-c", "rgb", "-o", "PREFIX%d.ppm", "FILE"],
        "ghostscript": ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONWARNING", "-sDEVICE=ppmraw",
                        f"-r{dots}", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-sOutputFile=PREFIX%d.ppm", "FILE"],
        "pdfium": [sys.executable, str(HERE / "draw_pdfium.py"), str(pdfium), str(SCALE), "FILE", "PREFIX"],
        "pdf.js": ["node", str(HERE / "draw_pdfjs.mjs"), str(pdfjs), str(SCALE), "FILE", "PREFIX"],
    }
    for name, command in found.items():
        if not shutil.which(command[0]):
            found[name] = f"{command[0]} is not installed"
    for name, folder in (("pdfium", pdfium), ("pdf.js", pdfjs.parent)):
        if not (folder / "version").exists():
            found[name] = "scripts/readers could not fetch it"
    return found


def draw(command, file, folder, silent=""):
    """The pages as arrays of squares: rows, columns, RGB from 0 (none) to 1 (all of the light). A reader that prints
    anything but `silent` fails."""
    folder.mkdir(parents=True)
    line = [part.replace("FILE", str(file)).replace("PREFIX", f"{folder}/") for part in command]
    done = subprocess.run(line, capture_output=True, timeout=300)
    said = (done.stdout + done.stderr).decode("utf-8", "replace").replace(silent, "")
    if (done.returncode, said) != (0, ""):
        raise AssertionError(f"{line[0]} {file.name} ended with {done.returncode}: {said}")
    pages = {int(re.search(r"(\d+)\.ppm$", path.name)[1]): squares(path) for path in folder.glob("*.ppm")}
    shutil.rmtree(folder)
    return [pages[number] for number in sorted(pages)]


def squares(path):
    picture = numpy.asarray(Image.open(path).convert("RGB"), numpy.float32) / 255
    rows, columns = picture.shape[0] // SQUARE, picture.shape[1] // SQUARE
    cut = picture[:rows * SQUARE, :columns * SQUARE]
    return cut.reshape(rows, SQUARE, columns, SQUARE, 3).mean((1, 3))


def trimmed(drawn):
    """All readers' pages cut to a common size: they round half a pixel their own ways."""
    sizes = [tuple(min(page.shape[i] for page in pages) for i in (0, 1)) for pages in zip(*drawn.values())]
    return {name: [page[:rows, :columns] for page, (rows, columns) in zip(pages, sizes)]
            for name, pages in drawn.items()}


def matched(drawn, like):
    """Every reader's colors brought near to those of `like`, by one cubic polynomial for the whole file that leaves
    white as it is. Readers show inks each their own way, and that is a function of the color alone; what depends on the
    place, a missing line or a wrong color of one thing, no such function takes away."""
    wanted = 1 - numpy.concatenate([page.reshape(-1, 3) for page in drawn[like]])
    result = {}
    for name, pages in drawn.items():
        colors = numpy.concatenate([page.reshape(-1, 3) for page in pages])
        # Each color counts by the root of how often it comes, or paper would be all that matters.
        _, kind, often = numpy.unique((colors * 15).round(), axis=0, return_inverse=True, return_counts=True)
        weight = often[kind, None] ** -0.5
        fitted = numpy.linalg.lstsq(powers(colors) * weight, wanted * weight, rcond=None)[0]
        result[name] = [(1 - powers(page.reshape(-1, 3)) @ fitted).reshape(page.shape) for page in pages]
    return result


def powers(colors):
    r, g, b = (1 - colors).T
    squares_of, cubes = [r * r, g * g, b * b, r * g, g * b, b * r], [r ** 3, g ** 3, b ** 3, r * g * b]
    return numpy.stack([r, g, b, *squares_of, *cubes], 1)


def distances(drawn):
    """[(reader, page, mean, largest)]: how far the squares of a page are from what most readers draw, of 255."""
    found = []
    for number, pages in enumerate(zip(*drawn.values()), 1):
        common = numpy.median(numpy.stack(pages), 0)
        for name, page in zip(drawn, pages):
            apart = abs(page - common).max(2) * 255
            found.append((name, number, float(apart.mean()), float(apart.max())))
    return found
