"""The rubric as a table: code, number in the rubric, level, the function that finds it, how to mend it.

Wherever a number of the rubric is missing, the check needs the documents or the catalogue of relations.
"""

from collections.abc import Callable, Iterable

from quizapp.domain.pack import Pack
from quizapp.packs.lint import cues, likeness, options, stem, whole_pack, wording
from quizapp.packs.lint.flaw import Check, Flaw

_REPLACE = "write another real distractor"

ITEM_CHECKS: tuple[Check, ...] = (
    Check("too-short", 1, "error", stem.too_short, "ask in a whole sentence"),
    Check("short-stem", 1, "warning", stem.short_and_nameless, "name what the question is about"),
    Check("open-reference", 1, "error", stem.open_reference, "name it"),
    Check("none-of-the-above", 3, "error", options.none_of_the_above, _REPLACE),
    Check("all-of-the-above", 4, "error", options.all_of_the_above, _REPLACE),
    Check(
        "longest-option", 5, "error", cues.longest_option, "shorten the key or lengthen a distractor", True
    ),
    Check("true-false", 7, "error", options.true_false, "ask for a name, a place, a number"),
    Check("convergence", 8, "error", cues.convergence, "change a distractor so that no option is the centre"),
    Check("logical-cue", 9, "error", cues.logical_cue, "give options that all answer the question word"),
    Check("gap-inside", 10, "warning", stem.gap_inside, "put the gap last, or ask a question"),
    Check("absolute-option", 11, "error", wording.absolute_in_options, "say it without"),
    Check("absolute-stem", 11, "warning", wording.absolute_in_stem, "say it without"),
    Check("clang", 12, "error", cues.clang, "reword the stem, or choose distractors with that word too"),
    Check("key-in-stem", 12, "error", cues.key_in_stem, "take the key out of the stem", True),
    Check("initials", 12, "error", cues.initials_in_stem, "take the initials out"),
    Check("no-question", 13, "error", stem.no_question, "end in a question mark, or in a gap"),
    Check("bare-choice", 13, "error", stem.bare_choice, "ask so that it can be answered without options"),
    Check("combined-options", 14, "error", options.combined_options, "let each option say one thing"),
    Check("article-cue", 15, "error", cues.article_cue, "take the article out of the stem"),
    Check("determiner-cue", 15, "error", cues.determiner_cue, "begin all options alike"),
    Check(
        "number-cue", 15, "error", cues.number_cue, "put all options in the singular, or all in the plural"
    ),
    Check("vague-term", 17, "error", wording.vague_term, "say how many, or leave it out"),
    Check("undated", 17, "error", wording.undated_time, "give the date"),
    Check("negative-stem", 19, "error", wording.negative_stem, "ask for what is so"),
    Check("trick-spelling", 24, "error", options.trick_spelling, _REPLACE, True),
    Check("trick-number", 24, "error", options.trick_number, _REPLACE, True),
    Check("long-stem", 25, "warning", stem.too_long, "leave out what the answer does not need", True),
    Check("punctuation", 26, "error", wording.bad_punctuation, "mend the text"),
    Check("wrong-article", 26, "error", wording.wrong_article, "mend the article"),
    Check(
        "overlap", 27, "error", options.overlapping_options, "choose options that exclude each other", True
    ),
    Check("mixed-kinds", 28, "error", likeness.mixed_kinds, "give all options one kind and one precision"),
    Check("mixed-units", 28, "error", likeness.mixed_units, "give all options one unit", True),
    Check("mixed-rounding", 28, "error", likeness.mixed_rounding, "round all options alike", True),
    Check("mixed-case", 28, "error", likeness.mixed_case, "begin all options alike", True),
    Check("word-count", 28, "error", likeness.odd_word_count, "choose distractors about as long as the key"),
    Check("absurd-number", 30, "error", likeness.absurd_number, "choose a number nearer to the others", True),
    Check("needs-the-document", 32, "error", stem.needs_the_document, "name the source, or leave it out"),
    Check("unsupported-key", 34, "error", cues.unsupported_key, "say the key in the explanation", True),
    Check("no-explanation", 34, "warning", cues.no_explanation, "add a sentence that says why", True),
)

PACK_CHECKS: tuple[Callable[[Pack], Iterable[Flaw]], ...] = (
    whole_pack.no_items,
    whole_pack.no_licence,
    whole_pack.key_too_often_longest,  # 5
    whole_pack.answered_elsewhere,  # 22
    whole_pack.same_fact,  # 22
    whole_pack.key_rank_pattern,  # 29
    whole_pack.undated_fact,  # 31
    whole_pack.unattributed_fact,  # 33
    whole_pack.near_duplicates,  # 35
)
