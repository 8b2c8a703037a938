import pytest

from quizapp.generation.document import Document, document_of
from quizapp.generation.foreign import REASON

ENGLISH = (
    "The harbour of Altmoor was founded in 1871 by the engineer Otto Finch, who had come from the south "
    "of the country with his wife and their four children."
)
OTHERS = {
    "German": "Der Hafen wurde im Jahr 1871 von dem Ingenieur Otto Finch gegründet und ist heute der größte "
    "an der Küste, denn er liegt so tief, dass auch die schwersten Schiffe in ihn einlaufen können.",
    "Dutch": "De haven is in 1871 gesticht door de ingenieur Otto Finch en was lang de grootste van het "
    "land; wie er met de boot aankomt of vertrekt, ziet nog altijd het oude huis van de meester op de kade.",
    "Danish": "Havnen blev anlagt i 1871 af ingeniøren Otto Finch og er i dag den største ved kysten, for "
    "den ligger så dybt, at selv de tungeste skibe kan komme ind i den for at laste og losse.",
    "French": "Le port a été fondé en 1871 par l'ingénieur Otto Finch, et il est devenu le plus grand de la "
    "côte, car il est assez profond pour que les navires les plus lourds puissent y entrer.",
    "Spanish": "El puerto fue fundado en 1871 por el ingeniero Otto Finch y es hoy el más grande de la "
    "costa, porque es tan profundo que hasta los barcos más pesados pueden entrar en él.",
    "Polish": "Port został założony w 1871 roku przez inżyniera Otto Fincha i jest dziś największym na "
    "wybrzeżu, bo jest tak głęboki, że mogą do niego wpływać nawet najcięższe statki z całego świata.",
    "Korean": "항구는 1871년에 기술자 오토 핀치가 세웠다. 오늘날 해안에서 가장 큰 항구이며 "
    "매우 깊어서 무거운 배도 들어올 수 있다. 그는 남쪽에서 아내와 네 아이와 함께 왔다. "
    "그 뒤로 많은 사람이 이 도시에 살게 되었다.",
}


def kept(document: Document) -> list[int]:
    return [passage.number for passage in document.passages]


@pytest.mark.parametrize("language", OTHERS)
def test_a_document_in_another_language_is_left_out_and_says_so(language: str) -> None:
    document = document_of(f"Altmoor\n\n{OTHERS[language]}", "file")

    assert kept(document) == []
    assert {dropped.reason for dropped in document.dropped} == {REASON}
    assert (document.title, document.lack) == ("Altmoor", "is not in English")


@pytest.mark.parametrize("language", OTHERS)
def test_a_paragraph_in_another_language_is_left_out_of_an_english_document(language: str) -> None:
    document = document_of(f"Altmoor\n\n{ENGLISH}\n{OTHERS[language]}\n{ENGLISH}", "file")

    assert kept(document) == [1, 2, 4]
    assert not document.lack


@pytest.mark.parametrize(
    "english",
    [
        ENGLISH,
        "Cast: Ana Quill as Rosa Lind, Bram Osei as Tom Reed, Cleo Varga as Ida Moss, Dan Ferro as Sam Hale, "
        "Elif Sand as Joan Pell, Finn Marsh as the Captain, Gia Lowe as Nurse Brandt, Hal Stone as Joe.",
        "Otto Finch was born in Leeds in 1840. He died in 1911.",
    ],
)
def test_english_stays_whatever_names_it_is_full_of(english: str) -> None:
    assert kept(document_of(f"Altmoor\n\n{english}", "file")) == [1, 2]
