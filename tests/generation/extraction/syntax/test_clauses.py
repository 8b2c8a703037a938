"""What is read off a parse: who did what, with which adjuncts, and what is left alone as doubtful."""

import pytest

pytest.importorskip("spacy")
pytest.importorskip("lemminflect")

from tests.generation.extraction.syntax.trees import read, stated

FOUNDED = "Anna NNP nsubj 2; Holt NNP flat 0; founded VBD ROOT 2; a DT det 4; firm NN obj 2"


def test_a_verb_has_its_subject_object_and_adjuncts() -> None:
    rows = (
        "In IN case 1; 1871 CD obl 4; Anna NNP nsubj 4; Holt NNP flat 2; founded VBD ROOT 4; "
        "a DT det 6; "
        "firm NN obj 4; in IN case 8; Leeds NNP obl 4; . . punct 4"
    )

    assert stated(rows) == ["Anna Holt | found | a firm | in 1871, in Leeds"]


def test_phrases_and_verbs_know_their_places() -> None:
    clause = read(f"{FOUNDED}; . . punct 2")[0]

    subject = clause.subjects[0]
    assert ((subject.start, subject.end), (clause.at, clause.end)) == ((0, 9), (10, 17))
    assert clause.past


def test_a_passive_has_its_agent_and_shares_its_subject() -> None:
    rows = (
        "It PRP nsubj:pass 2; was VBD aux:pass 2; designed VBN ROOT 2; by IN case 4; "
        "Holt NNP obl:agent 2; "
        "and CC cc 6; built VBN conj 2; by IN case 8; Finch NNP obl:agent 6; . . punct 2"
    )

    assert stated(rows) == ["It | be design |  | by Holt", "It | be build |  | by Finch"]


def test_a_relative_clause_tells_of_its_antecedent() -> None:
    rows = (
        "Otto NNP nsubj 9; Finch NNP flat 0; , , punct 4; who WP nsubj 4; "
        "founded VBD acl:relcl 0; the DT det 7; "
        "Kelmar NNP compound 7; Works NNP obj 4; , , punct 0; died VBD ROOT 9; in IN case 11; "
        "1880 CD obl 9; . . punct 9"
    )

    assert stated(rows) == ["Otto Finch | found | the Kelmar Works", "Otto Finch | die |  | in 1880"]


def test_a_relative_clause_behind_a_place_may_tell_of_what_is_there() -> None:
    rows = (
        "It PRP nsubj 1; has VBZ ROOT 1; the DT det 4; highest JJS amod 4; mountain NN obj 1; in IN case 6; "
        "Norway NNP nmod 4; , , punct 11; which WDT nsubj 11; was VBD aux:pass 11; "
        "now RB advmod 11; climbed VBN acl:relcl 6; in IN case 13; 1901 CD obl 11; . . punct 1"
    )

    assert stated(rows) == ["It | have | the highest mountain"]


def test_the_object_of_a_relative_clause_is_its_antecedent() -> None:
    rows = (
        "The DT det 1; bridge NN nsubj 7; , , punct 5; which WDT obj 5; she PRP nsubj 5; "
        "designed VBD acl:relcl 1; "
        ", , punct 1; opened VBD ROOT 7; in IN case 9; 1906 CD obl 7; . . punct 7"
    )

    assert "she | design | The bridge" in stated(rows)


def test_a_participle_tells_of_the_noun_before_it() -> None:
    rows = (
        "The DT det 1; works NNS nsubj 8; , , punct 3; founded VBN acl 1; by IN case 6; "
        "Otto NNP compound 6; "
        "Finch NNP obl:agent 3; , , punct 1; make VBP ROOT 8; pumps NNS obj 8; . . punct 8"
    )

    assert stated(rows)[0] == "The works | be found |  | by Otto Finch"


def test_a_participle_in_front_tells_of_the_subject() -> None:
    rows = (
        "Born VBN advcl 5; in IN case 2; Leeds NNP obl 0; , , punct 0; she PRP nsubj 5; "
        "moved VBD ROOT 5; "
        "to IN case 7; Oslo NNP obl 5; . . punct 5"
    )

    assert stated(rows) == ["she | be bear |  | in Leeds", "she | move |  | to Oslo"]


def test_a_participle_after_an_of_may_tell_of_either_noun() -> None:
    rows = (
        "A DT det 1; panel NN nsubj 7; of IN case 3; architects NNS nmod 1; headed VBN acl 3; "
        "by IN case 6; "
        "Holt NNP obl:agent 4; met VBD ROOT 7; . . punct 7"
    )

    assert stated(rows) == ["A panel of architects | meet"]


def test_a_copula_has_its_predicate_and_what_hangs_on_it() -> None:
    rows = (
        "Sundvik NNP nsubj 3; is VBZ cop 3; the DT det 3; capital NN ROOT 3; of IN case 5; "
        "Vardania NNP nmod 3; . . punct 3"
    )

    clause = read(rows, ((0, 1, "PLACE"),))[0]

    assert [(p.text, p.head) for p in clause.objects] == [("the capital of Vardania", "capital")]
    assert [(p.preposition, p.text) for p in clause.of] == [("of", "Vardania")]


def test_a_predicate_that_is_a_name_is_the_subject() -> None:
    rows = (
        "The DT det 1; capital NN nsubj 5; of IN case 3; Vardania NNP nmod 1; is VBZ cop 5; "
        "Sundvik NNP ROOT 5; . . punct 5"
    )

    assert stated(rows) == ["Sundvik | be | The capital of Vardania"]


