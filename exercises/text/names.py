"""Does a text name a person? A course about roles should not keep names.

The rule sees a title before a capitalised word (“Ms Okafor”), and a common given
name that is written with a capital. It misses rare names, and it cannot know that
“Grace” is a grace; so it asks, and never forbids.
"""

from __future__ import annotations

import re

_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Herr|Frau|Monsieur|Madame|Se[nñ]or(?:a|ita)?|Sir|Sister|Father)\b\.?\s+"
    r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
)

# Common given names in several languages. Words that are more often something else (Mark, May, Will, Rose) stay out.
_GIVEN = frozenset(
    """
    Aaron Abdul Abigail Adam Adrian Agnes Ahmed Aisha Alan Albert Alejandro Alessandro Alex Alexander Alexandra Ali Alice Alicia
    Alison Amanda Amelia Amina Amir Amy Ana Anders Andrea Andreas Andrew Angela Anita Anja Anna Anne Annette Anthony
    Antonio Arjun Arthur Astrid Aylin Barbara Beatrice Ben Benjamin Bernd Bernhard Birgit Bjorn Brian Bruno Camille Carla
    Carlos Carmen Caroline Catherine Cecilia Charles Charlotte Chen Chloe Chris Christian Christina Christine Christoph
    Christopher Claire Clara Claudia Colin Connor Daniel Daniela David Deborah Deepak Denis Dennis Diana Diego Dieter
    Dimitri Dmitri Dominik Dorothea Edward Elena Elias Elif Elisabeth Elizabeth Ella Ellen Emily Emma Eric Erik Erika
    Ethan Eva Evelyn Fatima Felix Fernando Fiona Florian Francesca Francesco Frank Franziska Frederik Fritz Gabriel
    Gabriela George Gerald Gerhard Giovanni Giulia Greta Gregory Guillaume Gunther Gustav Hannah Hans Harald Harry Hassan
    Heather Heidi Heike Heinrich Helen Helena Helga Henry Hiroshi Holger Hugo Ian Ibrahim Ines Ingrid Irene Isabel
    Isabella Ivan Jacob Jacqueline James Jan Jana Janet Jasmin Jason Javier Jean Jennifer Jeremy Jessica Joanna Joao
    Johan Johanna Johannes John Jonas Jonathan Jorge Josef Joseph Joshua Juan Judith Julia Julian Juliane Julie Jurgen Jürgen
    Karen Karin Karl Karla Katarzyna Kate Katharina Katherine Kathleen Katja Keith Kenji Kenneth Kevin Khalid Kirsten
    Klaus Krzysztof Kumar Lars Laura Lauren Lea Leila Lena Leon Leonie Liam Lina Linda Lisa Lorenzo Louis Louise Luca
    Lucas Lucia Luis Luisa Lukas Magdalena Manuel Manuela Marco Marcus Margaret Margarete Maria Mariam Marie Marina Mario
    Marion Markus Marta Martha Martin Martina Mateo Matteo Matthew Matthias Maximilian Megan Mehmet Mei Melanie Michael
    Michaela Michelle Miguel Mohamed Mohammed Monika Mustafa Nadia Nadine Natalia Natalie Nathan Nicholas Nicola Nicolas
    Nicole Niklas Nils Nina Nora Noah Olaf Oleg Olga Oliver Olivia Oscar Pablo Pamela Paolo Patricia Patrick Paul Paula
    Pauline Pedro Peter Petra Philip Philipp Pierre Pradeep Priya Rachel Rahul Rainer Ralf Raphael Rebecca Renate Ricardo
    Richard Robert Roberta Roberto Roland Rolf Ronald Ruth Ryan Sabine Samantha Samuel Sandra Sanjay Sara Sarah Sebastian
    Sergei Sergio Sharon Silke Silvia Simon Simone Sofia Sonja Sophia Sophie Stefan Stefanie Stephanie Stephen Steven
    Susan Susanne Sven Svetlana Takashi Tanja Tatjana Theresa Thomas Thorsten Timothy Tobias Tomas Torsten Ulrich Ulrike
    Ursula Uwe Valentina Valeria Vanessa Vera Veronica Veronika Victor Victoria Viktor Vincent Walter Werner Wilhelm
    William Wolfgang Xavier Yasmin Yusuf Yuki Yvonne Zoe
    """.split()
)
_CAPITALISED = re.compile(r"(?<![\w'’-])[A-ZÀ-ÖØ-Þ][\w]+(?![\w-])")


def names_in(text: str) -> tuple[str, ...]:
    """Words of a text that look like a person's name, each once, in order; at most five."""
    found = [(match.start(), match.group()) for match in _TITLE.finditer(text)]
    found += [(match.start(), match.group()) for match in _CAPITALISED.finditer(text) if match.group() in _GIVEN]
    inside = [
        words for start, words in sorted(found)
        if not any(other < start < other + len(title) for other, title in found)
    ]  # fmt: skip
    return tuple(dict.fromkeys(inside))[:5]
