"""Appositions: what they say of a name, and when they may be something else."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from tests.generation.extraction.syntax.trees import read, stated

_OTTO = ((0, 2, "PERSON"),)
_OPENED = "opened VBD ROOT {0}; it PRP obj {0}; . . punct {0}"


def test_an_apposition_between_commas_describes_the_name() -> None:
    rows = (
        "Otto NNP nsubj 8; Finch NNP flat 0; , , punct 4; the DT det 4; mayor NN appos 0; "
        "of IN case 6; Leeds NNP nmod 4; "
        ", , punct 0; " + _OPENED.format(8)
    )

    clauses = read(rows, _OTTO)

    assert stated(rows, _OTTO) == ["Otto Finch | be | the mayor of Leeds", "Otto Finch | open | it"]
    assert [clause.apposition for clause in clauses] == [True, False]
    assert [phrase.text for phrase in clauses[0].of] == ["Leeds"]


def test_a_name_may_be_the_apposition() -> None:
    rows = (
        "The DT det 1; premier NN nsubj 6; , , punct 3; Joseph NNP appos 1; Finch NNP flat 3; "
        ", , punct 1; " + _OPENED.format(6)
    )

    assert stated(rows) == ["Joseph Finch | be | The premier", "Joseph Finch | open | it"]


def test_a_description_right_before_a_name_is_an_apposition() -> None:
    rows = "The DT det 1; shipbuilder NN nsubj 4; Otto NNP appos 1; Finch NNP flat 2; " + _OPENED.format(4)

    assert stated(rows) == ["Otto Finch | be | The shipbuilder", "The shipbuilder Otto Finch | open | it"]


def test_two_descriptions_before_a_name_leave_the_name_alone() -> None:
    rows = (
        "It PRP nsubj:pass 2; was VBD aux:pass 2; led VBN ROOT 2; by IN case 5; the DT det 5; "
        "engineer NN obl:agent 2; "
        "and CC cc 7; poet NN conj 5; Anna NNP appos 5; Holt NNP flat 8; . . punct 2"
    )

    assert stated(rows) == ["It | be lead |  | by Anna Holt"]


def test_one_of_several_in_a_list_is_no_apposition() -> None:
    rows = (
        "It PRP nsubj 1; has VBZ ROOT 1; degrees NNS obj 1; from IN case 4; Oslo NNP nmod 2; "
        ", , punct 6; Leeds NNP appos 2; "
        ", , punct 9; and CC cc 9; York NNP conj 2; . . punct 1"
    )

    assert not any("be" in clause.split() for clause in stated(rows))


def test_an_apposition_that_does_not_end_is_none() -> None:
    rows = "In IN case 1; London NNP obl 5; , , punct 4; the DT det 4; king NN appos 1; " + _OPENED.format(5)

    assert stated(rows) == []


def test_after_an_of_an_apposition_may_describe_either() -> None:
    rows = (
        "The DT det 1; wife NN nsubj 8; of IN case 3; Finch NNP nmod 1; , , punct 6; "
        "the DT det 6; mayor NN appos 3; "
        ", , punct 1; " + _OPENED.format(8)
    )

    assert not any("| be |" in clause for clause in stated(rows))


def test_a_noun_with_an_owner_describes_the_name_behind_it() -> None:
    rows = (
        "Ida NNP nmod:poss 3; Holt NNP flat 0; 's POS case 0; pupil NN nsubj 6; Otto NNP appos 3; "
        "Finch NNP flat 4; opened VBD ROOT 6; it PRP obj 6; . . punct 6"
    )

    owned = [clause for clause in read(rows) if clause.of and clause.of[0].genitive]

    assert [(c.subjects[0].text, c.objects[0].text, c.of[0].text) for c in owned] == [
        ("Otto Finch", "pupil", "Ida Holt")
    ]


def test_whose_means_the_name_before_it() -> None:
    rows = (
        "They PRP nsubj 1; met VBD ROOT 1; Ida NNP obj 1; Holt NNP flat 2; , , punct 6; "
        "whose WP$ nmod:poss 6; father NN nsubj 10; , , punct 8; Otto NNP appos 6; , , punct 6; "
        "left VBD acl:relcl 2; . . punct 1"
    )

    owned = [clause for clause in read(rows) if clause.of and clause.of[0].genitive]

    assert {(c.subjects[0].text, c.of[0].text) for c in owned} == {("Otto", "Ida Holt")}


def test_a_name_behind_a_comma_that_goes_on_to_its_verb_is_not_described() -> None:
    rows = (
        "With IN case 2; his PRP$ nmod:poss 2; brother NN obl 6; , , punct 2; Otto NNP nsubj 6; "
        "Finch NNP flat 4; opened VBD ROOT 6; it PRP obj 6; . . punct 6"
    )

    assert not [clause for clause in read(rows) if clause.of]


def test_a_named_noun_may_have_an_apposition_too() -> None:
    rows = (
        "The DT det 1; keeper NN nsubj 10; Otto NNP appos 1; Finch NNP flat 2; , , punct 6; a DT det 6; "
        "clerk NN appos 1; at IN case 8; Leeds NNP nmod 6; , , punct 6; " + _OPENED.format(10)
    )

    assert "The keeper Otto Finch | be | a clerk" in stated(rows)
