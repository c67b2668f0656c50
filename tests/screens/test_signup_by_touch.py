"""Signing up by touch: the QR, the ages, the form, the consent, and that nothing leaks."""

import json
from pathlib import Path

import pytest
import zxingcpp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image

from kiosk import signup
from screens.driving.route import NAME, PHONE, Route
from screens.widgets.keyboard import KeyCap
from screens.widgets.qr import QrCode
from sync.form import decode
from sync.messages import Record
from sync.seal import binding, unseal
from sync.token import SignupToken, TicketToken, read
from tests.screens.app_stage import AppStage
from tests.sync.double import KIOSK, CentreDouble


def to_event(app: AppStage) -> str:
    """On the sign-up of an event a class may come to; its id."""
    app.wake()
    event = next(one.event for one in app.kiosk.board() if one.event.classes)
    app.show("signup.start", id=event.id)
    return event.id


def to_form(app: AppStage) -> None:
    to_event(app)
    app.tap("Заполнить здесь")
    app.tap("18 и больше")
    assert app.screen == "signup.form"


def sign_up(app: AppStage) -> None:
    """A whole sign-up by fingers, up to the ticket."""
    to_event(app)
    route = Route(app.driver, lambda name: None)
    route.age()
    route.form()
    route.consent()


def code_on_glass(app: AppStage, file: Path) -> str:
    """What a phone reads from the screen."""
    with Image.open(app.driver.save(file)) as picture:
        found = zxingcpp.read_barcodes(picture)
    assert len(found) == 1
    return found[0].text


def opened(record: Record, centre: CentreDouble):
    info = binding(KIOSK, record.id, record.kind, record.schema)
    return decode(unseal(record.body, centre.sealing, info))


def test_the_qr_on_the_screen_opens_the_event_on_a_phone(
    enrolled: AppStage, centre: CentreDouble, tmp_path: Path
) -> None:
    event = to_event(enrolled)
    address, _, token = code_on_glass(enrolled, tmp_path / "qr.png").partition("#")
    assert address == f"{centre.public_url}/q"
    opens = read(token, centre.kiosks.get)
    assert isinstance(opens, SignupToken)
    assert (opens.kiosk, opens.event) == (KIOSK, event)


def test_a_qr_is_at_most_version_10_and_large_enough_for_an_arms_length(
    enrolled: AppStage,
) -> None:
    to_event(enrolled)
    code = next(w for w in enrolled.page.walk() if isinstance(w, QrCode))
    modules = code.texture.width - 8
    assert (modules - 17) % 4 == 0
    assert (modules - 17) // 4 <= 10
    assert code.width / code.texture.width >= 5, "pixels a module"


def test_a_kiosk_that_is_not_enrolled_says_so_and_shows_no_code(app_stage: AppStage) -> None:
    to_event(app_stage)
    assert not [w for w in app_stage.page.walk() if isinstance(w, QrCode)]
    assert not app_stage.driver.has("Заполнить здесь")


def test_under_14_no_form_can_be_reached_and_a_parents_phone_is_asked_for(
    enrolled: AppStage, centre: CentreDouble, tmp_path: Path
) -> None:
    event = to_event(enrolled)
    enrolled.tap("Заполнить здесь")
    enrolled.tap("Меньше 14")
    assert not [w for w in enrolled.page.walk() if isinstance(w, KeyCap)]
    labels = {one.label for one in enrolled.driver.controls()}
    assert not labels & {"Дальше", "Заполнить здесь", "18 и больше", "От 14 до 17"}
    token = code_on_glass(enrolled, tmp_path / "parent.png").partition("#")[2]
    assert read(token, centre.kiosks.get).event == event
    enrolled.kiosk.draft.fields.update(name=NAME, phone="+7" + PHONE)
    with pytest.raises(signup.NotTaken, match="under14"):
        signup.submit(
            enrolled.kiosk.machine,
            enrolled.kiosk.draft,
            enrolled.kiosk.machine.library.pack.consents[0],
        )


def test_what_is_missing_is_said_beside_its_field_and_the_rest_is_kept(enrolled: AppStage) -> None:
    to_form(enrolled)
    enrolled.driver.type("Тест")
    enrolled.tap("Телефон")
    enrolled.driver.type("90000")
    enrolled.tap("Дальше")
    assert enrolled.screen == "signup.form"
    texts = {w.text for w in enrolled.page.walk() if hasattr(w, "text")}
    assert "В номере должно быть десять цифр после +7" in texts
    assert "Напишите, как к вам обращаться" not in texts
    assert enrolled.kiosk.draft.fields == {"name": "Тест", "phone": "+790000"}


