"""spaCy's English tokenizer, brought closer to how the treebanks cut words.

The treebanks keep "co-founder" whole but cut "eye-opening" in three, keep "etc." and runs of "!!", and cut
"and/or" and "8–10". Every rule here closes a gap counted in the training data.
"""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

NAME = "quizapp.Tokenizer.v1"
_BOUND_PREFIX = re.compile(
    r"(?:anti|co|counter|cross|e|ex|inter|mid|mini|multi|neo|non|over|post|pre|pro|re|semi|sub|un)-[a-z]+",
    re.IGNORECASE,
)
_ABBREVIATIONS = (
    "al. approx. ca. cf. Col. ed. Esp. esp. etc. Fri. Ft. Lt. Mon. No. Nos. Reps. Sat. Sr. Sun. "
    "Thur. Thurs. Tue. Tues. vol. Vol. vols. Wed."
)
_SUFFIXES = (r"[!?]{2,}",)
_INFIXES = (r"(?<=[A-Za-z])/(?=[A-Za-z])", r"(?<=[0-9])[–—](?=[0-9])", r"(?<=[\]\)])[–—-](?=[\[\(])")
_NO_EXCEPTIONS = ("):", "(:", "(;", ");", "and/or")  # to spaCy, faces and a word


def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """What spaCy's configuration calls to build the tokenizer."""
    return _treebank_tokenizer


def _treebank_tokenizer(nlp: Language) -> Tokenizer:
    defaults = nlp.Defaults
    rules = {
        text: rule
        for text, rule in (defaults.tokenizer_exceptions or {}).items()
        if text not in _NO_EXCEPTIONS
    }
    rules |= {text: [{ORTH: text}] for text in _ABBREVIATIONS.split()}
    prefixes = compile_prefix_regex(defaults.prefixes or ())
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=prefixes.search,
        suffix_search=compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or ())]).search,
        infix_finditer=compile_infix_regex([*_INFIXES, *(defaults.infixes or ())]).finditer,
        token_match=_BOUND_PREFIX.fullmatch,
        url_match=defaults.url_match,
    )


registry.tokenizers(NAME, func=make_tokenizer)
