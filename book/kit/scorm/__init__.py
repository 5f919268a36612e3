"""Packages for learning platforms: the published site as SCORM 1.2 and 2004 4th edition. `python -m book.kit.scorm`.

A package is one SCO: a shell page that owns the connection to the platform, with the book in a frame.
Public: `EDITIONS`, `Edition`, `pack`, `PackError`.
"""

from book.kit.scorm.bundle import PackError
from book.kit.scorm.edition import EDITIONS, Edition
from book.kit.scorm.package import pack

__all__ = ["EDITIONS", "Edition", "PackError", "pack"]
