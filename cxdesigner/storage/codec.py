"""The project file: bytes to document and back."""

from cxdesigner.storage.problems import DamagedError, NotAProjectError, Problem
from cxdesigner.storage.reading import Reading, read
from cxdesigner.storage.writing import Writer, write

__all__ = ["DamagedError", "NotAProjectError", "Problem", "Reading", "Writer", "read", "write"]
