"""The plates of a print file, as Ghostscript separates it."""
import subprocess
from pathlib import Path

import numpy
import pikepdf
from PIL import Image

SCALE = 2  # pixels a point
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


class Page:
    """The inks of a page: arrays of 0 (none) to 1, rows from the top of the MediaBox."""

    def __init__(self, plates, page):
        self.plates = plates
        self.trim, self.bleed, self.media = ([float(number) for number in page[key]]
                                             for key in ("/TrimBox", "/BleedBox", "/MediaBox"))

    def spots(self):
        return sorted(set(self.plates) - set(PROCESS))

    def window(self, box, grown=0.0):
        """Rows and columns of the pixels wholly within a box in points, grown on all sides."""
        # Ghostscript puts the lower left corner of the page into the lower left corner of the last row's first pixel.
        rows, columns = next(iter(self.plates.values())).shape
        top, left = rows - (box[3] + grown) * SCALE, (box[0] - grown) * SCALE
        bottom, right = rows - (box[1] - grown) * SCALE, (box[2] + grown) * SCALE
        top, left = (max(int(numpy.ceil(edge - 0.01)), 0) for edge in (top, left))
        bottom, right = (max(int(numpy.floor(edge + 0.01)), 0) for edge in (bottom, right))
        return slice(top, min(bottom, rows)), slice(left, min(right, columns))

    def part(self, plate, box, grown=0.0):
        return self.plates[plate][self.window(box, grown)]

    def outside(self, box, grown=0.0):
        """True for pixels wholly outside a box; those on its edge are not counted on any side."""
        mask = numpy.ones(next(iter(self.plates.values())).shape, bool)
        rows, columns = self.window(box, grown + 1 / SCALE)
        mask[rows, columns] = False
        return mask

    def total(self):
        return sum(self.plates.values())


def separate(file, folder, first=None, last=None):
    """The pages of a PDF as plates; overprint as a press does it, no smoothing."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    pages = [f"-dFirstPage={first}", f"-dLastPage={last}"] if first else []
    done = subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONWARNING", "-sDEVICE=tiffsep",
                           "-sCompression=none", f"-r{72 * SCALE}", *pages, f"-sOutputFile={folder}/%d.tif", str(file)],
                          capture_output=True, text=True, timeout=300)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"gs ended with {done.returncode}: {done.stderr}")
    found = []
    with pikepdf.open(file) as pdf:
        for number, page in enumerate(list(pdf.pages)[(first or 1) - 1:last], 1):
            plates = {}
            for path in folder.glob(f"{number}(*).tif"):
                name = path.stem[path.stem.index("(") + 1:-1]
                plates[name] = 1 - numpy.asarray(Image.open(path)) / numpy.float32(255)
            found.append(Page(plates, page.obj))
    return found