def test_a_whole_sign_up_by_fingers_is_one_sealed_record(
    enrolled: AppStage, centre: CentreDouble
) -> None:
    sign_up(enrolled)
    people = [one for one in enrolled.records() if one.stream == "people"]
    assert [one.kind for one in people] == ["signup.made"]
    form = opened(people[0], centre)
    assert (form.name, form.age_band, form.way) == (NAME, "adult", "person")
    assert form.phone.endswith("9000000000")
    assert form.consent.sha256
    assert people[0].visit == b""
    assert len(people[0].at) == len("2026-11-23")


def test_the_ticket_shows_its_number_and_a_code_for_the_answer(
    enrolled: AppStage, centre: CentreDouble, tmp_path: Path
) -> None:
    sign_up(enrolled)
    texts = {w.text for w in enrolled.page.walk() if hasattr(w, "text")}
    token = code_on_glass(enrolled, tmp_path / "ticket.png").partition("#")[2]
    opens = read(token, centre.kiosks.get)
    assert isinstance(opens, TicketToken)
    assert opens.number in texts


def test_a_class_is_signed_up_by_its_teacher_without_names_of_pupils(
    enrolled: AppStage, centre: CentreDouble
) -> None:
    to_event(enrolled)
    enrolled.tap("Весь класс")
    labels = [one.label for one in enrolled.driver.controls() if one.role == "textbox"]
    assert labels == ["Имя учителя", "Телефон учителя", "Сколько ребят"]
    enrolled.driver.type("Тест Тестов")
    for field, text in (("Телефон учителя", PHONE), ("Сколько ребят", "24")):
        enrolled.tap(field)
        enrolled.driver.type(text)
    enrolled.tap("Дальше")
    enrolled.tap("Согласен, записаться")
    enrolled.driver.until("signup.thanks")
    people = [one for one in enrolled.records() if one.stream == "people"]
    form = opened(people[0], centre)
    assert (form.way, form.count) == ("class", 24)


def test_who_does_not_agree_is_not_signed_up_and_forgotten(enrolled: AppStage) -> None:
    to_event(enrolled)
    route = Route(enrolled.driver, lambda name: None)
    route.age()
    route.form()
    enrolled.tap("Не согласен")
    enrolled.driver.settle()
    assert enrolled.screen == "signup.start"
    assert enrolled.kiosk.draft is None
    assert not [one for one in enrolled.records() if one.stream == "people"]


def test_the_name_typed_is_in_no_byte_of_the_data_folder(
    enrolled: AppStage, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG"):
        sign_up(enrolled)
        enrolled.tap("Готово")
        enrolled.driver.settle()
    told = caplog.text + "".join(str(control.told()) for control in enrolled.driver.controls())
    secrets = ("Тестов", "тестов", PHONE, "900 000-00-00")
    assert not [one for one in secrets if one in told]
    for file in [one for one in enrolled.home.rglob("*") if one.is_file()]:
        held = file.read_bytes()
        for secret in secrets:
            for code in ("utf-8", "utf-16-le", "cp1251"):
                assert secret.encode(code) not in held, file.name


def test_no_record_of_a_screen_says_when_somebody_signed_up(enrolled: AppStage) -> None:
    sign_up(enrolled)
    enrolled.tap("Готово")
    enrolled.driver.settle()
    seen = [
        json.loads(one.body)["screen"] for one in enrolled.records() if one.kind == "screen.seen"
    ]
    assert seen
    assert not {"signup.form", "signup.consent", "signup.thanks"} & set(seen)


def test_a_rating_is_journalled_once_without_the_visit_and_with_its_end(
    enrolled: AppStage,
) -> None:
    sign_up(enrolled)
    enrolled.tap("Отлично")
    assert not enrolled.driver.has("Плохо"), "one touch answers"
    enrolled.tap("Готово")
    enrolled.driver.settle()
    ratings = [one for one in enrolled.records() if one.kind == "feedback.given"]
    assert [json.loads(one.body) for one in ratings] == [{"score": 5}]
    assert ratings[0].visit == b""


def test_a_foreign_kiosks_token_does_not_open(enrolled: AppStage, tmp_path: Path) -> None:
    from sync.token import TokenError

    to_event(enrolled)
    token = code_on_glass(enrolled, tmp_path / "qr.png").partition("#")[2]
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    with pytest.raises(TokenError):
        read(token, lambda _kiosk: other)
