"""The group at a glance: many learners' dossiers as figures, without names.

It is computed in the page of the instructor or in JupyterLab from files that stay on the device.
Public: `read_file` (one file, or why not), `put_together` (all files, each learner once), `figures`
(what is shown), and, imported when they are asked for, `summary` (parts with tables, files to take
away), `drawings` and `made_up`.
"""

from exercises.group.counts import Figures, figures
from exercises.group.files import Entry, read_file
from exercises.group.learner import Learner
from exercises.group.together import Group, Listed, put_together

__all__ = ["Entry", "Figures", "Group", "Learner", "Listed", "figures", "put_together", "read_file"]
