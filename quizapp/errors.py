"""What can go wrong, named by what happened. No HTTP in here: the web layer maps these in one place."""


class QuizError(Exception):
    """Something a person can mend; the message says what happened and what to do next."""


class NotFound(QuizError):
    """There is no such pack, round, player or board, or it is not theirs to see."""


class Malformed(QuizError):
    """A value breaks a rule of the game; the message names the rule."""


class NotCurrentItem(QuizError):
    """The response is for an item that is not the one on screen."""


class NoSuchOption(QuizError):
    """The item has no option with that letter."""


class RoundOver(QuizError):
    """The round is closed; its result can still be read."""


class PackError(QuizError):
    """A pack file cannot be used; `findings` say where and how to mend it."""

    def __init__(self, message: str, findings: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class NameRefused(QuizError):
    """That name cannot be had; the message says why."""


class LogInRefused(QuizError):
    """Name and password do not belong together."""


class NotAllowed(QuizError):
    """The player's role does not reach that far; the message says whose does."""


class TooFast(QuizError):
    """Somebody does this more often than a person can; after `wait_s` seconds it goes on."""

    def __init__(self, message: str, wait_s: int) -> None:
        super().__init__(message)
        self.wait_s = wait_s


class NothingToUndo(QuizError):
    """The draft is as it was when it was begun."""


class ChangedMeanwhile(QuizError):
    """What was to be changed is no longer what the author saw; `theirs` is how it stands now."""

    def __init__(self, message: str, theirs: object = None) -> None:
        super().__init__(message)
        self.theirs = theirs


class SettingRefused(QuizError):
    """An environment variable holds a value that means nothing here."""


class CopyRefused(QuizError):
    """A database cannot be copied, backed up or restored so; the message says what would do."""


class DocumentRefused(QuizError):
    """A file cannot be read as a document; the message says why and what would do."""


class LanguageMissing(QuizError):
    """The language pipeline cannot be loaded; the message says how to get it."""


class WorkDropped(QuizError):
    """The work was cancelled, or another worker has taken it up: what is left of it is not wanted."""
