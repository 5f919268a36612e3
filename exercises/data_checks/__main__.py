"""Print all faults in data/ and end with 1, or print what there is and end with 0."""

from __future__ import annotations

import sys

from exercises.data_checks import counts, faults

found = faults()
for fault in found:
    print(fault)
if found:
    print(f"{len(found)} faults in data/.")
    sys.exit(1)
print("data/ is in order: " + ", ".join(f"{count} {name}" for name, count in counts().items()) + ".")
