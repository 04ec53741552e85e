"""Files out: maps as a PDF, an SVG or a picture."""

from cxdesigner.export.assets import assets_of
from cxdesigner.export.maps import export_maps, export_to, find_map, find_maps
from cxdesigner.export.options import KINDS, LARGEST_SCALE, ExportError, ExportOptions, Kind, kind_of

__all__ = [
    "KINDS",
    "LARGEST_SCALE",
    "ExportError",
    "ExportOptions",
    "Kind",
    "assets_of",
    "export_maps",
    "export_to",
    "find_map",
    "find_maps",
    "kind_of",
]
