"""Which release of the program this is."""

from __future__ import annotations

from pathlib import Path


def version() -> str:
    """Give the version of this installation, or of the checkout that it runs from."""
    from importlib import metadata

    try:
        return metadata.version("cxdesigner")
    except metadata.PackageNotFoundError:
        import tomllib

        project = Path(__file__).parent.parent / "pyproject.toml"
        found = tomllib.loads(project.read_text("utf-8")) if project.is_file() else {}
        return str(found.get("project", {}).get("version", "of unknown version"))
