"""What may happen, and what to do step by step.

After the steps of first aid any bystander may give in Russia (Health Ministry order 220n of
2024): safety first, then the person's state, then the call, then what the state asks for. Only
cases whose order leaves no choice are here; a methodologist checks the words.
"""

from __future__ import annotations

from dataclasses import dataclass

from content.model import Text


@dataclass(frozen=True)
class Case:
    """What happened, and the steps in their order."""

    name: Text
    steps: tuple[Text, ...]


def _case(name: tuple[str, str], *steps: tuple[str, str]) -> Case:
    return Case(Text(ru=name[0], en=name[1]), tuple(Text(ru=ru, en=en) for ru, en in steps))


CASES = (
    _case(
        ("Человек лежит и не отвечает", "A person lies there and does not answer"),
        ("Осмотреться: безопасно ли подойти", "Look around: is it safe to come near"),
        ("Окликнуть и тронуть за плечо", "Call out and touch the shoulder"),
        ("Проверить, дышит ли", "Check for breathing"),
        ("Не дышит: звать скорую", "No breath: call an ambulance"),
        ("Давить на середину груди, ритмично", "Press the middle of the chest, steadily"),
    ),
    _case(
        ("Ожог кипятком", "A scald from boiling water"),
        ("Убрать руку от горячего", "Take the hand away from the heat"),
        ("Долго охлаждать прохладной водой", "Cool it long under cool water"),
        ("Накрыть чистой салфеткой", "Cover it with a clean cloth"),
        ("Показать врачу", "Show it to a doctor"),
    ),
    _case(
        ("Сильно течёт кровь из руки", "An arm bleeds badly"),
        ("Надеть перчатки из аптечки", "Put on gloves from the kit"),
        ("Сразу прижать рану салфеткой", "Press a pad on the wound at once"),
        ("Поверх — давящая повязка", "Bind it tightly over the pad"),
        ("Укрыть и ждать скорую рядом", "Keep warm, wait for the ambulance together"),
    ),
    _case(
        ("Кровь из носа", "A nosebleed"),
        ("Посадить, голову чуть вперёд", "Sit down, head slightly forward"),
        ("Зажать крылья носа", "Pinch the nose"),
        ("Терпеливо держать, дышать ртом", "Hold on patiently, breathe by mouth"),
        ("Не остановилась: к врачу", "It does not stop: see a doctor"),
    ),
    _case(
        ("Подавился и не может дышать", "Choking, cannot breathe"),
        ("Спросить: «Вы подавились?»", "Ask: “Are you choking?”"),
        (
            "Наклонить вперёд, хлопать между лопаток",
            "Bend forward, slap between the shoulder blades",
        ),
        (
            "Не помогло: обхватить и толкать под рёбра",
            "No help: hold from behind, thrust under the ribs",
        ),
        ("Задышал: всё равно к врачу", "Breathing again: a doctor all the same"),
    ),
    _case(
        ("Подвернули ногу", "A twisted ankle"),
        ("Сесть и не наступать", "Sit down, no weight on it"),
        ("Приложить холод через ткань", "Put something cold on, through cloth"),
        ("Закрепить ногу повязкой", "Hold the ankle with a bandage"),
        ("Ехать к врачу", "Go to a doctor"),
    ),
    _case(
        ("Перегрелся на солнце", "Too much sun"),
        ("Увести в тень", "Lead into the shade"),
        ("Уложить, расстегнуть ворот", "Lay down, open the collar"),
        ("Обтирать прохладной водой", "Sponge with cool water"),
        ("Не легче: звать скорую", "No better: call an ambulance"),
    ),
    _case(
        ("Ударило током", "An electric shock"),
        ("Отключить ток, человека не трогать", "Cut the current, do not touch the person"),
        ("Подойти и проверить дыхание", "Come near and check the breath"),
        ("Позвонить в скорую", "Call an ambulance"),
        ("Быть рядом до её приезда", "Stay until it comes"),
    ),
    _case(
        ("Замёрз на прогулке", "Chilled to the bone"),
        ("Увести в тепло", "Lead into the warm"),
        ("Снять мокрое", "Take wet clothes off"),
        ("Укутать в сухое одеяло", "Wrap in a dry blanket"),
        ("Дать тёплое сладкое питьё", "Give a warm sweet drink"),
    ),
    _case(
        ("Ужалила пчела", "A bee sting"),
        ("Отойти подальше от пчёл", "Move away from the bees"),
        ("Убрать жало", "Take the sting out"),
        ("Приложить холод", "Put something cold on"),
        ("Следить, легко ли дышит", "Watch whether breathing is easy"),
    ),
    _case(
        ("На человеке загорелась одежда", "Clothes on fire"),
        ("Остановить и уложить", "Stop the person, lay them down"),
        ("Накрыть плотной тканью", "Smother with thick cloth"),
        ("Потухло: охладить ожоги водой", "Fire out: cool the burns with water"),
        ("Накрыть ожоги чистым", "Cover the burns with something clean"),
    ),
    _case(
        ("Брызги попали в глаз", "A splash in the eye"),
        ("Не тереть глаз", "Do not rub the eye"),
        ("Долго промывать чистой водой", "Rinse it long with clean water"),
        ("Прикрыть чистой салфеткой", "Cover it with a clean pad"),
        ("Ехать к врачу", "Go to a doctor"),
    ),
    _case(
        ("Порезали палец", "A cut finger"),
        ("Вымыть свои руки", "Wash your own hands"),
        ("Промыть порез водой", "Rinse the cut with water"),
        ("Обработать кожу вокруг", "Clean the skin around it"),
        ("Заклеить пластырем", "Put a plaster on"),
    ),
)
