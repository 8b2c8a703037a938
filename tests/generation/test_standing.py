import subprocess
import sys


def test_what_pages_ask_of_facts_leads_to_nothing_that_reads_documents() -> None:
    asked = "import sys, quizapp.generation.standing; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", asked], check=True, capture_output=True, text=True
    ).stdout.split()

    assert "quizapp.generation.standing" in loaded
    assert not {"quizapp.generation.extraction.witnesses", "quizapp.generation.gathering"} & set(loaded)
