"""Words in a charter that leave a door open, or that close one; English, and each of them only a sign."""

from __future__ import annotations

import re

from exercises.text import cue

ALL_DATA = cue(
    "all(?: the| of the| kinds of)? ?(?:data|information)?",
    "everything",
    "(?:usage|user|personal|log|performance|system) data",
    "data",
    "logs?",
    "any data",
    "various data",
)
BROAD = cue(
    "everyone", "everybody", "all(?: the)? (?:managers|users|staff|employees|departments|colleagues)", "management", "(?<!line\\s)(?<!two\\s)(?<!three\\s)(?<!own\\s)managers", "authori[sz]ed (?:persons?|people|staff|personnel|users?|employees)", "need[- ]to[- ]know(?: basis)?",
    "whoever needs (?:it|to)", "those who need (?:it|to)", "relevant (?:people|persons?|staff|stakeholders|departments|managers)", "stakeholders", "the (?:company|firm|organi[sz]ation)", "partners", "third parties", "etc", "and others",
)  # fmt: skip
OPEN_ENDED = cue(
    "other purposes", "further purposes", "any (?:other |legitimate |lawful |business )?purposes?", "(?:other|various|business|operational|internal|legitimate) (?:purposes?|reasons|interests?|needs)", "including but not limited to",
    "among other things", "amongst others", "as (?:needed|required|necessary|appropriate)", "where (?:necessary|appropriate|needed)", "if (?:necessary|needed|required)", "whatever", "in general", "and (?:so on|more|the like)", "etc", "e\\.g\\.?", "such as", "for example",
    "continuous(?:ly)? improv\\w+", "(?:process|service|quality) improvement", "improv(?:e|ing) (?:the |our )?(?:processes|services?|quality|efficiency|performance)", "analytics",
)  # fmt: skip
OTHER_USE = cue(
    "(?:may|can|will|might|could) (?:also )?be (?:used|processed|passed on|shared|evaluated|analy[sz]ed) (?:for|with|by) (?:other|further|any|additional|third)\\w* ?\\w*",
    "other purposes",
    "further purposes",
)
HOLES = cue(
    "unless",
    "except(?: for| in)?",
    "without (?:good |due )?(?:reason|cause|need)",
    "normally",
    "generally",
    "usually",
    "as a rule",
    "in principle",
    "where possible",
    "as far as possible",
    "if possible",
    "unduly",
    "excessive(?:ly)?",
    "inappropriate(?:ly)?",
    "misus\\w+",
    "abus\\w+",
)
JUDGING = cue(
    "apprais\\w+", "performance", "disciplin\\w+", "rank\\w*", "compar\\w+", "rat(?:e|ed|ing|ings)", "league tables?", "warnings?", "dismiss\\w+", "pay", "bonus\\w*", "scor\\w+", "judg\\w+", "assess\\w*", "evaluat\\w+", "measur\\w+", "target\\w*", "reviews?", "promotion\\w*", "reprimand\\w*", "working hours", "check\\w*", "control\\w*", "single", "individual\\w*", "persons?", "personal\\w*", "watch\\w*", "hours worked", "how (?:fast|quick\\w*|slow\\w*|often|long|much|many)", "who (?:is|was|are|were) \\w+", "inspect\\w+",
)  # fmt: skip
NO_CONSEQUENCE = cue(
    "(?:is|are|would be|will be) (?:not allowed|forbidden|prohibited|taken seriously|looked into|discussed|addressed|handled|investigated|regretted|a pity)", "tak(?:e|en|es) (?:it |this |breaches )?(?:very )?seriously", "should not", "must not", "will not happen", "cannot happen", "can't happen",
    "appropriate (?:measures|steps|action)", "measures (?:are|will be)(?: taken)?", "zero tolerance", "tbd", "nothing", "consequences(?: will follow)?", "case by case",
)  # fmt: skip
CONSEQUENCE = cue(
    "delet\\w+", "eras\\w+", "void", "not (?:count|used|valid)", "may not (?:be )?(?:count|used?)", "does not count", "loses?", "los(?:e|t|ing)", "withdrawn?", "withdraw\\w*", "remov\\w+", "revok\\w+", "switch(?:ed|es)? off", "stop(?:s|ped)?", "suspend\\w*", "told", "tells?", "inform\\w*", "reported", "apolog\\w+", "within", "warning", "disciplin\\w+", "access", "taken back", "struck", "thrown out", "published", "named", "paid", "off", "ends?", "blocked", "wiped?", "binned", "destroyed", "own(?:s|ed)? up", "(?:has|have) to say so",
)  # fmt: skip
IT = re.compile(
    r"\b(?:IT|PMO|DBA|CRM team|[Pp]roject (?:lead|leader|manager|team|office)|[Pp]roduct owner|[Dd]evelopers?|[Aa]dmin(?:istrator)?s?|(?:[Bb]usiness |[Ss]ystems? )?[Aa]nalyst|[Ss]upport|[Aa]rchitect|[Cc]onsultant|[Vv]endor|[Ss]upplier|[Ss]crum [Mm]aster)\b"
)
POWER = cue(
    "directors?", "head", "board", "sponsor", "general manager", "(?:plant|site|works|hospital|branch|country|regional) manager", "chief", "ceo", "cfo", "coo", "cio", "cto", "md", "president", "vice president", "works council", "staff council",
    "council", "chair\\w*", "executive", "managing \\w+", "principal", "dean", "commissioner", "superintendent", "matron",
)  # fmt: skip
TOO_FAR = cue(
    "impossible", "technically impossible", "(?:nobody|no one) (?:can|could|will)(?: ever)?", "(?:completely|fully|absolutely|totally|100 ?%) (?:safe|secure|anonymous|private)", "unhackable", "no risks?", "for ever", "forever", "under no circumstances will (?:anyone|anybody)", "always safe", "guarantee(?:s|d)?",
)  # fmt: skip