def test_a_measure_belongs_to_its_adjective() -> None:
    rows = (
        "It PRP nsubj 4; is VBZ cop 4; 62 CD nummod 3; metres NNS obl:unmarked 4; high JJ ROOT 4; . . punct 4"
    )

    clause = read(rows)[0]

    assert [(p.text, p.head) for p in clause.objects] == [("62 metres high", "high")]


def test_subjects_and_adjuncts_joined_by_and_are_several() -> None:
    rows = (
        "Holt NNP nsubj 3; and CC cc 2; Finch NNP conj 0; met VBD ROOT 3; in IN case 5; "
        "1902 CD obl 3; and CC cc 7; "
        "1906 CD conj 5; . . punct 3"
    )

    assert stated(rows, ((0, 1, "PERSON"),)) == ["Holt, Finch | meet |  | in 1902, in 1906"]


def test_subjects_joined_by_or_are_none() -> None:
    rows = (
        "Holt NNP nsubj 3; or CC cc 2; Finch NNP conj 0; founded VBD ROOT 3; the DT det 5; "
        "firm NN obj 3; . . punct 3"
    )

    assert stated(rows) == []


def test_a_noun_between_verb_and_name_makes_one_preposition_with_its_neighbours() -> None:
    rows = (
        "It PRP nsubj:pass 2; was VBD aux:pass 2; named VBN ROOT 2; in IN case 4; "
        "honour NN obl 2; of IN case 6; "
        "Holt NNP nmod 4; . . punct 2"
    )

    assert stated(rows) == ["It | be name |  | in honour of Holt, in honour of Holt"]


def test_an_infinitive_that_was_carried_out_is_stated() -> None:
    rows = (
        "He PRP nsubj 1; went VBD ROOT 1; on RB advmod 1; to TO mark 4; found VB xcomp 1; "
        "a DT det 6; school NN obj 4; . . punct 1"
    )

    assert "He | found | a school" in stated(rows)


@pytest.mark.parametrize(
    "rows",
    [
        ("He PRP nsubj 3; may MD aux 3; have VB aux 3; founded VBN ROOT 3; it PRP obj 3; . . punct 3"),
        ("He PRP nsubj 3; did VBD aux 3; not RB advmod 3; found VB ROOT 3; it PRP obj 3; . . punct 3"),
        "He PRP nsubj 2; probably RB advmod 2; founded VBD ROOT 2; it PRP obj 2; . . punct 2",
        (
            "If IN mark 2; he PRP nsubj 2; founded VBD advcl 5; it PRP obj 2; she PRP nsubj 5; "
            "left VBD ROOT 5; . . punct 5"
        ),
        (
            "She PRP nsubj 1; wrote VBD ROOT 1; that IN mark 4; he PRP nsubj 4; "
            "founded VBD ccomp 1; it PRP obj 4; . . punct 1"
        ),
        ("He PRP nsubj 1; tried VBD ROOT 1; to TO mark 3; found VB xcomp 1; it PRP obj 3; . . punct 1"),
        "It PRP nsubj:pass 4; was VBD aux 4; to TO mark 4; be VB aux:pass 4; founded VBN ROOT 4; . . punct 4",
        "No DT det 1; engineer NN nsubj 2; founded VBD ROOT 2; it PRP obj 2; . . punct 2",
    ],
)
def test_what_is_doubted_denied_reported_or_tried_is_not_stated(rows: str) -> None:
    assert not any("found" in clause for clause in stated(rows))


def test_a_phrase_that_ends_inside_a_name_is_none() -> None:
    rows = (
        "He PRP nsubj 1; met VBD ROOT 1; Otto NNP obj 1; Finch NNP obl 1; in IN case 5; "
        "Leeds NNP obl 1; . . punct 1"
    )

    assert stated(rows) == []


def test_a_subject_that_a_comma_parts_from_its_verb_is_none() -> None:
    rows = (
        "Hekla NNP nsubj 3; , , punct 3; long RB advmod 3; feared VBD ROOT 3; in IN case 5; "
        "Europe NNP obl 3; . . punct 3"
    )

    assert stated(rows, ((0, 1, "PLACE"),)) == []


def test_two_objects_with_a_comma_between_may_be_two_clauses() -> None:
    rows = (
        "Holt NNP nsubj 1; played VBD ROOT 1; Maria NNP obj 1; , , punct 5; and CC cc 5; "
        "Finch NNP conj 2; "
        ", , punct 7; sang VBD conj 1; . . punct 1"
    )

    assert not any("Finch" in clause for clause in stated(rows))


def test_a_verb_hung_on_the_noun_that_opens_the_sentence_tells_of_it() -> None:
    rows = (
        "The DT det 1; shipbuilder NN ROOT 1; Otto NNP nsubj 4; Finch NNP flat 2; "
        "died VBD acl:relcl 1; in IN case 6; "
        "1880 CD obl 4; . . punct 1"
    )

    assert "The shipbuilder Otto Finch | die |  | in 1880" in stated(rows)


def test_a_form_of_two_verbs_is_read_as_the_one_it_inflects() -> None:
    assert stated("He PRP nsubj 1; found VBD ROOT 1; it PRP obj 1; . . punct 1") == ["He | find | it"]


def test_the_middle_one_of_three_passives_shares_the_subject() -> None:
    rows = (
        "It PRP nsubj:pass 2; was VBD aux:pass 2; designed VBN ROOT 2; by IN case 4; Holt NNP obl:agent 2; "
        ", , punct 6; built VBN advcl 2; by IN case 8; Finch NNP obl:agent 6; and CC cc 10; "
        "opened VBD conj 6; in IN case 12; 1900 CD obl 10; . . punct 2"
    )

    assert stated(rows) == [
        "It | be design |  | by Holt",
        "It | be build |  | by Finch",
        "It | be open |  | in 1900",
    ]
