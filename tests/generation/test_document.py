from pathlib import Path

from quizapp.generation.document import document_of, read_documents


def test_a_title_and_an_id_come_from_the_first_line() -> None:
    document = document_of("The Gull’s Return\n\nIt came back.", "file")

    assert (document.document_id, document.title) == ("the-gull-return", "The Gull’s Return")


def test_the_file_name_stands_in_where_the_first_line_is_a_sentence() -> None:
    assert document_of("It came back to the pier.", "gulls_2026").document_id == "gulls-2026"


def test_two_documents_of_one_title_have_ids_of_their_own(tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.md"]
    for path in paths:
        path.write_text("Harbour\n\nIt is deep.", encoding="utf-8")

    assert [d.document_id for d in read_documents(paths)] == ["harbour", "harbour-2"]


def test_furniture_is_set_aside_and_still_counted() -> None:
    document = document_of("Harbour\n\nShare this article\n\nIt is deep.", "file")

    assert [passage.number for passage in document.passages] == [1, 3]
    assert [(dropped.passage.number, dropped.reason) for dropped in document.dropped] == [(2, "share bar")]


def test_what_the_reader_knows_to_be_furniture_is_set_aside_before_neighbours_are_judged() -> None:
    document = document_of("Harbour\nCoast News\nIt is deep.", "file", known_furniture={2: "running head"})

    assert [passage.number for passage in document.passages] == [1, 3]
    assert [(dropped.passage.number, dropped.reason) for dropped in document.dropped] == [(2, "running head")]
