"""Two things of a trade, and four trades."""

from __future__ import annotations

from collections.abc import Sequence

from content.exhibition.challenges.guess.rules import Guess
from content.exhibition.challenges.round import Verdict
from content.model import Text
from screens.challenges.asked import AskedView, Subject, plain
from screens.theme import _


class View(AskedView):
    """Whose things are they?"""

    task: Guess

    def subject(self) -> Subject:
        tools = self.task.tools
        return Subject(
            [tool.picture for tool in tools], ", ".join(plain(one.name) for one in tools)
        )

    def answers(self) -> Sequence[tuple[Text, str]]:
        # Its picture might be one of its tools.
        return [(trade.name, "") for trade in self.task.trades]

    def asks(self, task: Guess) -> str:
        return _("Кому это нужно в работе?")

    def tells(self, task: Guess, judged: Sequence[Verdict]) -> str:
        if all(one.right for one in judged):
            return _("Угадано: {who}!").format(who=plain(task.profession.name))
        return _("Ответ: {who}.").format(who=plain(task.profession.name))
