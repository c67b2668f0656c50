"""Who writes, what honest letters say, and how a letter deceives. Every sender is invented; the
addresses end in ``.example``, which belongs to nobody (RFC 2606)."""

from __future__ import annotations

from dataclasses import dataclass

from content.model import Text


@dataclass(frozen=True)
class Sender:
    """A house that writes letters, its domain and what it writes about."""

    name: Text
    domain: str
    honest: tuple[Text, ...]


def _t(ru: str, en: str) -> Text:
    return Text(ru=ru, en=en)


SENDERS = (
    Sender(
        _t("Школа «Ромашка»", "Daisy School"),
        "romashka.example",
        (
            _t(
                "Родительское собрание в четверг, в актовом зале.",
                "Parents meet on Thursday in the hall.",
            ),
            _t(
                "Расписание каникул висит на нашем сайте.",
                "The holiday timetable is on our website.",
            ),
        ),
    ),
    Sender(
        _t("Библиотека «Страница»", "Page Library"),
        "stranitsa.example",
        (
            _t("Ваша книга пришла, ждём вас в будни.", "Your book has come; any weekday suits."),
            _t(
                "В субботу читаем вслух, приходите с детьми.",
                "We read aloud on Saturday; bring the children.",
            ),
        ),
    ),
    Sender(
        _t("Банк «Рябина»", "Rowan Bank"),
        "ryabina.example",
        (
            _t(
                "Выписка готова. Она в приложении банка.",
                "Your statement is ready in the bank’s app.",
            ),
            _t(
                "Отделение переехало, новый адрес на сайте.",
                "The branch has moved; see our website.",
            ),
        ),
    ),
    Sender(
        _t("Магазин «Кузовок»", "Basket Shop"),
        "kuzovok.example",
        (
            _t("Заказ собран, можно забирать.", "Your order is packed and waits for you."),
            _t("Чек за покупку. Спасибо, что заходите!", "Your receipt. Thank you for coming!"),
        ),
    ),
    Sender(
        _t("Поликлиника «Липа»", "Linden Clinic"),
        "lipa.example",
        (
            _t("Напоминаем: завтра приём у врача.", "A reminder: you see the doctor tomorrow."),
            _t(
                "Карточка найдена, приходите как удобно.",
                "Your card is found; come when it suits you.",
            ),
        ),
    ),
    Sender(
        _t("Кружок «Искра»", "Spark Club"),
        "iskra.example",
        (
            _t(
                "В среду собираем робота. Возьмите сменную обувь.",
                "On Wednesday we build a robot. Bring indoor shoes.",
            ),
            _t(
                "Фото с выставки уже в группе кружка.",
                "Pictures of the show are in the club’s group.",
            ),
        ),
    ),
    Sender(
        _t("Почта «Голубь»", "Pigeon Post"),
        "golub.example",
        (
            _t(
                "Посылка в отделении. Возьмите с собой документ.",
                "Your parcel is here. Bring an identity card.",
            ),
            _t(
                "Изменились часы работы, они на двери и сайте.",
                "New opening hours are on the door and the site.",
            ),
        ),
    ),
)


@dataclass(frozen=True)
class Trick:
    """A way to deceive. ``address`` has ``{name}`` of the sender's domain in it and another end;
    ``tells`` is what gives the letter away."""

    kind: str
    address: str
    text: Text
    tells: Text


TRICKS = (
    Trick(
        "password",
        "help@{name}-login.example",
        _t(
            "Пришлите пароль в ответ, иначе закроем вход.",
            "Send your password back or we close your account.",
        ),
        _t(
            "Просят пароль: честные так не делают.",
            "It asks for a password: honest people never do.",
        ),
    ),
    Trick(
        "code",
        "safe@{name}-bank.example",
        _t(
            "Назовите код из сообщения, вернём деньги.",
            "Tell us the code from the message and get a refund.",
        ),
        _t("Код из сообщения не говорят никому.", "A code from a message is told to nobody."),
    ),
    Trick(
        "prize",
        "winner@prize-{name}.example",
        _t(
            "Вы выиграли телефон! Оплатите только доставку.",
            "You have won a phone! Only pay for delivery.",
        ),
        _t("Приз, за который надо платить, — не приз.", "A prize one pays for is no prize."),
    ),
    Trick(
        "file",
        "docs@{name}-office.example",
        _t(
            "Срочно откройте файл schet.exe, там ваш долг.",
            "Open the file bill.exe at once: you owe us.",
        ),
        _t("Файл .exe во вложении — это программа.", "An .exe attached is a program."),
    ),
    Trick(
        "haste",
        "director@{name}-mail.example",
        _t(
            "Это директор. Переведите деньги сейчас, объясню потом.",
            "The director here. Send money now, I explain later.",
        ),
        _t("Торопят и просят денег: позвоните и проверьте.", "Haste and money: ring up and check."),
    ),
    Trick(
        "link",
        "info@{name}.example.site-help.example",
        _t(
            "Вход устарел. Обновите данные по этой ссылке.",
            "Your login is old. Renew it by this link.",
        ),
        _t("Адрес чужой: важен его конец.", "The address is a stranger’s: its end counts."),
    ),
)
