"""The header and the tag table of an ICC profile (ICC.1:2004-10, 7.2 and 7.3; ISO 15076-1:2005 is the same)."""
import struct

CHANNELS = {"GRAY": 1, "RGB": 3, "CMYK": 4, "Lab": 3}


class Profile:
    """Raises ValueError where the bytes are no profile."""

    def __init__(self, data):
        if len(data) < 132 or data[36:40] != b"acsp":
            raise ValueError("no ICC profile")
        self.size, = struct.unpack(">I", data[:4])
        if self.size != len(data):
            raise ValueError(f"an ICC profile of {self.size} bytes in {len(data)}")
        self.version = (data[8], data[9] >> 4)
        self.kind, self.space, self.connection = (data[at:at + 4].decode("latin-1").strip() for at in (12, 16, 20))
        count, = struct.unpack(">I", data[128:132])
        if 132 + 12 * count > len(data):
            raise ValueError("an ICC profile whose tag table is cut off")
        self.tags = {}
        for at in range(132, 132 + 12 * count, 12):
            name, offset, length = struct.unpack(">4sII", data[at:at + 12])
            if offset + length > len(data):
                raise ValueError(f"an ICC profile whose tag {name.decode('latin-1')} is cut off")
            self.tags[name.decode("latin-1").strip()] = (offset, length)

    @property
    def channels(self):
        return CHANNELS.get(self.space)


def read(stream):
    """(Profile, None), or (None, why not)."""
    try:
        return Profile(stream.read_bytes()), None
    except (ValueError, AttributeError) as fault:
        return None, str(fault)
