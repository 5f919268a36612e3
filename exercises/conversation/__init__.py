"""A talk with a person in a role, who has a worry that is told only to those who have earned it.

Public: `Moment`, `State`, `play` (the rules of the talk), `OwnWords` and `read_own_words`
(what the trainer sees in a learner's own words).
"""

from exercises.conversation.own_words import OwnWords, read_own_words
from exercises.conversation.rules import Moment, Said, State, play

__all__ = ["Moment", "OwnWords", "Said", "State", "play", "read_own_words"]
