"""From the raw JSON of an older version of the format to that of this one, a step a version.

Fields that only come on top need no step (see the rule of growth in the docs of the format): a version is raised where
the meaning of something changes. Then `STEPS` gets a function under the number of the version that it starts from, and
`tests/corpus` a folder of files of the version before, which stay for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from cxdesigner.storage.nesting import VERSION

Raw = dict[str, Any]
Step = Callable[[Raw], Raw]

STEPS: Final[Mapping[int, Step]] = MappingProxyType({})
"""What makes a project of one version one of the next, by the number of the first. It may change what it is given, and
takes damaged ones too.

The oldest version is 1, which is this one.
"""


class Release(NamedTuple):
    """A release of the program: the version of the format that it writes, and how it reads the older ones."""

    version: int
    steps: Mapping[int, Step]


THIS: Final = Release(VERSION, STEPS)


def migrated(raw: Raw, version: int, release: Release) -> Raw:
    """Give the raw JSON of a project of some version as a release has it; of that version or a newer one as it is.

    The projects in its snapshots are migrated with it; one that does not say its version is of that of the file.
    """
    if version >= release.version:
        return raw
    for number in range(version, release.version):
        raw = release.steps[number](raw)
    if "version" in raw:
        raw["version"] = release.version
    snapshots = raw.get("snapshots")
    for snapshot in snapshots if isinstance(snapshots, list) else ():
        content = snapshot.get("content") if isinstance(snapshot, dict) else None
        if isinstance(content, dict):
            own = content.get("version")
            snapshot["content"] = migrated(content, own if type(own) is int and own > 0 else version, release)
    return raw
