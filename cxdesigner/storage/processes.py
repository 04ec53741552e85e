"""Processes of this computer."""

from __future__ import annotations

import os
import sys


def is_running(pid: int) -> bool:
    """Tell whether there is a process of this number, whosever it is."""
    if sys.platform == "win32":  # pragma: no cover
        return _is_running_in_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError) as error:
        return isinstance(error, PermissionError)  # it is there, but somebody else's; or no number of a process
    return True


if sys.platform == "win32":  # pragma: no cover

    def _is_running_in_windows(pid: int) -> bool:
        import ctypes

        # There `os.kill` ends what it is asked about.
        synchronize, denied, still_waiting = 0x0010_0000, 5, 0x102
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = kernel.OpenProcess(synchronize, False, pid)
        if not handle:
            return bool(ctypes.get_last_error() == denied)
        try:
            return bool(kernel.WaitForSingleObject(ctypes.c_void_p(handle), 0) == still_waiting)
        finally:
            kernel.CloseHandle(ctypes.c_void_p(handle))
