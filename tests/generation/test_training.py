"""The recipe's readers and rules, on sentences of our own."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.generation.training.augmentation import with_curly_quotes, with_other_persons
from quizapp.generation.training.conllu import Name, Sentence, Token, read_treebank
from quizapp.generation.training.mentions import with_gum_names
from quizapp.generation.training.names import with_uner_names
from quizapp.generation.training.private import is_private, without_private_strings

CONTRACTION = """\
# newdoc id = ours
# newpar
# sent_id = ours-1
# text = Ships don't fly.
1\tShips\tship\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tfly\tfly\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""


def a_token(form: str, upos: str = "PROPN", head: int = 0, deprel: str = "flat", misc: str = "") -> Token:
    return Token(form, form, upos, "NNP", "", head, deprel, misc)


def a_sentence(*tokens: Token, names: tuple[Name, ...] | None = None) -> Sentence:
    return Sentence("ours-1", tokens, names=names)


def test_a_contracted_word_is_cut_where_its_words_meet(tmp_path: Path) -> None:
    file = tmp_path / "ours.conllu"
    file.write_text(CONTRACTION, encoding="utf-8")

    (document,) = read_treebank(file)

    tokens = document.sentences[0].tokens
    assert [(token.form, token.space_after) for token in tokens][1:4] == [
        ("do", False),
        ("n't", True),
        ("fly", False),
    ]
    assert tokens[3].head == 3


def test_a_name_is_the_proper_part_of_its_mention() -> None:
    sentence = a_sentence(
        a_token("the", "DET", head=3, misc="Entity=(1-person-new"),
        a_token("Danish", "ADJ", head=3),
        a_token("Queen", head=3),
        a_token("Ada", head=3),
        a_token("Holm", head=3, misc="Entity=1)"),
    )

    assert with_gum_names(sentence).names == (Name(3, 5, "PERSON"),)


def test_universal_ner_leaves_what_it_does_not_judge_open() -> None:
    sentence = a_sentence(a_token("Ada"), a_token("left", "VERB"), a_token("in", "ADP"), a_token("May"))
    labels = [("Ada", "B-PER"), ("left", "O"), ("in", "O"), ("May", "O")]

    labelled = with_uner_names(sentence, labels)

    assert labelled.names == (Name(0, 1, "PERSON"),)
    assert labelled.unsure == {3}


def test_another_person_keeps_the_tree() -> None:
    sentence = a_sentence(
        a_token("Ada", head=2, deprel="nsubj"),
        a_token("Holm", head=0),
        a_token("spoke", "VERB", head=2, deprel="root"),
        names=(Name(0, 2, "PERSON"),),
    )

    changed = with_other_persons(sentence, random.Random(3))

    verb = len(changed.tokens) - 1
    assert changed.tokens[verb].head == verb
    assert changed.tokens[0].head == verb and changed.tokens[0].deprel == "nsubj"
    assert changed.names == (Name(0, verb, "PERSON"),)


def test_straight_quotes_become_curly_in_pairs() -> None:
    sentence = a_sentence(*(a_token(form, "PUNCT" if form == '"' else "NOUN") for form in ('"', "sea", '"')))

    assert [token.form for token in with_curly_quotes(sentence).tokens] == ["“", "sea", "”"]


@pytest.mark.parametrize(
    "form", ["ada@mail.test", "www.site.test/x", "555-0100-22", "ada_holm77", "http://a.test"]
)
def test_private_forms_are_known(form: str) -> None:
    assert is_private(form)


@pytest.mark.parametrize("form", ["1984", "1990s", "21st", "co-founder", "Ada", "U.S.", "3.5", "10pm"])
def test_ordinary_forms_are_not_private(form: str) -> None:
    assert not is_private(form)


def test_no_lemma_spells_a_private_form_or_a_name() -> None:
    mail = a_token("ada@mail.test", "X")
    shouted = replace(a_token("HOLM"), lemma="Holm")
    plural = replace(a_token("Alps"), lemma="Alp")

    tokens = without_private_strings(a_sentence(mail, shouted, plural), random.Random(1)).tokens

    assert tokens[0].form == tokens[0].lemma != "ada@mail.test"
    assert [token.lemma for token in tokens[1:]] == ["HOLM", "Alp"]
