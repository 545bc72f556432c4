#!/usr/bin/env python3
"""Makes egm96-15.cm.gz, the geoid EGM96 in steps of 15 minutes, from egm96_15.gtx of PROJ.

Usage: make-egm96.py egm96_15.gtx egm96-15.cm.gz

The input is in Debian's package proj-data (/usr/share/proj/egm96_15.gtx) and at
https://cdn.proj.org; the grid itself is public domain (NGA). The output is the gzip of all high
bytes, then all low bytes, of unsigned 16-bit values z, row by row from +90 degrees, columns from
-180: p = (z >>> 1) ^ -(z & 1) is a centimetre value less its western and northern neighbours plus
the north-western one, missing neighbours being 0.
"""
import gzip
import hashlib
import struct
import sys

ROWS, COLUMNS = 721, 1440
GTX_SHA256 = "c02a6eb70a7a78efebe5adf3ade626eb75390e170bb8b3f36136a2c28f5326a0"
HEADER = (-90.0, -180.0, 0.25, 0.25, ROWS, COLUMNS)


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    digest = hashlib.sha256(data).hexdigest()
    if digest != GTX_SHA256:
        sys.exit(f"{path}: SHA-256 {digest}, expected {GTX_SHA256}")
    if struct.unpack_from(">4d2i", data) != HEADER:
        sys.exit(f"{path}: not 721 x 1440 values in steps of 15 minutes from the south-west")
    metres = struct.unpack_from(f">{ROWS * COLUMNS}f", data, 40)
    southward = [metres[r * COLUMNS : (r + 1) * COLUMNS] for r in range(ROWS)][::-1]
    return [[round(value * 100) for value in row] for row in southward]


def packed(cm):
    high, low = bytearray(), bytearray()
    before = [0] * COLUMNS
    for row in cm:
        for c, value in enumerate(row):
            west, north_west = (row[c - 1], before[c - 1]) if c > 0 else (0, 0)
            p = value - west - before[c] + north_west
            z = (p << 1) ^ (p >> 31)
            high.append(z >> 8)
            low.append(z & 0xFF)
        before = row
    return bytes(high + low)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    grid = read(sys.argv[1])
    values = [value for row in grid for value in row]
    digest = hashlib.sha256(struct.pack(f">{len(values)}h", *values)).hexdigest()
    with open(sys.argv[2], "wb") as file:
        file.write(gzip.compress(packed(grid), compresslevel=9, mtime=0))
    print(f"SHA-256 of the grid in big-endian 16-bit centimetres: {digest}")


main()
