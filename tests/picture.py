"""Pictures compared with tolerance: renderers of another version draw edges a shade differently."""
import struct
import zlib
from pathlib import Path


def read_png(path):
    """(width, height, rows of 8-bit RGB) of a PNG as pdftoppm writes it: 8-bit RGB or grey, not interlaced."""
    data = Path(path).read_bytes()
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError(f"{path} is no PNG")
    at, packed, header = 8, b"", None
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            header = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    width, height, depth, color, _, _, interlaced = header
    channels = {0: 1, 2: 3}.get(color)
    if depth != 8 or channels is None or interlaced:
        raise ValueError(f"{path}: a kind of PNG that pdftoppm does not write")
    raw, stride = zlib.decompress(packed), width * channels
    rows, above = [], bytearray(stride)
    for y in range(height):
        start = y * (stride + 1)
        above = unfilter(raw[start], bytearray(raw[start + 1:start + 1 + stride]), above, channels)
        rows.append(bytes(above) if channels == 3 else bytes(v for v in above for _ in range(3)))
    return width, height, rows


def unfilter(kind, row, above, step):
    """PNG (ISO/IEC 15948) clause 9.2."""
    if kind == 0:
        return row
    for i, value in enumerate(row):
        left = row[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        up = above[i]
        if kind == 1:
            guess = left
        elif kind == 2:
            guess = up
        elif kind == 3:
            guess = (left + up) // 2
        else:
            estimate = left + up - corner
            guess = min((abs(estimate - left), 0, left), (abs(estimate - up), 1, up),
                        (abs(estimate - corner), 2, corner))[2]
        row[i] = (value + guess) & 255
    return row


def difference(reference, found, block=8, most_mean=14, most_blocks=0.004):
    """A sentence if the pictures differ, or None. Compared are the mean colors of blocks of 8 × 8 pixels, so that
    the rendering of edges does not count; a moved line or a changed color does."""
    if reference[:2] != found[:2]:
        return f"{found[0]} × {found[1]} pixels instead of {reference[0]} × {reference[1]}"
    width, height = reference[:2]
    differing, worst, place, count = 0, 0.0, None, 0
    for top in range(0, height, block):
        for left in range(0, width, block):
            apart = block_distance(reference[2][top:top + block], found[2][top:top + block], left, block)
            count += 1
            if apart > most_mean:
                differing += 1
            if apart > worst:
                worst, place = apart, (left, top)
    if differing <= most_blocks * count:
        return None
    return f"{differing} of {count} blocks differ, most at {place} by {worst:.0f} of 255"


def block_distance(rows, others, left, block):
    """The largest difference of the mean of a color channel."""
    sums = [0, 0, 0]
    pixels = 0
    for row, other in zip(rows, others):
        a, b = row[left * 3:(left + block) * 3], other[left * 3:(left + block) * 3]
        pixels += len(a) // 3
        for channel in range(3):
            sums[channel] += sum(a[channel::3]) - sum(b[channel::3])
    return max(abs(value) for value in sums) / pixels
