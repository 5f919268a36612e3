"""The dossier: what the learner has answered, for one rollout, across the chapters.

Public: `Dossier`, `current` (the store), `read`, `merge`, `DossierError` (its file), and, imported
when they are asked for, `document` (what it says), `markdown`, `page`, `word` (what can be
taken away).
"""

from exercises.dossier.store import FORMAT, VERSION, Dossier, DossierError, current, merge, migrate, read

__all__ = ["FORMAT", "VERSION", "Dossier", "DossierError", "current", "merge", "migrate", "read"]
