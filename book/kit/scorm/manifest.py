"""imsmanifest.xml: one organization with one item, and one resource with every file of the package."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from xml.etree import ElementTree as ET

from book.kit.scorm.edition import Edition

XSI = "http://www.w3.org/2001/XMLSchema-instance"
ADLSEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
ADLNAV = "http://www.adlnet.org/xsd/adlnav_v1p3"
IMSSS = "http://www.imsglobal.org/xsd/imsss"

LAUNCHED = "shell.html"
"""The page that the platform opens."""

_SCHEMA_FILES = {
    "1.2": {"core": "imscp_rootv1p1p2.xsd", "adlcp": "adlcp_rootv1p2.xsd"},
    "2004": {
        "core": "imscp_v1p1.xsd",
        "adlcp": "adlcp_v1p3.xsd",
        ADLSEQ: "adlseq_v1p3.xsd",
        ADLNAV: "adlnav_v1p3.xsd",
        IMSSS: "imsss_v1p0.xsd",
    },
}


def manifest(edition: Edition, title: str, version: str, files: Iterable[str]) -> bytes:
    """The manifest of a package, as XML in UTF-8.

    Args:
        edition: which standard.
        title: what learners see in the platform.
        version: version of the course.
        files: paths in the package, with `/`.
    """
    ET.register_namespace("", edition.core)
    for prefix, space in (("adlcp", edition.adlcp), ("adlseq", ADLSEQ), ("adlnav", ADLNAV), ("imsss", IMSSS)):
        ET.register_namespace(prefix, space)
    ET.register_namespace("xsi", XSI)

    def add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
        element = ET.SubElement(parent, f"{{{edition.core}}}{name}", attributes)
        element.text = text or None
        return element

    root = ET.Element(f"{{{edition.core}}}manifest", {"identifier": "selling-it", "version": version})
    spaces = {"core": edition.core, "adlcp": edition.adlcp}
    places = [f"{spaces.get(space, space)} {file}" for space, file in _SCHEMA_FILES[edition.id].items()]
    root.set(f"{{{XSI}}}schemaLocation", " ".join(places))
    about = add(root, "metadata")
    add(about, "schema", "ADL SCORM")
    add(about, "schemaversion", edition.version)
    organization = add(add(root, "organizations", default="course"), "organization", identifier="course")
    add(organization, "title", title)
    item = add(organization, "item", identifier="book", identifierref="site", isvisible="true")
    add(item, "title", title)
    if edition.id == "2004":
        _sequencing(organization, item)
    resource = add(add(root, "resources"), "resource", identifier="site", type="webcontent", href=LAUNCHED)
    resource.set(f"{{{edition.adlcp}}}{edition.sco_type}", "sco")
    for path in sorted(files):
        add(resource, "file", href=quote(path))
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _sequencing(organization: ET.Element, item: ET.Element) -> None:
    """The shell says what is completed, and says nothing of passing; the platform must not infer either."""
    buttons = ET.SubElement(ET.SubElement(item, f"{{{ADLNAV}}}presentation"), f"{{{ADLNAV}}}navigationInterface")
    for name in ("continue", "previous"):  # there is one item
        ET.SubElement(buttons, f"{{{ADLNAV}}}hideLMSUI").text = name
    sequencing = ET.SubElement(item, f"{{{IMSSS}}}sequencing")
    told = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    ET.SubElement(sequencing, f"{{{IMSSS}}}deliveryControls", told)
    ET.SubElement(
        ET.SubElement(organization, f"{{{IMSSS}}}sequencing"),
        f"{{{IMSSS}}}controlMode",
        {"choice": "true", "flow": "true"},
    )
