"""Puts what lies beside the package into the wheel: the built front end, the page shells, the curricula."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface[Any]):
    """An editable install points at the checkout, so it needs neither a build nor copies."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "scripts"))
        import front_end

        front_end.build(root)
        front_end.check_types(root)
        beside = [*front_end.delivered(root), root / "templates", root / "curricula"]
        for place in beside:
            build_data["force_include"][str(place)] = f"facilitator/_bundled/{place.relative_to(root).as_posix()}"
