"""/packs/<slug>/results.csv: the answers in the finished rounds of a pack, for a spreadsheet."""

from tests.services.rounds import SLUG
from tests.web.accounts.visitor import Visitor
from tests.web.rounds.somebody import Somebody


def test_the_author_gets_a_sheet_with_a_name(author: Visitor, alice: Somebody) -> None:
    alice.start()
    alice.play_to_the_end(right=2)

    answer = author.client.get(f"/packs/{SLUG}/results.csv", buffered=True)

    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{SLUG}.csv"'
    lines = answer.data.decode("utf-8-sig").splitlines()
    assert lines[0] == "day,player,item,question,chosen,correct,points,seconds"
    assert len(lines) == 6
