"""Files out: a map as a PDF, an SVG or a picture."""

from cxdesigner.export.maps import assets_of, export_map, export_to, find_map
from cxdesigner.export.options import KINDS, LARGEST_SCALE, ExportError, ExportOptions, Kind, kind_of

__all__ = [
    "KINDS",
    "LARGEST_SCALE",
    "ExportError",
    "ExportOptions",
    "Kind",
    "assets_of",
    "export_map",
    "export_to",
    "find_map",
    "kind_of",
]
