import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.packs.passage import passages
from quizapp.packs.sentences import spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", 4),
        ("It rained.[3] In June,[4] Holm left.[5][12] He met Mr. Osei.", 3),
        ("The bout of Gull vs. Tern drew a crowd. It rained.", 2),
        ("Dr. Quill met J. R. Osei. They spoke.", 2),
        ("Ada Quill (c. 1102–1178) was a nun. She wrote.", 2),
        ("Otto Osei (b. 1950) is a potter.", 1),
        ("She called it “a quiet place.” He left.", 2),
        ("“Come here.” The dog came.", 2),
        ("It rose by 3.5 metres. All fled.", 2),
        ("He waited... Then he went.", 2),
        ("He waited... and waited.", 1),
        ("It opened at 5 p.m. on Monday.", 1),
        ("They chose Lambert V. It was late.", 2),
        ("They chose Lambert V. Quill in May.", 1),
        ("They met in the U.S. The town was small.", 2),
        ("See No. 5 for more. No. That is all.", 3),
        ("“Really?” she asked. Yes.", 2),
        ("A heading without a stop", 1),
        ("It was late (very late.) Nobody came.", 2),
        ("She said “마지막까지!” and left.", 1),
    ],
)
def test_sentences_end_where_a_reader_sees_an_end(text: str, sentences: int) -> None:
    assert len(split(text)) == sentences


@given(st.text(max_size=300))
def test_passages_and_sentences_slice_back_to_their_text(text: str) -> None:
    found = passages(text)

    assert [passage.number for passage in found] == list(range(1, len(found) + 1))
    for passage in found:
        assert text[passage.start : passage.end] == passage.text
        for sentence in passage.sentences:
            assert text[sentence.start : sentence.end] == sentence.text


@given(st.text(alphabet="aB. !?”“'\n", max_size=200))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    kept = "".join(s.text for passage in passages(text) for s in passage.sentences)

    assert "".join(kept.split()) == "".join(text.split())


def test_blank_lines_are_not_counted_and_line_ends_may_be_of_any_kind() -> None:
    assert [(p.number, p.text) for p in passages("one\r\n\r\n  two \n\n\nthree")] == [
        (1, "one"),
        (2, "two"),
        (3, "three"),
    ]
