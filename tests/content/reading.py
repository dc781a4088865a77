"""Reading a PDF back with poppler and MuPDF, and finding a paragraph in what they print."""
import re
import subprocess


def read(*command):
    """What a reader prints; it must have nothing to say against the file."""
    done = subprocess.run([str(part) for part in command], capture_output=True)
    complaints = done.stderr.decode("utf-8").replace("warning: ICC support is not available\n", "")  # of Debian's mupdf
    if done.returncode != 0 or complaints.strip():
        raise AssertionError(f"{command[0]} ended with {done.returncode}:\n{complaints}")
    return done.stdout.decode("utf-8")


def pages_by_poppler(pdf, *order):
    return read("pdftotext", "-enc", "UTF-8", *order, pdf, "-").split("\f")[:-1]


def pages_by_mupdf(pdf):
    count = int(re.search(r"^Pages:\s+(\d+)", read("pdfinfo", pdf), re.M).group(1))
    return [read("mutool", "draw", "-q", "-F", "txt", pdf, page).replace("\f", "") for page in range(1, count + 1)]


SPACED_OUT = re.compile(r"[A-Z0-9 ]+|.{4,14}")  # lines that the layout sets with wide spacing are short ones


def is_han(character):
    return "\u4e00" <= character <= "\u9fff"


def pattern(paragraph, gaps_are_spaces=False):
    """The paragraph as printed: a line may end between any two characters, or in place of a space.

    MuPDF 1.21 knows no ActualText and takes every gap over 0.15 em for a space (`gaps_are_spaces`): the one between
    Han and Latin, and all of a line that is spaced out. Between two Han characters of running text it must find none.
    """
    spaced_out = gaps_are_spaces and SPACED_OUT.fullmatch(paragraph)
    number = re.match(r"\d\d \D", paragraph)  # a line of the contents: the number is in a separate column
    if number:
        paragraph = paragraph.replace(" ", "", 1)
    parts = []
    for index, character in enumerate(paragraph):
        before = paragraph[index - 1] if index else ""
        if character == " ":
            parts.append(r"\s+" if spaced_out else r"(?: \n{0,2}|\n{1,2})")
            continue
        if index and before != " ":
            mixed = gaps_are_spaces and is_han(before) != is_han(character)
            loose = spaced_out or (number and index == 2)
            parts.append(r"\s*" if loose else r" ?\n{0,2}" if mixed else r"\n{0,2}")
        parts.append(re.escape(character))
    return re.compile("".join(parts))


class Reader:
    def __init__(self, name, pages, gaps_are_spaces=False, in_columns=False):
        self.name, self.pages, self.gaps_are_spaces, self.in_columns = name, pages, gaps_are_spaces, in_columns

    def search(self, paragraph, text, place=0):
        return pattern(paragraph, self.gaps_are_spaces).search(text, place)
