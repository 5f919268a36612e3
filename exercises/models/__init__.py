"""The rules of each exercise, one module an exercise: pure, standard library only, no widgets.

`exercises.EXERCISES` says which module declares which exercise. Rules that several
exercises share stand beside them: the rollout queue (`rollout_queue`), the pitch
(`exercises.pitch`), the talk (`exercises.conversation`).
"""
