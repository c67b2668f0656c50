"""A trade, a college or a plant, and four clusters."""

from __future__ import annotations

from collections.abc import Sequence

from content.exhibition.challenges.quiz.rules import Belonging
from content.exhibition.challenges.round import Verdict
from content.model import Text
from screens.challenges.asked import AskedView, Subject, plain
from screens.theme import _


class View(AskedView):
    """Where does it belong?"""

    task: Belonging

    def subject(self) -> Subject:
        return Subject([self.task.picture], plain(self.task.name))

    def answers(self) -> Sequence[tuple[Text, str]]:
        return [(cluster.name, cluster.picture) for cluster in self.task.clusters]

    def asks(self, task: Belonging) -> str:
        return {
            "profession": _("Чья это профессия?"),
            "college": _("Кого учит этот колледж?"),
            "employer": _("Чьё это предприятие?"),
        }[task.kind]

    def tells(self, task: Belonging, judged: Sequence[Verdict]) -> str:
        if all(one.right for one in judged):
            return _("Верно: {what}!").format(what=plain(task.cluster.name))
        return _("Ответ: {what}.").format(what=plain(task.cluster.name))
