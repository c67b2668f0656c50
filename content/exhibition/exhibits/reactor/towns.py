"""The towns the reactor lights: those of ``towns.yaml``, which a test holds them to.

An exhibit plays without a pack at hand, so it has its own stars.
"""

from __future__ import annotations

from content.model import Text, Town

SOURCE_TOWN = "desnogorsk"
"""Where the light comes from."""


TOWNS = (
    Town("smolensk", Text("Смоленск", "Smolensk"), 54.7826, 32.0453, 1),
    Town("yartsevo", Text("Ярцево", "Yartsevo"), 55.0567, 32.6964, 2),
    Town("safonovo", Text("Сафоново", "Safonovo"), 55.1153, 33.2372, 2),
    Town("vyazma", Text("Вязьма", "Vyazma"), 55.2103, 34.295, 2),
    Town("gagarin", Text("Гагарин", "Gagarin"), 55.5531, 34.9953, 2),
    Town("desnogorsk", Text("Десногорск", "Desnogorsk"), 54.1503, 33.2833, 2),
    Town("roslavl", Text("Рославль", "Roslavl"), 53.9528, 32.8639, 2),
    Town("verkhnedneprovsky", Text("Верхнеднепровский", "Verkhnedneprovsky"), 54.9833, 33.3458, 2),
    Town("dorogobuzh", Text("Дорогобуж", "Dorogobuzh"), 54.9153, 33.3022, 3),
    Town("pochinok", Text("Починок", "Pochinok"), 54.4061, 32.4397, 3),
    Town("yelnya", Text("Ельня", "Yelnya"), 54.5708, 33.1789, 3),
    Town("rudnya", Text("Рудня", "Rudnya"), 54.9486, 31.0911, 3),
    Town("demidov", Text("Демидов", "Demidov"), 55.2711, 31.5167, 3),
    Town("velizh", Text("Велиж", "Velizh"), 55.6036, 31.1981, 3),
    Town("dukhovshchina", Text("Духовщина", "Dukhovshchina"), 55.1953, 32.4058, 3),
    Town("krasny", Text("Красный", "Krasny"), 54.5667, 31.4333, 3),
    Town("khislavichi", Text("Хиславичи", "Khislavichi"), 54.1867, 32.1508, 3),
    Town("ugra", Text("Угра", "Ugra"), 54.775, 34.3333, 3),
    Town("vysokoe", Text("Высокое", "Vysokoye"), 55.4778, 34.1103, 3),
    Town("sychyovka", Text("Сычёвка", "Sychyovka"), 55.8275, 34.2778, 3),
)
LINKS = (
    ("smolensk", "yartsevo"),
    ("yartsevo", "safonovo"),
    ("safonovo", "vyazma"),
    ("vyazma", "gagarin"),
    ("smolensk", "pochinok"),
    ("pochinok", "roslavl"),
    ("roslavl", "desnogorsk"),
    ("desnogorsk", "yelnya"),
    ("yelnya", "dorogobuzh"),
    ("dorogobuzh", "verkhnedneprovsky"),
    ("verkhnedneprovsky", "safonovo"),
    ("smolensk", "rudnya"),
    ("smolensk", "krasny"),
    ("smolensk", "demidov"),
    ("demidov", "velizh"),
    ("yartsevo", "dukhovshchina"),
    ("pochinok", "khislavichi"),
    ("vyazma", "ugra"),
    ("vyazma", "vysokoe"),
    ("vysokoe", "sychyovka"),
)
