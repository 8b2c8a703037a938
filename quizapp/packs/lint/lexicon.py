"""The word lists of the checks."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOPWORDS = _set("""
    a an and are as at be been but by did do does for from had has have he her his how if in into is
    it its more most no not of off on or out over she so than that the their them then there these
    they this those to under up was were what when where which who whom whose why will with without
    about after also before between both during each first last made many much name named new one
    only other same some such two three very year years
""")

QUESTION = _set("who whom whose what which when where why how")
NEGATIVE = _set("not except least unless cannot excluding nor")
VAGUE = _set(
    "often usually sometimes generally frequently rarely seldom occasionally typically mostly somewhat"
)
UNDATED = _set("recently currently nowadays presently lately now soon today yesterday tomorrow")
ABSOLUTE_OPTION = _set("""
    always never only all every completely entirely everyone everything nobody nothing totally
""")
ABSOLUTE_STEM = _set("always never completely entirely absolutely totally invariably")
EITHER_ARTICLE = _set("historic historical historian heroic hotel")

# How words of one root go on, and where from: Japan and Japan-ese, Ital-y and Ital-ian, creat-e and -ion.
ENDINGS = {"", *_set("""
    s es ed d ing er ers or ors ian ians ean an ans n ese ish ic al ally ly ness ment ion ation ies
""")}  # fmt: skip
BASES = {"", "e", "y", "a"}

# A country and its people, where no ending explains the one from the other.
KIN = {
    "norwegian": "norway", "danish": "denmark", "french": "france", "spanish": "spain", "polish": "poland",
    "swedish": "sweden", "finnish": "finland", "dutch": "netherlands", "greek": "greece", "welsh": "wales",
    "scottish": "scotland", "irish": "ireland", "turkish": "turkey", "swiss": "switzerland",
    "thai": "thailand", "german": "germany", "portuguese": "portugal", "british": "britain",
}  # fmt: skip
