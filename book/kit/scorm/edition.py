"""The two editions of the standard, and how they differ for a package."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SCHEMAS = Path(__file__).parent / "schemas"


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of SCORM.

    Attributes:
        id: as the shell and file names have it.
        version: what the manifest says in `schemaversion`.
        limit: most characters in `cmi.suspend_data`.
        core: namespace of content packaging.
        adlcp: namespace of ADL's additions to it.
        sco_type: the attribute that marks the SCO; the editions spell it differently.
    """

    id: str
    version: str
    limit: int
    core: str
    adlcp: str
    sco_type: str

    @property
    def schemas(self) -> list[Path]:
        """The schema files, which stand in the root of the package."""
        return sorted((SCHEMAS / self.id).iterdir())


EDITIONS = {
    "1.2": Edition(
        "1.2",
        "1.2",
        4096,
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "scormtype",
    ),
    "2004": Edition(
        "2004",
        "2004 4th Edition",
        64000,
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.adlnet.org/xsd/adlcp_v1p3",
        "scormType",
    ),
}
